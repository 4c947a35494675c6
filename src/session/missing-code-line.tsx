import { Button } from '../components/button'

/** Where the page is not loaded again by itself, the person chooses when. */
export function MissingCodeLine() {
  return (
    <div role="alert" className="flex items-center gap-3 border-b border-line bg-surface px-4 py-1">
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">A part of Loupe could not be loaded.</strong> Loupe was updated, or
        the network is down. Finish what you are doing, then reload.
      </p>
      <Button onClick={() => window.location.reload()}>Reload</Button>
    </div>
  )
}
