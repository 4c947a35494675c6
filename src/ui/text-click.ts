import type { MouseEvent } from 'react'
import { isDragged } from './second-click'

/** So long a click on text waits for a second one, which would select a word, in ms. */
const pairMs = 300

/** A click that does not ask for a new tab or window, which is the browser's to open. */
export function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

const controls = 'a, button, input, select, textarea, label'

/**
 * For a link that opens within the page, by a click that asks for no other tab or window. Its text can be selected as other
 * text can: neither a drag over it opens, nor a double click.
 */
export function openHere(event: MouseEvent<Element>, open: () => void): void {
  if (!isPlainClick(event)) return
  event.preventDefault()
  if (event.detail > 1 || isSelecting(event, event.currentTarget)) return
  unlessPaired(event, open)
}

/** Text that was selected before is none of this click. */
function isSelecting({ detail, nativeEvent }: MouseEvent, element: Element): boolean {
  const selection = window.getSelection()
  const isMade = detail > 1 || (detail === 1 && isDragged(nativeEvent))
  return isMade && selection !== null && !selection.isCollapsed && selection.containsNode(element, true)
}

/**
 * For what opens as a whole by the link in it, and has text above the link: a click does what a click on the link does, with
 * Ctrl and Shift too. Text can be selected all the same: a drag selects it, and so does a double click, which opens nothing.
 */
export function forwardClick(event: MouseEvent, whole: Element | null): void {
  const { target, detail, nativeEvent } = event
  const link = whole?.querySelector('a')
  if (!whole || !link || !(target instanceof Element) || target.closest(controls)) return
  if (detail > 1 || isSelecting(event, whole)) return
  unlessPaired(event, () => {
    if (link.isConnected) link.dispatchEvent(new window.MouseEvent('click', nativeEvent))
  })
}

/** At once, but for a click on letters, which may be the first of a double click. */
function unlessPaired(event: MouseEvent, act: () => void): void {
  const { target, detail, nativeEvent } = event
  const isFinger = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'
  // Pressed by a key, or by what reads the screen aloud, it has no pointer.
  if (detail === 0 || isFinger || !(target instanceof Element) || !isOnText(target, event)) return act()

  const waiting = new AbortController()
  const timer = setTimeout(() => {
    waiting.abort()
    act()
  }, pairMs)
  // Whatever is done meanwhile was meant instead.
  for (const type of ['pointerdown', 'keydown'])
    window.addEventListener(type, () => waiting.abort(), { capture: true, signal: waiting.signal })
  waiting.signal.addEventListener('abort', () => clearTimeout(timer))
}

/** Whether the pointer is on letters, and not beside them. */
function isOnText(target: Element, { clientX, clientY }: MouseEvent): boolean {
  return [...target.childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE) return false
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
    )
  })
}
