import { useEffect } from 'react'

/** Goes into what the page is about; null where its heading will do. */
let goIn: (() => void) | null = null

/** For a page whose content has a place of its own to go to. */
export function useSkipTarget(go: () => void): void {
  // The link stands in the frame, before the page.
  useEffect(() => {
    goIn = go
    return () => void (goIn = null)
  }, [go])
}

/** For what goes away with the focus, too. */
export function enterContent(): void {
  if (goIn) goIn()
  else document.querySelector<HTMLElement>('main h1')?.focus()
}

/** The first stop of the Tab key: past the banner, tabs and tools. Seen only while it has the focus. */
export function SkipLink() {
  return (
    <button
      type="button"
      onClick={enterContent}
      className="fixed top-1 left-1 z-10 h-9 rounded-control border border-line-2 bg-surface px-3 text-accent not-focus:-translate-y-14"
    >
      Skip to the content
    </button>
  )
}
