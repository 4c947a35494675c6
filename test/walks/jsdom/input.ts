import userEvent from '@testing-library/user-event'
import type { Role, Target } from '../hands'
import type { Page } from './page'

const selectors: Record<Role, string> = {
  button: 'button, [role=button]',
  link: 'a[href]',
  checkbox: 'input[type=checkbox]',
  searchbox: 'input[type=search]',
  textbox: 'input:not([type]), input[type=text], input[type=password], input[type=email], textarea',
  combobox: 'select',
  img: 'img[alt]:not([alt=""])',
  main: 'main',
}
const focusable = 'a[href], button, input, select, textarea, [tabindex]'

/** Where a person can reach: what lies behind a dialog cannot be. */
const reach = ({ window }: Page): Element =>
  [...window.document.querySelectorAll('dialog[open]')].at(-1) ?? window.document.body

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? element.getAttribute('alt')
  const labels = (element as HTMLInputElement).labels
  const by = element.getAttribute('aria-labelledby')?.split(' ')
  const named = by?.map((id) => element.ownerDocument.getElementById(id)?.textContent).join(' ')
  return (label ?? named ?? labels?.[0]?.textContent ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

export function find(page: Page, { role, name, place = 0 }: Target): HTMLElement | null {
  const found = [...reach(page).querySelectorAll<HTMLElement>(selectors[role])].filter((each) =>
    name.test(nameOf(each)),
  )
  return found[place % Math.max(1, found.length)] ?? null
}

export const personOf = (page: Page) =>
  userEvent.setup({ document: page.window.document, delay: null, pointerEventsCheck: 0 })

/** The second click of a pair, which the system tells of as such. */
export function clickAgain({ window }: Page, element: Element): void {
  const options = { bubbles: true, cancelable: true, detail: 2, view: window }
  for (const type of ['mousedown', 'mouseup', 'click'])
    element.dispatchEvent(new window.MouseEvent(type, options))
  element.dispatchEvent(new window.MouseEvent('dblclick', options))
}

/** Tab, within what can be reached. */
export function moveFocus(page: Page, isBackward: boolean): void {
  const { window } = page
  const { document } = window
  const from = document.activeElement ?? document.body
  const event = (type: string) =>
    new window.KeyboardEvent(type, {
      key: 'Tab',
      code: 'Tab',
      shiftKey: isBackward,
      bubbles: true,
      cancelable: true,
    })
  if (!from.dispatchEvent(event('keydown'))) return
  const stops = [...reach(page).querySelectorAll<HTMLElement>(focusable)].filter(
    (each) => each.tabIndex >= 0 && !(each as HTMLButtonElement).disabled,
  )
  const at = stops.indexOf(document.activeElement as HTMLElement)
  // What is focused without being a stop lies between two.
  const next = at >= 0 ? at + (isBackward ? -1 : 1) : placeAfter(stops, document.activeElement, isBackward)
  const target = stops[(next + stops.length) % Math.max(1, stops.length)]
  target?.focus()
  ;(document.activeElement ?? document.body).dispatchEvent(event('keyup'))
}

function placeAfter(stops: HTMLElement[], from: Element | null, isBackward: boolean): number {
  if (from === null) return 0
  const behind = stops.findIndex((stop) => (from.compareDocumentPosition(stop) & 4) > 0)
  const place = behind < 0 ? 0 : behind
  return isBackward ? place - 1 : place
}

/** Escape: what the browser does with it where nobody else has. */
export async function pressKey(page: Page, key: string): Promise<void> {
  const { window } = page
  if (key === 'Tab' || key === 'Shift+Tab') return moveFocus(page, key !== 'Tab')
  let pressed: KeyboardEvent | undefined
  const note = (event: KeyboardEvent) => void (pressed = event)
  window.addEventListener('keydown', note, { capture: true })
  const dialog = reach(page)
  try {
    await personOf(page).keyboard(keyWords(key))
  } catch (error) {
    // A slider's Home and End.
    if (!(error as Error).message.startsWith('Not implemented')) throw error
  }
  window.removeEventListener('keydown', note, { capture: true })
  if (key !== 'Escape' || pressed?.defaultPrevented || !(dialog instanceof window.HTMLDialogElement)) return
  const cancel = new window.Event('cancel', { cancelable: true })
  if (dialog.open && dialog.dispatchEvent(cancel)) dialog.close()
}

/** "Control+z" as user-event wants it. */
function keyWords(key: string): string {
  const parts = key.length > 1 ? key.split('+').filter(Boolean) : [key]
  const last = parts.at(-1) ?? key
  const modifiers = parts.slice(0, -1)
  const word = last === '[' || last === '{' ? last + last : last.length > 1 ? `{${last}}` : last
  return `${modifiers.map((each) => `{${each}>}`).join('')}${word}${modifiers.map((each) => `{/${each}}`).join('')}`
}

export function endComposition({ window }: Page): void {
  const { activeElement, body } = window.document
  const options = {
    key: 'Enter',
    code: 'Enter',
    isComposing: true,
    keyCode: 229,
    bubbles: true,
    cancelable: true,
  }
  ;(activeElement ?? body).dispatchEvent(new window.KeyboardEvent('keydown', options))
}
