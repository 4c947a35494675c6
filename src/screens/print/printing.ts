import { printing } from '../../base/printing'

/** A page of up to so many photos stands whole in the document: the browser finds all of it, and prints it. */
const wholeUpTo = 100
/** So many are printed at most. */
export const printedUpTo = 1_000
/** So long printing waits for pictures, in ms. */
const picturesMs = 10_000

/** The lines that are drawn wherever the list of `count` photos is scrolled to; null where only those in sight are. */
export function wholePage(count: number, perLine: number, isPrinting: boolean): number[] | null {
  if (count > wholeUpTo && !isPrinting) return null
  const lines = perLine === 0 ? 0 : Math.ceil(Math.min(count, printedUpTo) / perLine)
  return Array.from({ length: lines }, (_, index) => index)
}

/** Draws all rows, waits for their pictures, and opens the browser's window for printing. */
export async function printList(): Promise<void> {
  printing.set(true)
  // React draws it before anything else is done: the pictures to wait for are those of rows that are drawn.
  await Promise.resolve()
  const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')]
  const late = new Promise((resolve) => setTimeout(resolve, picturesMs))
  await Promise.race([Promise.allSettled(pictures.map((picture) => picture.decode())), late])
  window.print()
}

const isPrintKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) =>
  key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !shiftKey && !altKey

/** The browser's own key and menu print the whole list too; the menu does not wait for pictures. */
export function followPrinting(): () => void {
  const watching = new AbortController()
  const options = { signal: watching.signal }
  // The browser takes the page as it stands once React has drawn what this has changed.
  window.addEventListener('beforeprint', () => printing.set(true), options)
  window.addEventListener('afterprint', () => printing.set(false), options)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPrintKey(event) || document.querySelector('dialog[open]')) return
    event.preventDefault()
    void printList()
  }
  window.addEventListener('keydown', onKeyDown, options)
  return () => {
    watching.abort()
    printing.set(false)
  }
}
