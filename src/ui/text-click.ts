import type { MouseEvent } from 'react'
import { isDragged } from './second-click'

/** So long a click on text waits for a second one, which would select a word, in ms. */
const pairMs = 300

/** A click that does not ask for a new tab or window, which is the browser's to open. */
export function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

const controls = 'a, button, input, select, textarea, label'

/** Text that was selected before is none of this click. */
function isSelecting({ detail, nativeEvent }: MouseEvent, element: Element): boolean {
  const selection = detail === 0 || !isDragged(nativeEvent) ? null : window.getSelection()
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true)
}

/**
 * For what opens as a whole within the page, and has text above the link in it: a click that asks for another tab or window is
 * the link's, wherever it was. Text can be selected all the same: a drag selects it, and so does a double click, which opens nothing.
 */
export function openByClick(event: MouseEvent, whole: Element, open: () => void): void {
  const { target, detail, nativeEvent } = event
  const link = whole.querySelector('a')
  const control = target instanceof Element && target.closest(controls)
  const isPlain = isPlainClick(event)
  if (!link || (control && (control !== link || !isPlain))) return
  if (control) event.preventDefault()
  if (detail > 1 || isSelecting(event, whole)) return
  unlessPaired(event, () => {
    if (isPlain) open()
    else link.dispatchEvent(new window.MouseEvent('click', nativeEvent))
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
