import type { PhotoContext } from '../commands/command'
import { commands } from '../commands/commands'
import { useShortcut } from '../commands/key'
import { ZoomButtons } from './zoom-buttons'

/** Zoom, original, comparison, and what else has its button beside the photo. */
export function LookTools({ context, className }: { context: PhotoContext; className: string }) {
  const shortcut = useShortcut()
  if (!context.photo) return null
  return (
    <div className={`flex text-xs text-text-2 ${className}`}>
      <ZoomButtons look={context.look} className={toolClass} />
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

export const toolClass =
  'min-h-6 min-w-6 shrink-0 rounded-row px-1 text-left hover:text-text aria-pressed:font-semibold aria-pressed:text-text'
