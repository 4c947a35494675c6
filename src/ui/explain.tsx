import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { createPortal } from 'react-dom'
import { Button } from './button'
import { Icon } from './icon'
import { useElsewhere } from './use-elsewhere'

/** From the edges of the window, and from the button, in px. */
const gap = 8

/**
 * A question mark beside a word, which says what the word means: in a small window beside it, which takes the focus and
 * goes with Escape, with a press elsewhere, or when the focus leaves it.
 *
 * @param about "the score"
 * @param isStop whether the Tab key stops here; where it does not, Help says the same
 */
export function Explain({
  about,
  title,
  isStop = true,
  children,
}: {
  about: string
  title: string
  isStop?: boolean
  children: ReactNode
}) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={isStop ? 0 : -1}
        aria-label={`About ${about}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="relative z-1 inline-grid size-6 align-middle shrink-0 place-items-center rounded-full text-text-3 hover:bg-hover hover:text-text print:hidden"
      >
        <Icon name="question" />
      </button>
      {isOpen && (
        <Explanation opener={button} title={title} onClose={() => setIsOpen(false)}>
          {children}
        </Explanation>
      )}
    </>
  )
}

function Explanation({
  opener,
  title,
  onClose,
  children,
}: {
  opener: RefObject<HTMLElement | null>
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)

  // Where there is room for it is known once it is laid out, and anew when its words have come.
  useLayoutEffect(() => {
    const element = box.current
    const beside = opener.current?.getBoundingClientRect()
    if (!element || !beside) return
    const place = () => {
      const { width, height } = element.getBoundingClientRect()
      const left = Math.max(gap, Math.min(beside.left, window.innerWidth - width - gap))
      const isRoomBelow = beside.bottom + gap + height <= window.innerHeight
      const top = isRoomBelow ? beside.bottom + gap : Math.max(gap, beside.top - gap - height)
      element.style.left = `${left}px`
      element.style.top = `${top}px`
    }
    place()
    element.focus({ preventScroll: true })
    const observer = new ResizeObserver(place)
    observer.observe(element)
    return () => observer.disconnect()
  }, [opener])

  useElsewhere(true, [box, opener], onClose)
  // In a window of another size it would stand beside something else.
  useEffect(() => {
    window.addEventListener('resize', onClose)
    return () => window.removeEventListener('resize', onClose)
  }, [onClose])

  function close() {
    opener.current?.focus({ preventScroll: true })
    onClose()
  }

  function onKeyDown(event: KeyboardEvent) {
    // What is behind it hears nothing of what happens here.
    event.stopPropagation()
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }

  // Outside of what it explains: a row of a table shows nothing beyond its edges.
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="appear fixed z-50 grid max-h-[calc(100dvh-1rem)] w-80 max-w-[calc(100vw-1rem)] gap-2 overflow-y-auto rounded-dialog border border-line bg-surface px-4 py-3 shadow-dialog outline-offset-[-2px] print:hidden"
    >
      <div className="-mr-2 flex items-center justify-between">
        <p className="font-semibold">{title}</p>
        <Button look="icon" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </Button>
      </div>
      {children}
    </div>,
    document.body,
  )
}
