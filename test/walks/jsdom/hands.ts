import type { Hands } from '../hands'
import { look } from '../look'
import { usualSight, type Browser } from './browser'
import { clickAgain, endComposition, find, personOf, pressKey } from './input'
import type { Page } from './page'

/** Between the letters of somebody who types, in ms. */
const betweenLettersMs = 60

export function jsdomHands(browser: Browser): Hands {
  const { clock } = browser
  let loadedByTabsGone = 0
  const page = (): Page => {
    const { page } = browser.active
    if (!page) throw new Error('The tab shows no page.')
    return page
  }
  const see = (of: Page) => look(of.window.document, browser.sight.part)

  return {
    longestWaitMs: Number.POSITIVE_INFINITY,
    see: async () => see(page()),
    seeAll: async () =>
      [
        page(),
        ...browser.tabs.flatMap(({ page }) => page ?? []).filter((each) => each !== browser.active.page),
      ].map(see),
    kept: async () =>
      JSON.stringify([
        ...browser.kept,
        ...browser.tabs.flatMap((tab) => [
          ...tab.kept,
          tab.entries.map(({ address, state }) => [address, state]),
        ]),
      ]),
    said() {
      const said = [
        ...browser.said.splice(0),
        ...browser.tabs.flatMap(({ page }) => page?.said.splice(0) ?? []),
      ]
      return said
    },
    loadedByItself: () => loadedByTabsGone + browser.tabs.reduce((sum, tab) => sum + tab.loadedByItself, 0),
    ran: async () => clock.ranOf(page()),
    tabCount: () => browser.tabs.length,

    async click(target, { second } = {}) {
      const here = page()
      const element = find(here, target)
      if (!element) return false
      await personOf(here).click(element)
      if (second === undefined) return true
      await clock.pass(second)
      if (page() !== here) return true
      // The pointer stays where it is: whatever has come into this place gets the second click.
      clickAgain(here, element.isConnected ? element : (find(here, target) ?? here.window.document.body))
      return true
    },
    press: (key) => pressKey(page(), key),
    async type(text) {
      for (const letter of text) {
        await pressKey(page(), letter)
        await clock.pass(betweenLettersMs)
      }
    },
    endComposition: async () => endComposition(page()),
    async choose(name, value) {
      const element = find(page(), { role: 'combobox', name })
      if (!element) return false
      await personOf(page()).selectOptions(element, value)
      return true
    },

    open: async (address) => browser.active.open(address),
    go: async (delta) => browser.active.go(delta),
    reload: async () => browser.active.reload(),
    async openTab(address) {
      browser.openTab().open(address)
    },
    async nextTab() {
      const next = browser.tabs[(browser.tabs.indexOf(browser.active) + 1) % browser.tabs.length]
      if (next) browser.show(next)
    },
    async closeTab() {
      if (browser.tabs.length === 1) return
      loadedByTabsGone += browser.active.loadedByItself
      browser.closeTab(browser.active)
    },
    async crash() {
      const { active } = browser
      const { address } = active.entries[active.index] ?? { address: '/photos' }
      loadedByTabsGone += active.loadedByItself
      active.leave({ isCrash: true })
      browser.openTab().open(address)
      browser.closeTab(active)
    },
    async reopen(isRestored) {
      const { active } = browser
      const { address } = active.entries[active.index] ?? { address: '/photos' }
      for (const tab of browser.tabs) {
        loadedByTabsGone += tab.loadedByItself
        tab.leave()
      }
      browser.tabs = []
      browser.openTab(isRestored ? active.kept : undefined).open(address)
    },
    setOnline: async (isOnline) => browser.setOnline(isOnline),
    async zoom(level) {
      browser.setSight(level > 200 ? { part: 0.2, width: 300, height: 400, isNarrow: true } : usualSight)
    },
    async newRelease() {
      browser.release++
    },

    pass: (ms) => clock.pass(ms),
    async end() {
      for (const tab of browser.tabs) tab.leave()
    },
  }
}
