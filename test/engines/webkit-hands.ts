import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeTarget, isExpected, type Hands, type Target } from './hands'
import { callOf, finder, middleOfFirst, seeAll, withAllOf } from './in-page'
import { savedIn } from './saved-file'
import { until } from './until'
import { openScreen, startDriver } from './webdriver'

/** Keys by their name in the DOM, as the WebDriver protocol writes them. */
const keys: Record<string, string> = {
  Control: '\uE009',
  Shift: '\uE008',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Backspace: '\uE003',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

export interface WebKitPaths {
  driver: string
  browser: string
  /** Undefined: the screen that is there is used. */
  screen: string | undefined
}

/** WebKitGTK's small browser, by its own WebDriver. */
export async function openWebKit(paths: WebKitPaths): Promise<Hands> {
  const home = mkdtempSync(join(tmpdir(), 'loupe-webkit-'))
  const screen = paths.screen ? await openScreen(paths.screen) : undefined
  let problems: string[] = []
  const driver = await startDriver(paths.driver, browserEnv(home, screen?.display), (line) => {
    // Errors and warnings of the page, of the network, and of the policy header.
    if (/^CONSOLE .*(ERROR|WARN)/.test(line) && !isExpected(line)) problems.push(line)
  })
  const { sessionId, capabilities } = await driver.send<{
    sessionId: string
    capabilities: { browserVersion: string }
  }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: paths.browser,
          args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
        },
      },
    },
  })
  const send = <Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    driver.send<Value>(method, `/session/${sessionId}${path}`, body)
  const execute = <Value>(script: string, ...args: unknown[]) =>
    send<Value>('POST', '/execute/sync', { script, args })
  const act = (...actions: object[]) => send('POST', '/actions', { actions })
  const pressKeys = (actions: object[]) => act({ type: 'key', id: 'keyboard', actions })
  const movePointer = (...actions: object[]) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions })

  /** Finds what is pointed at, and does something with it, at once. */
  async function withAll<Value>(target: Target, script: (elements: Element[]) => Value): Promise<Value> {
    const found = await execute<{ value: Value } | null>(`return ${withAllOf(target, script)}`)
    if (found) return found.value
    await execute(finder)
    return withAll(target, script)
  }

  /** Where it can be pressed, once it is in sight and nothing lies over it. */
  const place = (target: Target) =>
    until(() => withAll(target, middleOfFirst), `${describeTarget(target)} can be pressed`)

  async function resize(width: number, height: number) {
    // What is around the page belongs to the window.
    const around = await execute<[number, number]>(
      'return [outerWidth - innerWidth, outerHeight - innerHeight]',
    )
    await send('POST', '/window/rect', { x: 0, y: 0, width: width + around[0], height: height + around[1] })
    await until(
      () =>
        execute<boolean>('return innerWidth === arguments[0] && innerHeight === arguments[1]', width, height),
      `the page is ${width} x ${height}`,
    )
  }

  const tabs = () => send<string[]>('GET', '/window/handles')
  const moveTo = (tab: string | undefined) => send('POST', '/window', { handle: tab })
  const open = async (address: string) => void (await send('POST', '/url', { url: address }))
  let [origin, before]: string[] = []

  const hands: Hands = {
    browser: `WebKitGTK ${capabilities.browserVersion}`,
    async open(address) {
      origin = new URL(address).origin
      await open(address)
    },
    address: () => send('GET', '/url'),
    back: async () => void (await send('POST', '/back', {})),
    reload: async () => void (await send('POST', '/refresh', {})),
    look: (target) => withAll(target, seeAll),
    async click(target) {
      const { x, y } = await place(target)
      await movePointer(
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      )
    },
    async press(names) {
      const values = names.split('+').map((name) => keys[name] ?? name)
      await pressKeys([
        ...values.map((value) => ({ type: 'keyDown', value })),
        ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
      ])
    },
    async type(text) {
      const press = (value: string) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))
      await pressKeys([...text].flatMap(press))
    },
    async drag(target, by) {
      const { x, y } = await place(target)
      const parts = [1, 2, 3, 4, 5].map((part) => part / 5)
      const moves = parts.map((part) => [Math.round(x + by.x * part), Math.round(y + by.y * part)])
      await movePointer(
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        ...moves.map(([x, y]) => ({ type: 'pointerMove', x, y, duration: 20 })),
        { type: 'pointerUp', button: 0 },
      )
    },
    async wheel(target, down) {
      const scroll = { type: 'scroll', ...(await place(target)), deltaX: 0, deltaY: down, duration: 0 }
      await act({ type: 'wheel', id: 'wheel', actions: [scroll] })
    },
    async openTab(address) {
      before = await send<string>('GET', '/window')
      const { handle } = await send<{ handle: string }>('POST', '/window/new', { type: 'window' })
      await moveTo(handle)
      await open(address)
    },
    async closeTab() {
      await send('DELETE', '/window')
      await moveTo(before)
    },
    run: (script, ...args) => execute(`return ${callOf(script, args)}`),
    saved: (click) => savedIn(home, click),
    picture: async (path) => writeFileSync(path, await send<string>('GET', '/screenshot'), 'base64'),
    problems: () => problems,
    async clean() {
      const [first, ...others] = await tabs()
      for (const other of others) {
        await moveTo(other)
        await send('DELETE', '/window')
      }
      await moveTo(first)
      if (origin) {
        // A file of the app in which nothing of it runs.
        await open(`${origin}/favicon.png`)
        await execute('localStorage.clear(); sessionStorage.clear()')
      }
      await open('about:blank')
      await resize(1366, 768)
      problems = []
    },
    async close() {
      await send('DELETE', '').catch(() => {})
      driver.stop()
      screen?.stop()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await hands.clean()
  return hands
}

/** The browser finds nothing of whoever runs the tests, and leaves nothing behind. */
const browserEnv = (home: string, display: string | undefined): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(display !== undefined && { DISPLAY: display, WAYLAND_DISPLAY: '' }),
  HOME: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_CACHE_HOME: join(home, 'cache'),
  XDG_DATA_HOME: join(home, 'data'),
  LC_ALL: 'C.UTF-8',
  LANGUAGE: 'en_US',
  TZ: 'America/New_York',
  // Without a desktop around it, nobody answers these.
  NO_AT_BRIDGE: '1',
  // Layers are put together by a graphics card, which is played by the processor here: half of all that this engine takes.
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  GSETTINGS_BACKEND: 'memory',
})
