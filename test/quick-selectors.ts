const areQuick = Symbol.for('selectors are quick')

type Test = (element: Element) => boolean

/**
 * Finding by role or text asks each element of the page for dozens of plain selectors (an element's name, and what attributes it has),
 * anew at each change of the page, and each field for its labels: a sixth of all that journeys take. These are answered here
 * with less; whatever else is asked is left to jsdom. quick-selectors.test.ts holds both against each other.
 */
export function quickenSelectors(): void {
  if (areQuick in document) return
  Object.assign(document, { [areQuick]: true })
  quickenMatches()
  for (const { prototype } of [Element, Document]) quickenSearch(prototype)
  for (const { prototype } of [
    HTMLButtonElement,
    HTMLInputElement,
    HTMLMeterElement,
    HTMLOutputElement,
    HTMLProgressElement,
    HTMLSelectElement,
    HTMLTextAreaElement,
  ])
    quickenLabels(prototype)
}

function quickenMatches() {
  const whole = Element.prototype.matches
  // Null where jsdom has to be asked.
  const tests = new Map<string, Test | null>()
  const quick = function (this: Element, selector: string) {
    let test = tests.get(selector)
    if (test === undefined) tests.set(selector, (test = testOf(selector)))
    return test ? test(this) : whole.call(this, selector)
  }
  Object.assign(Element.prototype, { matches: quick })
}

/** What Testing Library asks first, and nobody else: what may have a role, all there is, and where Tab goes. It lists it at once. */
const isSearch = (selector: string) =>
  selector === '*' || /^(\*\[role~=|input:not\(\[type=hidden)/.test(selector)

function quickenSearch(prototype: ParentNode) {
  const whole = prototype.querySelectorAll
  const tests = new Map<string, Test | null>()
  const known = new WeakMap<Node, Map<string, { version: number; found: Element[] }>>()
  const quick = function (this: Element | Document, selector: string) {
    if (!isSearch(selector)) return whole.call(this, selector)
    let test = tests.get(selector)
    if (test === undefined) tests.set(selector, (test = testOf(selector)))
    if (!test) return whole.call(this, selector)
    const version = versionOf(this)
    const before = known.get(this) ?? new Map<string, { version: number; found: Element[] }>()
    const last = before.get(selector)
    if (last?.version === version) return last.found
    const found: Element[] = []
    const walk = document.createTreeWalker(this, NodeFilter.SHOW_ELEMENT)
    while (walk.nextNode()) if (test(walk.currentNode as Element)) found.push(walk.currentNode as Element)
    known.set(this, before.set(selector, { version, found }))
    return found
  }
  Object.assign(prototype, { querySelectorAll: quick })
}

/** jsdom counts the changes of a node and all that is in it, by which it knows whether its own live lists are still true. */
const inside = Object.getOwnPropertySymbols(document).find(({ description }) => description === 'impl')
const versionOf = (node: Node): number =>
  inside ? Number(Reflect.get(Reflect.get(node, inside) as object, '_version')) : Number.NaN

/** A field without an id, and in no label, has none: jsdom looks through the whole page for them. */
function quickenLabels(prototype: HTMLElement) {
  const whole = Object.getOwnPropertyDescriptor(prototype, 'labels')
  const none = document.createElement('p').childNodes
  Object.defineProperty(prototype, 'labels', {
    ...whole,
    get(this: HTMLInputElement) {
      const mayHaveSome = this.hasAttribute('id') || this.type === 'hidden' || isInLabel(this)
      return mayHaveSome ? whole?.get?.call(this) : none
    },
  })
}

function isInLabel(element: Element): boolean {
  for (let each = element.parentElement; each; each = each.parentElement)
    if (each.localName === 'label') return true
  return false
}

// Of type and scope, large and small letters are the same in HTML.
const condition = String.raw`\[(?:[a-z-]+(?:="(?:true)?")?|role~="\w+"|(?:type|scope)=(?:"[a-z]+"|[a-z]+))\]`
const tested = String.raw`(?:${condition}|:not\(${condition}\))`
const compound = String.raw`(?:(?:\*|[a-z][a-z\d]*)${tested}*|${tested}+)`
const one = String.raw`(?:[a-z]+ > )?${compound}`
const plain = new RegExp(String.raw`^${one}(?:, ?${one})*$`)

/** Null for a selector that is not plain. */
function testOf(list: string): Test | null {
  if (!plain.test(list)) return null
  /** What has to be so besides, by the name of the element. */
  const byName = new Map<string, Test[]>()
  for (const each of list.split(/, ?/)) {
    const [own = '', parent] = each.split(' > ').toReversed()
    const name = /^[^[:]+/.exec(own)?.[0] ?? '*'
    const conditions = [...own.matchAll(new RegExp(String.raw`(:not\()?(${condition})`, 'g'))]
    const tests = conditions.map(([, not, words = '']) => {
      const test = conditionOf(words)
      return not ? (element: Element) => !test(element) : test
    })
    if (parent) tests.push((element) => element.parentElement?.localName === parent)
    byName.set(name, [...(byName.get(name) ?? []), (element) => tests.every((test) => test(element))])
  }
  const any = byName.get('*') ?? []
  return (element) => {
    const own = byName.get(nameOf(element))
    return (own?.some((test) => test(element)) ?? false) || any.some((test) => test(element))
  }
}

function conditionOf(words: string): Test {
  const [, name = '', operator, quoted = ''] = /^\[([a-z-]+)(?:(~?=)(.*))?\]$/.exec(words) ?? []
  const value = quoted.replaceAll('"', '')
  if (operator === undefined) return (element) => element.hasAttribute(name)
  if (operator === '~=') return (element) => (element.getAttribute(name)?.split(/\s+/) ?? []).includes(value)
  const isLoose = name === 'type' || name === 'scope'
  return (element) => {
    const own = element.getAttribute(name)
    return (isLoose ? own?.toLowerCase() : own) === value
  }
}

let [last, lastName]: [Element | null, string] = [null, '']

/** One element is asked for many selectors in a row. */
function nameOf(element: Element): string {
  if (element !== last) [last, lastName] = [element, element.localName]
  return lastName
}
