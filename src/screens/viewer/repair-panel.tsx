import { Button } from '../../ui/button'
import { Key, useShortcut } from '../../desk/commands/key'
import { commandOf, keep } from '../../desk/commands/repair'
import { onMeantPress } from '../../ui/meant-keys'
import { processes } from '../../desk/repair/processes'
import { canTryAgain, endWords, letGoWords, noWayBackWords } from '../../desk/repair/repair-words'
import type { Repair } from '../../desk/repair/repair'
import type { PhotoContext } from '../../desk/commands/command'
import { CommandButton } from './command-button'

/** Whether there is anything to say of it. */
export const saysWhatCameOf = (repair: Repair | null): repair is Repair =>
  repair?.state.kind === 'done' || repair?.state.kind === 'failed'

/** What came of what CloudCard was asked for, beside the open photo; nothing while it is under way. */
export function RepairPanel({ context }: { context: PhotoContext }) {
  const { repair, keep: keepPicture } = context.repairing
  const shortcut = useShortcut()
  if (!saysWhatCameOf(repair)) return null
  const { process, state } = repair
  const { done, again } = processes[process]
  const command = commandOf(process)
  if (state.kind === 'failed') {
    return (
      <div role="alert" className={panelClass}>
        <p>{endWords(repair)}</p>
        {canTryAgain(repair) && (
          <CommandButton {...{ command, context }} className="justify-self-start">
            Try again
          </CommandButton>
        )}
      </div>
    )
  }
  return (
    <section aria-label={`${done} by CloudCard`} className={panelClass}>
      <h2 className="font-semibold">{done} by CloudCard</h2>
      <div className="flex flex-wrap gap-2">
        <Button
          look="filled"
          className="min-h-11 flex-1"
          onClick={onMeantPress(keepPicture)}
          {...shortcut(keep)}
        >
          Keep <Key command={keep} className="" />
        </Button>
        <CommandButton {...{ command, context }} className="min-h-11">
          {again} <Key command={command} />
        </CommandButton>
      </div>
      <p className="text-text-2">
        {state.kind === 'done' && state.isLetGo
          ? letGoWords
          : 'The old picture is discarded and the photo has a new number. The list, your selection and your decisions follow it.'}
      </p>
      <p className="text-xs text-text-2">{noWayBackWords} It stays here to look at until you go on.</p>
    </section>
  )
}

const panelClass = 'grid gap-2 border-b border-line px-4 py-3'
