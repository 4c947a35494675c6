import { useId, type ComponentProps } from 'react'
import type { PhotoContext } from '../../desk/commands/command'
import { commands } from '../../desk/commands/commands'
import { useShortcut } from '../../desk/commands/key'
import { zoom } from '../../desk/commands/look'
import type { Look } from '../../desk/look/use-look'
import { sideNames } from './zoom-stage'
import { ExplainTopic } from '../../fields/explanations'

/** Zoom, original, comparison, guides, light, and what else has its button beside the photo. */
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
            <Tool
              key={button.words}
              offReason={command.offReason?.(context)}
              aria-pressed={button.isPressed?.(context)}
              onClick={() => run?.(context, '')}
              {...shortcut(command)}
            >
              {button.words}
            </Tool>
          ),
      )}
      <ExplainTopic topic="repairs" />
    </div>
  )
}

/** One that is off says why where it is pressed, too. */
function Tool({
  offReason,
  children,
  ...rest
}: ComponentProps<'button'> & { offReason: string | undefined }) {
  const reasonId = useId()
  return (
    <>
      <button
        {...rest}
        type="button"
        aria-disabled={offReason !== undefined || undefined}
        aria-describedby={offReason && reasonId}
        title={offReason}
        className={toolClass}
      >
        {children}
      </button>
      {offReason && (
        <span id={reasonId} hidden>
          {offReason}
        </span>
      )}
    </>
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
  'min-h-6 min-w-6 shrink-0 rounded-row px-1 text-left not-aria-disabled:hover:text-text aria-disabled:cursor-default aria-disabled:opacity-60 aria-pressed:font-semibold aria-pressed:text-text'
