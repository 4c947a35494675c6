import type * as TestingLibraryDom from '@testing-library/dom'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Seen, Target } from './hands'

/** Finds things by role and name in the same way in every engine. */
const testingLibrary = readFileSync(
  resolve('node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
)

/** What has to be run in a page before anything is found in it. */
export const finder = `(() => { ${testingLibrary} })()`

/** A function and what it is given, as an expression that stands by itself. */
export const callOf = <Args extends unknown[]>(script: (...args: Args) => unknown, args: Args): string =>
  `(${String(script)})(...${JSON.stringify(args)})`

/** An expression that does something with all that is pointed at; null where there is no finder yet. */
export const withAllOf = (target: Target, script: (elements: Element[]) => unknown): string =>
  `window.TestingLibraryDom ? { value: (${String(script)})(${callOf(findByRole, [pathTo(target)])}) } : null`

type Step = { role: string; text?: string | undefined; pattern?: string; flags?: string }

/** From the outermost on, in a form that can be sent. */
function pathTo({ role, name, within }: Target): Step[] {
  const named = name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { text: name }
  return [...(within ? pathTo(within) : []), { role, ...named }]
}

function findByRole(path: Step[]): Element[] {
  type WithFinder = Window & { TestingLibraryDom: typeof TestingLibraryDom }
  const { queryAllByRole } = (window as unknown as WithFinder).TestingLibraryDom
  let found: Element[] = [document.body]
  for (const { role, text, pattern, flags } of path) {
    const name = pattern === undefined ? text : new RegExp(pattern, flags)
    const options = name === undefined ? {} : { name }
    found = found.flatMap((each) => queryAllByRole(each as HTMLElement, role, options))
  }
  return [...new Set(found)]
}

/** What is far from the screen has no `innerText` yet. */
export function seeAll(elements: Element[]): Seen[] {
  return elements.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const says = (name: string) => ![null, 'false'].includes(element.getAttribute(name))
    return {
      text: element.textContent.trim(),
      value: 'value' in element ? String(element.value) : '',
      hasFocus: element === document.activeElement,
      isOff: says('aria-disabled') || element.matches(':disabled'),
      isOn: element.matches(':checked') || says('aria-pressed') || says('aria-current'),
      box: { x, y, width, height },
    }
  })
}

/** Where the first of them can be pressed, once it is in sight and nothing lies over it; null until then. */
export function middleOfFirst([element]: Element[]): { x: number; y: number } | null {
  if (!element) return null
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  const { x, y, width, height } = element.getBoundingClientRect()
  const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
  const top = document.elementFromPoint(at.x, at.y)
  const isFree =
    top && (element.contains(top) || top.contains(element) || top.closest('label')?.contains(element))
  return isFree ? at : null
}
