import type { PhotoContext } from '../../desk/commands/command'
import { commands } from '../../desk/commands/commands'
import { useShortcut } from '../../desk/commands/key'
import { zoom } from '../../desk/commands/look'
import type { Look } from '../../desk/look/use-look'
import { sideNames } from './zoom-stage'
import { ExplainTopic } from '../../fields/explanations'
import { Button } from '../../ui/button'
import { CommandButton } from './command-button'

/** Zoom, original, comparison, guides, light, and what else has its button beside the photo. */
export function LookTools({ context, className }: { context: PhotoContext; className: string }) {
  if (!context.photo) return null
  return (
    <div className={`flex text-xs text-text-2 ${className}`}>
      <ZoomButtons look={context.look} />
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

const levels = [
  ['fit', 'Fit'],
  [2, '2×'],
  [4, '4×'],
] as const

/** As it fits, or so many times that. */
function ZoomButtons({ look }: { look: Look }) {
  const shortcut = useShortcut()
  return (
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
  )
}
