import { JSDOM, VirtualConsole, type DOMWindow } from 'jsdom'
import { webcrypto } from 'node:crypto'
import type { Browser } from './browser'
import type { Tab } from './tab'
import { createStorage } from './kept'
import { addNetwork } from './network'
import { addPageParts } from './page-parts'
import { addPictures } from './pictures'

/** One document of a tab, with the app in it. */
export type Page = {
  window: DOMWindow
  browser: Browser
  tab: Tab
  isGone: boolean
  /** Said on its console, and what was thrown. */
  said: string[]
  set: (run: () => void, ms: number) => void
}

export type LoadKind = 'navigate' | 'reload' | 'back_forward'

const html = (parts: string, config: string) =>
  `<!doctype html><html lang="en"><head><meta name="loupe-config" content='${config}'><meta name="loupe-parts" content="${parts}"></head><body><div id="root"></div></body></html>`

/** @param onBegin called before the app runs */
export function openPage(
  tab: Tab,
  browser: Browser,
  address: string,
  state: unknown,
  kind: LoadKind,
  onBegin: (page: Page) => void,
): Page {
  const said: string[] = []
  const virtualConsole = new VirtualConsole()
  for (const level of ['error', 'warn'] as const)
    virtualConsole.on(level, (...words) => void said.push(words.map(String).join(' ')))
  virtualConsole.on('jsdomError', (error) => void said.push(String(error.stack ?? error)))
  const config = JSON.stringify({
    sandbox: null,
    photoOrigins: [`${browser.officeOrigin}/`],
    idleMinutes: 15,
  })
  const dom = new JSDOM(html(browser.partFiles(), config), {
    url: `${browser.origin}${address}`,
    runScripts: 'outside-only',
    virtualConsole,
  })
  const { window } = dom
  const { clock } = browser
  const page: Page = {
    window,
    browser,
    tab,
    isGone: false,
    said,
    set: (run, ms) => void clock.set(page, ms, run),
  }
  window.history.replaceState(state, '')
  addTime(page, kind)
  addKept(page)
  addHistory(page)
  addPageParts(page)
  addPictures(page)
  addNetwork(page)
  onBegin(page)
  browser.app.runInContext(dom.getInternalVMContext())
  return page
}

function addTime(page: Page, kind: LoadKind): void {
  const { window, browser } = page
  const { clock, random } = browser
  const begun = clock.now()
  const clear = (id: number) => clock.clear(id)
  const RealDate = window.Date
  class WalkDate extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [clock.now()] : args) as [number]))
    }
    static override now() {
      return clock.now()
    }
  }
  Object.assign(window, {
    Date: WalkDate,
    setTimeout: (run: (...args: unknown[]) => void, ms: number, ...args: unknown[]) =>
      clock.set(page, ms, () => run(...args)),
    clearTimeout: clear,
    clearInterval: clear,
    setInterval(run: () => void, ms: number) {
      // Each turn sets the next one, under the number of the first.
      let id = 0
      const turn = () => {
        const next = clock.set(page, ms, turn)
        ids.set(id, next)
        run()
      }
      id = clock.set(page, ms, turn)
      return id
    },
    requestAnimationFrame: (run: (time: number) => void) =>
      clock.set(page, 16, () => run(clock.now() - begun)),
    cancelAnimationFrame: clear,
  })
  const ids = new Map<number, number>()
  window.clearInterval = (id) => {
    clear(Number(id))
    clear(ids.get(Number(id)) ?? 0)
  }
  window.Math.random = random.chance
  Object.defineProperty(window, 'performance', {
    value: {
      now: () => clock.now() - begun,
      timeOrigin: begun,
      getEntriesByType: () => [{ type: kind }],
      mark: () => {},
      measure: () => {},
    },
  })
  window.AbortSignal.timeout = (ms) => {
    const controller = new window.AbortController()
    page.set(() => controller.abort(new window.DOMException('Timed out', 'TimeoutError')), ms)
    return controller.signal
  }
}

function addKept(page: Page): void {
  const { window, browser, tab } = page
  const own = (name: string, value: unknown, of: object = window) =>
    Object.defineProperty(of, name, { value, configurable: true, writable: true })
  own(
    'localStorage',
    createStorage(browser.kept, (key) => browser.tellStorage(page, key)),
  )
  own('sessionStorage', createStorage(tab.kept))
  own('name', tab.name)
  own('BroadcastChannel', browser.channels.channelClass(page, window))
  own('locks', browser.locks.managerOf(page), window.navigator)
  Object.defineProperty(window.navigator, 'onLine', { get: () => browser.isOnline })
  Object.defineProperty(window.document, 'visibilityState', {
    get: () => (browser.active === tab ? 'visible' : 'hidden'),
  })
  Object.defineProperty(window.document, 'hidden', { get: () => browser.active !== tab })
  window.document.hasFocus = () => browser.active === tab
  const { subtle } = webcrypto
  const during =
    (name: 'importKey' | 'encrypt' | 'decrypt') =>
    (...args: unknown[]) =>
      browser.clock.during((subtle[name] as (...args: unknown[]) => Promise<unknown>).apply(subtle, args))
  own('crypto', {
    getRandomValues: (array: Uint8Array | Uint32Array) => fill(array, browser.random.below),
    subtle: { importKey: during('importKey'), encrypt: during('encrypt'), decrypt: during('decrypt') },
  })
  Object.assign(window, { TextEncoder, TextDecoder, structuredClone })
}

function fill<T extends Uint8Array | Uint32Array>(array: T, below: (end: number) => number): T {
  for (let place = 0; place < array.length; place++) array[place] = below(2 ** 32)
  return array
}

/** The tab has the history: it goes on from document to document. */
function addHistory({ window, tab }: Page): void {
  const { prototype } = window.History
  const replaceState = prototype.replaceState
  const change = (isNew: boolean): History['pushState'] =>
    function (this: History, state, unused, url) {
      replaceState.call(this, state, unused, url)
      tab.noteEntry(window.location.pathname + window.location.search, window.history.state, isNew)
    }
  prototype.pushState = change(true)
  prototype.replaceState = change(false)
  prototype.go = (delta = 0) => tab.go(delta)
  prototype.back = () => tab.go(-1)
  prototype.forward = () => tab.go(1)
  Object.defineProperty(prototype, 'length', { get: () => tab.entries.length })
  Object.assign(window, {
    loadDocument: (address: string) => tab.replaceDocument(address),
    reloadDocument: () => tab.reloadDocument(),
    /** Without going through the tab. */
    showEntry: (state: unknown, address: string) => {
      replaceState.call(window.history, state, '', address)
      window.dispatchEvent(new window.PopStateEvent('popstate', { state }))
    },
  })
}
