import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon'

/** One line above or below what it is about, and what can be done about it. */
export function Line({
  warning,
  actions,
  children,
  ...others
}: ComponentProps<'div'> & {
  /** Its colour: something is wrong, or may be. */
  warning?: 'text-bad' | 'text-fair'
  actions?: ReactNode
}) {
  return (
    <div
      {...others}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-surface px-4 py-1"
    >
      {warning && <Icon name="warning" className={`size-4 ${warning}`} />}
      <div className="min-w-0 flex-[1_1_12rem]">{children}</div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}
