import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { isSecondClick } from '../ui/second-click'

/** Signing out would lose what CloudCard could not be told yet: it is named, and the person chooses. */
export function UnsentDialog({
  unsent,
  onStay,
  onSignOut,
}: {
  unsent: readonly string[]
  onStay: () => void
  onSignOut: () => void
}) {
  return (
    <Dialog title="Not sent yet" onClose={onStay}>
      <p>{unsent.length === 1 ? 'This decision has' : 'These decisions have'} not reached CloudCard:</p>
      <ul className="my-2 max-h-60 list-disc overflow-y-auto pl-5">
        {unsent.map((words) => (
          <li key={words} className="wrap-anywhere">
            {words}
          </li>
        ))}
      </ul>
      <p className="text-text-2">If you sign out now, these photos stay undecided.</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="filled" onClick={onStay}>
          Stay signed in
        </Button>
        <Button onClick={({ nativeEvent }) => !isSecondClick(nativeEvent) && onSignOut()}>
          Sign out without them
        </Button>
      </div>
    </Dialog>
  )
}
