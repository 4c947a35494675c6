import { useEffect, useRef, useState, type RefObject } from 'react'
import { Icon } from '../../components/icon'

const pause = 200

/** Keeps a draft of its own and hands it on when typing pauses, so that no letter and no caret is lost. */
export function SearchField({
  text,
  onSearch,
  note,
  fieldRef,
}: {
  text: string
  onSearch: (text: string) => void
  note: string
  fieldRef: RefObject<HTMLInputElement | null>
}) {
  const [draft, setDraft] = useState(text)
  const [seenText, setSeenText] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const handedOn = useRef(text)

  // Back, Forward and "Clear" change the text from outside.
  if (seenText !== text) {
    setSeenText(text)
    setDraft(text)
  }
  useEffect(() => {
    // What was typed before "Clear" is not searched for after it.
    if (text !== handedOn.current) clearTimeout(timer.current)
    handedOn.current = text
  }, [text])
  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <div role="search" className="relative flex min-w-0 flex-1 items-center sm:flex-none">
      <Icon name="search" className="pointer-events-none absolute left-3 size-4 text-text-3" />
      <input
        ref={fieldRef}
        type="search"
        aria-label="Search photos"
        aria-describedby="search-note"
        placeholder="Search photos"
        value={draft}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          const { value } = event.target
          setDraft(value)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            handedOn.current = value
            onSearch(value)
          }, pause)
        }}
        className="h-11 w-full rounded-control border border-control bg-surface pr-2 pl-9 text-base sm:h-8 sm:w-60 sm:text-sm"
      />
      <span
        id="search-note"
        className="sr-only sm:not-sr-only sm:ml-3 sm:text-xs sm:whitespace-nowrap sm:text-text-3"
      >
        {note}
      </span>
    </div>
  )
}
