import { useId, type ComponentProps } from 'react'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'type'> & {
  type?: 'button' | 'submit'
  /** 'filled' is for the one button of a screen that Enter presses. */
  look?: 'filled' | 'outlined' | 'quiet' | 'icon'
  /**
   * Why it cannot be pressed now. It stays focusable, so that the focus is never lost and the reason is heard;
   * a button that is really disabled under the focus drops it to the page.
   */
  offReason?: string | undefined
}

const looks = {
  filled: 'bg-accent-fill text-on-accent font-semibold px-4',
  outlined: 'border border-line-2 bg-surface px-3',
  quiet: 'min-w-8 px-2',
  icon: 'w-8',
}

function stateLook(look: keyof typeof looks, isOff: boolean): string {
  if (isOff) return `cursor-default opacity-60 ${look === 'filled' ? '' : 'text-text-3'}`
  return look === 'filled' ? 'active:bg-accent-press' : 'hover:bg-hover'
}

export function Button({ look = 'outlined', offReason, className = '', children, ...rest }: ButtonProps) {
  const reasonId = useId()
  const isOff = offReason !== undefined
  return (
    <>
      <button
        {...rest}
        type={rest.type ?? 'button'}
        aria-disabled={isOff || rest['aria-disabled'] || undefined}
        aria-describedby={isOff ? reasonId : rest['aria-describedby']}
        title={isOff ? offReason : rest.title}
        onClick={isOff ? undefined : rest.onClick}
        className={`inline-flex min-h-8 shrink-0 items-center justify-center gap-2 rounded-control transition-colors duration-hover ${looks[look]} ${stateLook(look, isOff)} ${className}`}
      >
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
