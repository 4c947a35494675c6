const isQuick = Symbol.for('styles are quick')

/**
 * Finding by role asks each element of the page whether it is shown. jsdom reckons for that every style of the element, rule by
 * rule, anew after each change of the page: a tenth of all that journeys take. What is asked for follows here from less, since
 * no page brings a style sheet: from an element's name, a few attributes, and what is written in its `style`. Whatever is
 * seldom is left to jsdom; quick-styles.test.ts holds both against each other.
 */
export function quickenStyles(): void {
  if (isQuick in document) return
  Object.assign(document, { [isQuick]: true })
  const whole = window.getComputedStyle.bind(window)
  window.getComputedStyle = (element, pseudo) =>
    pseudo || element.ownerDocument.styleSheets.length > 0
      ? whole(element, pseudo)
      : new Proxy({} as CSSStyleDeclaration, {
          get(_, name) {
            const ask = (property: string) =>
              quickly(element, property) ?? whole(element).getPropertyValue(property)
            if (name === 'getPropertyValue') return ask
            if (name === 'display' || name === 'visibility') return ask(name)
            if (name === 'pointerEvents') return ask('pointer-events')
            const style = whole(element)
            const value: unknown = Reflect.get(style, name)
            return typeof value === 'function' ? value.bind(style) : value
          },
        })

  const bare = whole(document.createElement('span'))
  const inherited = new Map(
    ['visibility', 'pointer-events'].map((name) => [name, bare.getPropertyValue(name)]),
  )
  const displays = new Map<string, string>()

  /** Undefined where jsdom has to be asked. */
  function quickly(element: Element, property: string): string | undefined {
    if (property === 'display') return displayOf(element)
    const usual = inherited.get(property)
    if (usual === undefined) return undefined
    for (let each: Element | null = element; each; each = each.parentElement)
      if (isHiddenPart(each) || isWritten(each, property)) return undefined
    return usual
  }

  function displayOf(element: Element): string | undefined {
    if (isWritten(element, 'display')) return undefined
    if (element.parentElement?.localName === 'details') return undefined
    const attributes = ['hidden', 'open', 'popover', 'type'].map((name) => element.getAttribute(name))
    const kind = JSON.stringify([element.namespaceURI, element.localName, ...attributes])
    const display = displays.get(kind) ?? whole(element).display
    displays.set(kind, display)
    return display
  }
}

/** Where it is hidden, a part of a table is not only not displayed. */
const isHiddenPart = (element: Element) =>
  element.hasAttribute('hidden') &&
  /^(table|caption|col|colgroup|thead|tbody|tfoot|tr|td|th)$/.test(element.localName)

const isWritten = (element: Element, property: string) =>
  element.hasAttribute('style') && (element as HTMLElement).style.getPropertyValue(property) !== ''
