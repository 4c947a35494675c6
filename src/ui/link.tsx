import type { ComponentProps } from 'react'
import { address, addressText, go } from '../base/address'
import { isPlainClick } from './text-click'

/** A link within the app; a click that asks for a new tab or window is the browser's. */
export function Link({
  to,
  state,
  onClick,
  children,
  ...others
}: ComponentProps<'a'> & { to: string; state?: unknown }) {
  return (
    <a
      {...others}
      href={to}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || !isPlainClick(event)) return
        event.preventDefault()
        // As the browser does it: where one is already, there is no second entry.
        go(to, { replace: to === addressText(address.get()), state: state ?? null })
      }}
    >
      {children}
    </a>
  )
}
