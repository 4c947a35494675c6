import { useId, type ComponentProps } from 'react'
import { Icon, type IconName } from './icon'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'type'> & {
  type?: 'button' | 'submit'
  look?: keyof typeof looks
  /** Before its words, or in their place. */
  icon?: IconName
  /** Why it cannot be pressed now. It stays focusable: the reason is heard, and the focus does not fall to the page. */
  offReason?: string | undefined
}

const shape =
  'inline-flex min-h-8 items-center justify-center gap-2 rounded-control transition-colors duration-hover'
/** How each looks always, while it can be pressed, and while it cannot. */
const looks = {
  /** For the one button of a screen that Enter presses. */
  filled: [`${shape} bg-accent-fill text-on-accent font-semibold px-4`, 'active:bg-accent-press', ''],
  outlined: [`${shape} border border-line-2 bg-surface px-3`, 'hover:bg-hover', 'text-text-3'],
  quiet: [`${shape} min-w-8 px-2`, 'hover:bg-hover', 'text-text-3'],
  icon: [`${shape} w-8`, 'hover:bg-hover', 'text-text-3'],
  /** Reads like a link, and leads nowhere. */
  link: ['min-h-8 text-accent', 'hover:underline', 'text-text-3'],
  /** One of many small ones in a line, of which some stay pressed. */
  tool: [
    'min-h-6 min-w-6 rounded-row px-1 text-left aria-pressed:font-semibold aria-pressed:text-text',
    'hover:text-text',
    '',
  ],
} as const

export function Button({
  look = 'outlined',
  icon,
  offReason,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const isOff = offReason !== undefined
  const [always, whileOn, whileOff] = looks[look]
  return (
    <>
      <button
        {...rest}
        type={rest.type ?? 'button'}
        aria-disabled={isOff || rest['aria-disabled'] || undefined}
        aria-describedby={isOff ? reasonId : rest['aria-describedby']}
        title={isOff ? offReason : rest.title}
        onClick={isOff ? undefined : rest.onClick}
        className={`shrink-0 ${always} ${isOff ? `cursor-default opacity-60 ${whileOff}` : whileOn} ${className}`}
      >
        {icon && <Icon name={icon} />}
        {children}
      </button>
      {isOff && (
        <span id={reasonId} hidden>
          {offReason}
        </span>
      )}
    </>
  )
}
