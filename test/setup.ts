import '@testing-library/jest-dom/vitest'
import { cleanup, configure, getConfig } from '@testing-library/react'
import * as React from 'react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { endLifetime } from '../src/base/lifetimes'
import { setAuthToken } from '../src/cloudcard/auth-token'
import { installPopovers } from './popovers'
import { quickenStyles } from './quick-styles'
import { quickenSelectors } from './quick-selectors'
import { installPictures, showPicturesAsUsual, SightObserver } from './sight'

// React asks for it once, when it is loaded; a test of what is drawn fills it: drawn.ts.
vi.hoisted(() => {
  const name = '__REACT_DEVTOOLS_GLOBAL_HOOK__'
  const hook = { supportsFiber: true, inject: () => 1, onCommitFiberRoot() {}, onCommitFiberUnmount() {} }
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: hook })
})

// Each look in vain would write the whole page into a message, which nobody reads while something is waited for: a twelfth of the
// time. Where the wait has ended the page is written anyway.
configure(({ getElementError }) => ({
  asyncUtilTimeout: 15_000,
  getElementError: (message, container) =>
    Reflect.get(getConfig(), '_disableExpensiveErrorDiagnostics')
      ? Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' })
      : getElementError(message, container),
}))
quickenStyles()
quickenSelectors()
const { asyncWrapper, eventWrapper } = getConfig()

// React notes for each element, up to so many a second, where it was made, for messages that no test reads: a tenth of the time.
const internals = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'
Object.defineProperty(Reflect.get(React, internals), 'recentlyCreatedOwnerStacks', {
  configurable: true,
  get: () => Infinity,
  set() {},
})

// As the start server writes it for the sandbox; the app reads it once, when it is loaded.
const config = document.createElement('meta')
config.name = 'loupe-config'
config.content = JSON.stringify({
  sandbox: { photos: 600, username: 'office@example.edu', password: 'sandbox' },
  photoOrigins: [],
  idleMinutes: 15,
})
document.head.append(config)

// What jsdom leaves out: layout, and with it the rows that a virtual list would draw.
for (const [name, size] of [
  ['offsetHeight', (element: Element) => (element.tagName === 'TR' ? 56 : 3_000)],
  ['clientHeight', () => 3_000],
  ['offsetWidth', () => 1_000],
  ['clientWidth', () => 1_000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return size(this)
    },
  })
}
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { IntersectionObserver: SightObserver, ResizeObserver: NoObserver })
Element.prototype.scrollIntoView = () => {}
Element.prototype.scrollTo = () => {}
// Nothing is on letters: a click does at once what it does.
Range.prototype.getClientRects = () => document.createElement('p').getClientRects()
installPictures()
const focusedBefore = new WeakMap<HTMLDialogElement, Element | null>()
HTMLDialogElement.prototype.showModal = function () {
  focusedBefore.set(this, document.activeElement)
  this.open = true
}
HTMLDialogElement.prototype.close = function () {
  if (!this.open) return
  this.open = false
  const former = focusedBefore.get(this)
  if (former instanceof HTMLElement && former.isConnected) former.focus()
}
installPopovers()
window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: query.includes('min-width'),
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })

// A spy that throws is swallowed by whoever caught the error; what was said is checked afterwards.
const said: string[] = []
beforeEach(() => {
  // As in a new document, in which nobody has signed out yet.
  setAuthToken(null)
  // Testing Library sets it for the first file alone of those that share a loading of it.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  said.length = 0
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void said.push(words.map(String).join(' ')))
  }
})
afterEach(() => {
  cleanup()
  // Also of a clock that was only set.
  vi.useRealTimers()
  vi.unstubAllGlobals()
  configure({ asyncWrapper, eventWrapper })
  showPicturesAsUsual()
  // Files share a document and one loading of the app: what stands in it, and whatever is kept, ends with the test.
  document.body.replaceChildren()
  window.history.replaceState(null, '', '/')
  localStorage.clear()
  sessionStorage.clear()
  for (const lifetime of ['read', 'work', 'document'] as const) endLifetime(lifetime)
  expect(said, 'said on the console').toEqual([])
})
