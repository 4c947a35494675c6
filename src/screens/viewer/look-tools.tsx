import type { PhotoContext } from '../../desk/commands/command'
import { commands } from '../../desk/commands/commands'
import { useShortcut } from '../../desk/commands/key'
import { zoom } from '../../desk/commands/look'
import type { Look } from '../../desk/look/use-look'

/** Zoom, original, comparison, and what else has its button beside the photo. */
export function LookTools({ context, className }: { context: PhotoContext; className: string }) {
  const shortcut = useShortcut()
  if (!context.photo) return null
  return (
    <div className={`flex text-xs text-text-2 ${className}`}>
      <ZoomButtons look={context.look} />
      {commands.map(
        ({ button, run, isPossible, ...command }) =>
          button &&
          isPossible?.(context) !== false && (
            <button
              key={button.words}
              type="button"
              aria-pressed={button.isPressed?.(context)}
              onClick={() => run?.(context, '')}
              className={toolClass}
              {...shortcut(command)}
            >
              {button.words}
            </button>
          ),
      )}
    </div>
  )
}

const levels = [
  ['fit', 'Fit'],
  [2, '2×'],
  [4, '4×'],
] as const

/** As it fits, or so many times that. */
export function ZoomButtons({ look }: { look: Look }) {
  const shortcut = useShortcut()
  return (
    <div role="group" aria-label="Zoom" className="contents" {...shortcut(zoom)}>
      {levels.map(([level, label]) => (
        <button
          key={label}
          type="button"
          aria-pressed={look.level === level}
          onClick={() => look.zoom.show(level)}
          className={toolClass}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

const toolClass =
  'min-h-6 min-w-6 shrink-0 rounded-row px-1 text-left hover:text-text aria-pressed:font-semibold aria-pressed:text-text'
