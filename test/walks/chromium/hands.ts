import type { BrowserContext, Locator, Page } from '@playwright/test'
import type { Hands, Target } from '../hands'
import { look, type Seen } from '../look'
import { countRuns, watchContext } from './watch'

const betweenLettersMs = 30
/** What is covered, or moves on, is not clicked. */
const patienceMs = 800

const isError = (page: Page) => page.url().startsWith('chrome-error:')

/** The built app in a real browser, with real time. */
export async function chromiumHands(context: BrowserContext, url: string): Promise<Hands> {
  await context.addInitScript(countRuns)
  const watch = await watchContext(context)
  let page = await context.newPage()

  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  async function see(of: Page): Promise<Seen> {
    for (let tries = 0; ; tries++) {
      try {
        return (await of.evaluate(`(${look.toString()})(document, null)`)) as Seen
      } catch (error) {
        // Another document is being loaded.
        if (tries > 20) throw error
        await wait(200)
      }
    }
  }
  async function find({ role, name, place = 0 }: Target): Promise<Locator | null> {
    const dialog = page.locator('dialog[open]').last()
    const root = (await dialog.count()) > 0 ? dialog : page
    const found = root.getByRole(role, { name })
    const count = await found.count()
    return count > 0 ? found.nth(place % count) : null
  }
  /** With the query; of the page that Chromium shows without network it is not known which was asked for. */
  function addressOf(of: Page): string {
    if (isError(of)) return '/photos'
    const { pathname, search } = new URL(of.url())
    return pathname + search
  }
  /** A page that the person asks for. */
  async function load(work: () => Promise<unknown>) {
    await watch.asked(async () => {
      // Offline there is nothing to load.
      await work().catch(() => null)
      await wait(300)
    })
  }
  async function openTab(address: string) {
    page = await context.newPage()
    await load(() => page.goto(url + address))
  }

  return {
    longestWaitMs: 3_000,
    see: () => see(page),
    async seeAll() {
      const others = context.pages().filter((each) => each !== page)
      return Promise.all([page, ...others].map(see))
    },
    async kept() {
      const kept = context
        .pages()
        .map((each) =>
          each.evaluate(() =>
            JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]),
          ),
        )
      return (await Promise.all(kept.map((each) => each.catch(() => '')))).join(' ')
    },
    said: watch.said,
    loadedByItself: watch.loadedByItself,
    ran: () => page.evaluate(() => (window as unknown as { walkRuns: number }).walkRuns),
    tabCount: () => context.pages().length,

    async click(target, { second } = {}) {
      const element = await find(target)
      if (!element) return false
      const isClicked = await element.click({ timeout: patienceMs }).then(
        () => true,
        () => false,
      )
      if (isClicked && second !== undefined) {
        await wait(second)
        await page.mouse.down({ clickCount: 2 })
        await page.mouse.up({ clickCount: 2 })
      }
      return isClicked
    },
    // Chromium's keyboard has no AltGr of its own: letters.spec.ts has it.
    press: (key) =>
      key.startsWith('AltGraph') ? Promise.resolve() : page.keyboard.press(key === '+' ? 'NumpadAdd' : key),
    type: (text) => page.keyboard.type(text, { delay: betweenLettersMs }),
    async endComposition() {
      const options = {
        key: 'Enter',
        code: 'Enter',
        isComposing: true,
        keyCode: 229,
        bubbles: true,
        cancelable: true,
      }
      await page.evaluate(
        (options) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options)),
        options,
      )
    },
    async choose(name, value) {
      const element = await find({ role: 'combobox', name })
      if (!element) return false
      return element.selectOption(value, { timeout: patienceMs }).then(
        () => true,
        () => false,
      )
    },

    open: (address) => load(() => page.goto(url + address)),
    go: (delta) =>
      load(() => (delta < 0 ? page.goBack({ timeout: 3_000 }) : page.goForward({ timeout: 3_000 }))),
    reload: () => load(() => page.reload()),
    openTab,
    async nextTab() {
      const pages = context.pages()
      page = pages[(pages.indexOf(page) + 1) % pages.length] ?? page
      await page.bringToFront()
    },
    async closeTab() {
      const old = page
      page = context.pages().find((each) => each !== old) ?? page
      await old.close()
      await page.bringToFront()
    },
    async crash() {
      const old = page
      const last = addressOf(old)
      const session = await context.newCDPSession(old)
      const isOver = old.waitForEvent('crash')
      void session.send('Page.crash').catch(() => {})
      await isOver
      await openTab(last)
      await old.close()
    },
    async reopen() {
      const olds = context.pages()
      const last = addressOf(page)
      page = await context.newPage()
      for (const old of olds) await old.close()
      await load(() => page.goto(url + last))
    },
    async setOnline(isOnline) {
      await context.setOffline(!isOnline)
      // Chromium does so by itself, but not where the network was only said to be gone.
      if (isOnline) for (const each of context.pages().filter(isError)) await load(() => each.reload())
    },
    zoom: (level) =>
      page.setViewportSize({ width: Math.round(136_600 / level), height: Math.round(76_800 / level) }),
    newRelease: async () => watch.release(),

    pass: wait,
    end: () => context.close(),
  }
}
