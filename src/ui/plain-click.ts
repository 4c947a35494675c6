import type { MouseEvent } from 'react'

/** A click that does not ask for a new tab or window, which is the browser's to open. */
export function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}
