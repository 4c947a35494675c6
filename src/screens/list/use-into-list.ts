import type { RefObject } from 'react'
import { useWindowEvent } from '../../ui/use-window-event'

const keys = ['ArrowDown', 'ArrowUp', 'Enter']

/** From the heading, or where nothing has the focus, arrow keys and Enter lead into the list. */
export function useIntoList(heading: RefObject<HTMLElement | null>, isOn: boolean, go: () => void): void {
  // Where nothing has the focus, only the window hears of keys.
  useWindowEvent('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event
    if (!isOn || defaultPrevented || ctrlKey || metaKey || altKey || shiftKey || !keys.includes(key)) return
    if (target !== heading.current && target !== document.body) return
    event.preventDefault()
    go()
  })
}
