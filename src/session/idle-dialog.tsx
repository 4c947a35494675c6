import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useSecondsLeft } from '../ui/use-seconds-left'

/** Any key says that somebody is there: `use-idleness.ts` hears it. */
export function IdleDialog({ locksAt }: { locksAt: number }) {
  const seconds = useSecondsLeft(locksAt, false)
  return (
    <Dialog title="Are you still there?" comesByItself>
      <p>
        Loupe locks in{' '}
        <span role="timer" className="font-semibold">
          {seconds} s
        </span>
        because nobody has used it for a while. Your decisions are sent first, and nothing stays on the
        screen.
      </p>
      <div className="mt-4 flex items-center gap-3">
        <Button look="filled" className="min-h-11">
          Stay signed in
        </Button>
        <span className="text-text-2">Or press any key.</span>
      </div>
    </Dialog>
  )
}
