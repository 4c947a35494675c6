import type { PhotoContext } from '../../desk/commands/command'
import { commands } from '../../desk/commands/commands'
import { useShortcut } from '../../desk/commands/key'
import { zoom } from '../../desk/commands/look'
import { ExplainTopic } from '../../fields/explanations'
import { Button } from '../../ui/button'
import { CommandButton } from './command-button'
import { sideNames } from './zoom-stage'

/** As it fits, or so many times that. */
const levels = [
  ['fit', 'Fit'],
  [2, '2×'],
  [4, '4×'],
] as const

/** Zoom, original, comparison, guides, light, and what else has its button beside the photo. */
export function LookTools({ context, className }: { context: PhotoContext; className: string }) {
  const shortcut = useShortcut()
  const { photo, look } = context
  if (!photo) return null
  return (
    <div className={`flex text-xs text-text-2 ${className}`}>
      <div
        role="group"
        aria-label={look.side ? `Zoom: ${sideNames[look.side]}` : 'Zoom'}
        className="contents"
        {...shortcut(zoom)}
      >
        {levels.map(([level, label]) => (
          <Button
            key={label}
            look="tool"
            aria-pressed={look.level === level}
            onClick={() => look.zoom.show(level)}
          >
            {label}
          </Button>
        ))}
      </div>
      {commands.map(
        (command) =>
          command.button &&
          command.isPossible?.(context) !== false && (
            <CommandButton
              key={command.button.words}
              look="tool"
              {...{ command, context }}
              aria-pressed={command.button.isPressed?.(context)}
            >
              {command.button.words}
            </CommandButton>
          ),
      )}
      <ExplainTopic topic="repairs" />
    </div>
  )
}
