/** Fingers have no double-click time of their own; Windows gives a mouse so much, in ms. */
const pairMs = 500
/** So far apart, in pixels, two taps are still one double tap. */
const pairPx = 24

const controls = 'a, button, input, select, textarea, summary, [role=gridcell]'

/** A label and what it names are one control. */
function controlOf({ target }: Event): Element | null {
  return target instanceof Element ? (target.closest('label') ?? target.closest(controls)) : null
}

const seconds = new WeakSet<Event>()
let pressedAt = { x: 0, y: 0 }
/** A hand that trembles selects nothing. */
const dragPx = 4

/** Whether the pointer has moved since it was pressed, as for selecting text. */
export function isDragged({ clientX, clientY }: MouseEvent): boolean {
  return Math.hypot(clientX - pressedAt.x, clientY - pressedAt.y) > dragPx
}

/** Whether a click belongs to a double click, and is not the first of it. The system says so, as the person has set it there. */
export function isSecondClick(event: MouseEvent): boolean {
  return event.detail > 1 || seconds.has(event)
}

/**
 * Keeps the second click of a pair from whatever has come under the pointer by the first one: a dialog, the next button, the
 * row below. On the same control it arrives, and `isSecondClick` knows it. Ends when what is given back is called.
 */
export function watchClicks(): () => void {
  const watching = new AbortController()
  const options = { capture: true, signal: watching.signal }
  let isFinger = false
  let first: { at: number; x: number; y: number; control: Element | null } | null = null

  const onPress = ({ pointerType, clientX: x, clientY: y }: PointerEvent) => {
    isFinger = pointerType === 'touch'
    pressedAt = { x, y }
  }
  window.addEventListener('pointerdown', onPress, options)
  const onClick = (event: MouseEvent) => {
    const { timeStamp: at, clientX: x, clientY: y, detail } = event
    // Pressed by a key, or by what reads the screen aloud.
    if (detail === 0) return
    const control = controlOf(event)
    const isTap =
      isFinger && first !== null && at - first.at < pairMs && Math.hypot(x - first.x, y - first.y) < pairPx
    if (isTap) seconds.add(event)
    const isOther = first !== null && control !== null && control !== first.control
    if (isOther && isSecondClick(event)) {
      event.preventDefault()
      event.stopPropagation()
    } else first = { at, x, y, control }
  }
  window.addEventListener('click', onClick, options)
  return () => watching.abort()
}
