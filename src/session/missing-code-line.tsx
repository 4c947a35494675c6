import { Button } from '../components/button'
import { useStore } from '../components/store'
import { isCodeMissing } from './missing-code'

/** Where the page is not loaded again by itself, the person chooses when. */
export function MissingCodeLine() {
  if (!useStore(isCodeMissing)) return null
  return (
    <div role="alert" className="flex items-center gap-3 border-b border-line bg-surface px-4 py-1">
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">A part of Loupe could not be loaded.</strong> It was updated
        meanwhile, or the network is gone. Finish what is held or half typed, then reload.
      </p>
      <Button onClick={() => window.location.reload()}>Reload</Button>
    </div>
  )
}
