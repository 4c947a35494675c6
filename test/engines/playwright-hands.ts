import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chromium,
  firefox,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test'
import { isExpected, type Hands, type Seen, type Target } from './hands'
import { callOf, finder, seeAll, withAllOf } from './in-page'
import { savedIn } from './saved-file'

/** No step takes longer, in ms; a busy machine is slow, not wrong. */
const stepMs = 30_000

type Opening = { path: string; inSight: boolean }
/** The click, and what it saves. */
type Save = (page: Page, click: () => Promise<void>) => ReturnType<Hands['saved']>

/** @param init runs in every page before anything of it */
export async function openChromium({ path, inSight }: Opening, init?: () => void): Promise<Hands> {
  const browser = await chromium.launch({ executablePath: path, headless: !inSight, timeout: stepMs })
  const save: Save = async (page, click) => {
    const [download] = await Promise.all([page.waitForEvent('download'), click()])
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  return withBrowser(browser, `Chromium ${browser.version()}`, save, init)
}

/** Debian's own Firefox, by WebDriver BiDi. */
export async function openFirefox({ path, inSight }: Opening): Promise<Hands> {
  const home = mkdtempSync(join(tmpdir(), 'loupe-firefox-'))
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: path,
    headless: !inSight,
    timeout: stepMs,
    downloadsPath: home,
    // It refuses to work in a home that is another's, such as that of a container.
    env: { ...(process.env as Record<string, string>), HOME: home },
  })
  passMediaFeaturesBy(browser)
  const save: Save = (_, click) => savedIn(home, click)
  const hands = await withBrowser(browser, `Firefox ${browser.version()}`, save)
  const close = async () => {
    await hands.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { ...hands, close }
}

/** Playwright asks for a color scheme at every start, which Firefox does not know how to do: it is answered in its place. */
function passMediaFeaturesBy(browser: Browser): void {
  type Session = { send: (method: string, ...rest: unknown[]) => Promise<unknown> }
  // oxlint-disable no-underscore-dangle
  type Inside = { _connection: { toImpl: (browser: Browser) => { _browserSession: Session } } }
  const session = (browser as unknown as Inside)._connection.toImpl(browser)._browserSession
  // oxlint-enable no-underscore-dangle
  const send = session.send.bind(session)
  session.send = (method, ...rest) =>
    method === 'emulation.setMediaFeaturesOverride' ? Promise.resolve({}) : send(method, ...rest)
}

async function withBrowser(browser: Browser, name: string, save: Save, init?: () => void): Promise<Hands> {
  let problems: string[] = []
  let context: BrowserContext
  let tabs: Page[] = []
  const tab = (): Page => {
    const last = tabs.at(-1)
    if (!last) throw new Error('There is no tab.')
    return last
  }
  const addTab = async () => {
    const page = await context.newPage()
    page.setDefaultTimeout(stepMs)
    // Only leaving asks.
    page.on('dialog', (dialog) => void dialog.accept().catch(() => {}))
    tabs.push(page)
    return page
  }
  const look: Hands['look'] = async (target) => {
    const found = await tab().evaluate<{ value: Seen[] } | null>(withAllOf(target, seeAll))
    if (found) return found.value
    await tab().evaluate(finder)
    return look(target)
  }
  const type: Hands['type'] = async (text) => {
    for (const letter of text) {
      if (/[ -~]/.test(letter)) await tab().keyboard.press(letter)
      // No key of an American keyboard: it is put in as an input method does.
      else await tab().evaluate((letter) => document.execCommand('insertText', false, letter), letter)
    }
  }
  const hands: Hands = {
    browser: name,
    open: async (address) => void (await tab().goto(address)),
    address: async () => tab().url(),
    // A document that was left behind answers nothing; what then stands on the screen is looked at anyway.
    back: async () =>
      void (await tab()
        .goBack({ waitUntil: 'commit', timeout: 5000 })
        .catch(() => null)),
    reload: async () => void (await tab().reload({ waitUntil: 'commit' })),
    look,
    click: (target) => locate(tab(), target).first().click(),
    press: (keys) => tab().keyboard.press(keys),
    type,
    async drag(target, by) {
      const { x, y } = await middleOf(locate(tab(), target))
      const { mouse } = tab()
      await mouse.move(x, y)
      await mouse.down()
      await mouse.move(x + by.x, y + by.y, { steps: 5 })
      await mouse.up()
    },
    async wheel(target, down) {
      const { x, y } = await middleOf(locate(tab(), target))
      await tab().mouse.move(x, y)
      await tab().mouse.wheel(0, down)
    },
    openTab: async (address) => void (await (await addTab()).goto(address)),
    async closeTab() {
      const page = tab()
      const closed = page.waitForEvent('close')
      await page.close({ runBeforeUnload: true })
      await closed
      tabs.pop()
      await tabs.at(-1)?.bringToFront()
    },
    run: (script, ...args) => tab().evaluate(callOf(script, args)),
    saved: (click) => save(tab(), click),
    // Playwright writes a style of its own to hide the caret, which the policy header forbids.
    picture: async (path) => void (await tab().screenshot({ path, caret: 'initial' })),
    problems: () => problems,
    async clean() {
      await context?.close()
      problems = []
      context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'en-US',
        timezoneId: 'America/New_York',
      })
      watch(context, problems)
      if (init) await context.addInitScript(init)
      tabs = []
      await addTab()
    },
    close: () => browser.close(),
  }
  await hands.clean()
  return hands
}

function locate(page: Page, { role, name, within }: Target): Locator {
  const options = name === undefined ? {} : { name, exact: typeof name === 'string' }
  return (within ? locate(page, within) : page).getByRole(role, options)
}

async function middleOf(found: Locator): Promise<{ x: number; y: number }> {
  const box = await found.first().boundingBox()
  if (!box) throw new Error(`${found.toString()} is not on the screen.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Notes what no page should do: messages, errors, requests that fail, breaches of the policy header. */
function watch(context: BrowserContext, problems: string[]): void {
  const note = (words: string) => {
    if (!isExpected(words)) problems.push(words)
  }
  context.on('console', (message) => {
    if (!['error', 'warning', 'assert'].includes(message.type())) return
    note(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // The page is left, or the photo is no longer wanted.
    if (!/abort/i.test(why)) note(`failed: ${why} (${request.url()})`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) note(`answered: ${response.status()} (${response.url()})`)
  })
}
