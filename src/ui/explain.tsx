import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button } from './button'
import { Icon } from './icon'

/** From the edges of the window, and from the button, in px. */
const gap = 8

/**
 * A question mark beside a word, which says what the word means in a small window: it takes the focus, and goes with it. Where the
 * Tab key does not stop here, Help says the same.
 */
export function Explain({
  about,
  title,
  isStop = true,
  children,
}: {
  /** "the score" */
  about: string
  title: string
  isStop?: boolean
  children: ReactNode
}) {
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()

  // Where there is room for it is known once it is laid out: when it is shown, when its words come, and in another window.
  useEffect(() => {
    const [element, button] = [box.current, opener.current]
    if (!isOpen || !element || !button) return
    const place = () => {
      const beside = button.getBoundingClientRect()
      const { width, height } = element.getBoundingClientRect()
      const left = Math.max(gap, Math.min(beside.left, window.innerWidth - width - gap))
      const isRoomBelow = beside.bottom + gap + height <= window.innerHeight
      const top = isRoomBelow ? beside.bottom + gap : Math.max(gap, beside.top - gap - height)
      element.style.left = `${left}px`
      element.style.top = `${top}px`
    }
    const observer = new ResizeObserver(place)
    for (const each of [element, document.documentElement]) observer.observe(each)
    return () => observer.disconnect()
  }, [isOpen])

  return (
    <>
      <button
        ref={opener}
        type="button"
        tabIndex={isStop ? 0 : -1}
        aria-label={`About ${about}`}
        aria-haspopup="dialog"
        popoverTarget={id}
        className="relative z-1 inline-grid size-6 align-middle shrink-0 place-items-center rounded-full text-text-3 hover:bg-hover hover:text-text print:hidden"
      >
        <Icon name="question" />
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        tabIndex={-1}
        onBeforeToggle={({ newState }) => setIsOpen(newState === 'open')}
        onToggle={({ currentTarget, newState }) => {
          if (newState === 'open') currentTarget.focus({ preventScroll: true })
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.hidePopover()
        }}
        // What is behind it hears nothing of what happens here.
        onKeyDown={(event) => event.stopPropagation()}
        className="appear inset-auto m-0 max-h-[calc(100dvh-1rem)] w-80 max-w-[calc(100vw-1rem)] gap-2 overflow-y-auto rounded-dialog border border-line bg-surface px-4 py-3 text-left text-sm leading-5 font-normal whitespace-normal text-text shadow-dialog outline-offset-[-2px] open:grid print:hidden"
      >
        {isOpen && (
          <>
            <div className="-mr-2 flex items-center justify-between">
              <p className="font-semibold">{title}</p>
              <Button
                look="icon"
                icon="close"
                aria-label="Close"
                popoverTarget={id}
                popoverTargetAction="hide"
              />
            </div>
            {children}
          </>
        )}
      </div>
    </>
  )
}
