import type { DOMWindow } from 'jsdom'
import type { Page } from './page'

/** What jsdom leaves out and the app asks for: layout, what is in sight, dialogs, and the size of the window. */
export function addPageParts(page: Page): void {
  const { window } = page
  addLayout(window)
  addDialogs(window)
  addSight(page)
  window.matchMedia = (query) =>
    Object.assign(new window.EventTarget(), {
      get matches() {
        return query.includes('min-width') && !page.browser.sight.isNarrow
      },
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    })
}

function addLayout(window: DOMWindow): void {
  for (const [name, size] of [
    ['offsetHeight', (element: Element) => (element.tagName === 'TR' ? 56 : 3_000)],
    ['clientHeight', () => 3_000],
    ['offsetWidth', () => 1_000],
    ['clientWidth', () => 1_000],
  ] as const) {
    Object.defineProperty(window.HTMLElement.prototype, name, {
      configurable: true,
      get(this: Element) {
        return size(this)
      },
    })
  }
  window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  window.Element.prototype.scrollIntoView = () => {}
  window.Element.prototype.scrollTo = () => {}
}

function addDialogs({ HTMLDialogElement, HTMLElement }: DOMWindow): void {
  const before = new WeakMap<HTMLElement, Element | null>()
  HTMLDialogElement.prototype.showModal = function () {
    before.set(this, this.ownerDocument.activeElement)
    this.open = true
    const first = this.querySelector<HTMLElement>('[autofocus], button, input, select, textarea, a[href]')
    ;(first ?? this).focus()
  }
  HTMLDialogElement.prototype.close = function () {
    if (!this.open) return
    this.open = false
    const former = before.get(this)
    if (former instanceof HTMLElement && former.isConnected) former.focus()
  }
}

function addSight(page: Page): void {
  const { window, browser, set } = page
  class SightObserver {
    private readonly targets = new Set<Element>()
    private readonly tellAll = () => this.tell([...this.targets])
    private readonly callback
    constructor(callback: (entries: unknown[]) => void) {
      this.callback = callback
      browser.sightListeners.set(this.tellAll, page)
    }
    observe(target: Element) {
      this.targets.add(target)
      set(() => this.targets.has(target) && this.tell([target]), 1)
    }
    unobserve(target: Element) {
      this.targets.delete(target)
    }
    disconnect() {
      this.targets.clear()
      browser.sightListeners.delete(this.tellAll)
    }
    private tell(targets: Element[]) {
      const { part, width, height } = browser.sight
      const entries = targets.map((target) => ({
        target,
        isIntersecting: part > 0,
        intersectionRatio: part,
        boundingClientRect: { width, height },
      }))
      if (entries.length > 0) this.callback(entries)
    }
  }
  class NoObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(window, { IntersectionObserver: SightObserver, ResizeObserver: NoObserver })
  const varied = Uint8ClampedArray.from({ length: 64 }, (_, place) => place * 4)
  const context = { clearRect() {}, drawImage() {}, getImageData: () => ({ data: varied }) }
  Object.assign(window.HTMLCanvasElement.prototype, { getContext: () => context })
  Object.assign(window, { createImageBitmap: () => Promise.resolve({ close() {} }) })
}
