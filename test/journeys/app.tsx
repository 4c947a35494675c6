import type { QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getResponse, http, HttpResponse, type JsonBodyType } from 'msw'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, vi } from 'vitest'
import { createQueryClient } from '../../src/cloudcard/query-client'
import { signInWithPassword } from '../../src/cloudcard/session-requests'
import { forgetAddress } from '../../src/base/address'
import { browserClock } from '../../src/base/clock'
import { documentLoad } from '../../src/base/document-load'
import { endLifetime } from '../../src/base/lifetimes'
import { App } from '../../src/app/routes'
import { followList } from '../../src/photos/sources/photo-source'
import { createSandbox, sandboxSignIn } from '../../src/sandbox/sandbox'
import { beginSession } from '../../src/session/begin-session'
import { endSession } from '../../src/session/session'
import { changeSettings } from '../../src/session/settings'
import { passMoment, watchMoments } from './moments'
import { createNetwork } from './network'

export const sandbox = createSandbox({ photos: 600 })
export const server = createNetwork(sandbox.handlers)

/** Every request of the journey to CloudCard, as "GET /photo?max=25&…". */
export const asked: string[] = []

server.onRequest(({ method, url }) => {
  const { pathname, search } = new URL(url)
  if (pathname.startsWith('/cloudcard'))
    asked.push(`${method} ${pathname.replace('/cloudcard', '')}${search}`)
})

const isList = (request: string) => request.includes('/photo?')
/** One row is asked for only to know whether there is one: to count a status. */
export const isProbe = (request: string) => /[?&]max=1(?!\d)/.test(request)

/** The requests for pages of the list alone. */
export const askedPages = () => asked.filter((request) => isList(request) && !isProbe(request))

/** The requests that count the photos to which `part` of the query applies, or all of them. */
export const askedProbes = (part = '') =>
  asked.filter((request) => isList(request) && isProbe(request) && request.includes(part))

/** By so much the computer's clock was set since the journey began, in ms. */
let setBy = 0
const startOfJourney = new Date('2026-08-12T14:42:00Z').getTime()
const gates: (() => void)[] = []
/** What they have read would be kept for minutes: of hundreds of journeys that are gigabytes. */
const clients: QueryClient[] = []

/** Call once in each file of journeys. */
export function runSandbox() {
  // What the app loads when it is first used is there already: a test does not wait for it to be compiled.
  beforeAll(async () => {
    await Promise.all([
      import('../../src/screens/viewer/photo-pane'),
      import('../../src/screens/viewer/photo-page'),
      import('../../src/screens/filters/filter-editor'),
      import('../../src/photos/sources/whole-maker'),
      import('../../src/app/after-start'),
      import('../../src/desk/tray'),
      import('../../src/screens/record/record-page'),
      import('../../src/session/sign-in-page'),
      import('../../src/screens/viewer/compare-view'),
    ])
  }, 60_000)

  beforeAll(() => server.listen())
  beforeEach(() => {
    vi.setSystemTime(startOfJourney)
    setBy = 0
    vi.spyOn(browserClock, 'now').mockImplementation(() => Date.now() - setBy)
    // jsdom loads no documents: the app goes on in the one at hand, as it does offline.
    vi.spyOn(documentLoad, 'replace').mockResolvedValue(false)
  })
  watchMoments()
  afterEach(() => {
    server.resetHandlers()
    endJourney()
  })
  afterAll(() => server.close())
}

/** The app is gone, and nothing of what it kept is left: the next one begins as in a new document. */
export function endJourney() {
  cleanup()
  for (const letGo of gates.splice(0)) letGo()
  endSession('never-began')
  // The app is gone already, and did not hear of it.
  for (const lifetime of ['read', 'work', 'document'] as const) endLifetime(lifetime)
  for (const client of clients.splice(0)) client.clear()
  changeSettings({ news: '5', documents: 'photo' })
  localStorage.clear()
  sandbox.reset()
  asked.length = 0
}

/** The clock stands still in a journey until it is moved on. */
export const passSeconds = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1000)

/** Somebody sets the computer's clock; no time passes by that. */
export function setClock(hours: number) {
  setBy += hours * 3_600_000
  vi.setSystemTime(Date.now() + hours * 3_600_000)
}

/** The time for which decisions are held goes on only when it is told to. Call once in each file that decides. */
export function stopHoldTime() {
  let timers: { at: number; callback: () => void }[] = []
  beforeEach(() => {
    timers = []
    vi.spyOn(browserClock, 'setTimer').mockImplementation((callback, ms) => {
      const timer = { at: browserClock.now() + ms, callback }
      timers.push(timer)
      return () => void (timers = timers.filter((each) => each !== timer))
    })
  })
  return function passHold(seconds: number) {
    passSeconds(seconds)
    const due = timers.filter(({ at }) => at <= browserClock.now())
    timers = timers.filter((each) => !due.includes(each))
    act(() => due.forEach(({ callback }) => callback()))
  }
}

/** The browser tab goes out of sight, or comes back. */
export function show(visibility: DocumentVisibilityState) {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  onTestFinished(() => void state.mockRestore())
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

/** Opens the whole app at an address, as a signed-in member of the office unless told otherwise. */
export async function openApp(
  address: string,
  { isSignedIn = true, username = sandboxSignIn.username as string } = {},
) {
  window.history.pushState(null, '', address)
  if (isSignedIn) beginSession(await signInWithPassword(username, sandboxSignIn.password))
  return showApp()
}

/** Draws the whole app, at whatever address the tab has. */
export function showApp() {
  asked.length = 0
  const queryClient = createQueryClient({ retryDelay: 1 })
  clients.push(queryClient)
  forgetAddress()
  // As main.tsx does.
  const stop = followList(queryClient)
  const view = render(<App queryClient={queryClient} />)
  const unmount = () => {
    stop()
    view.unmount()
  }
  return { user: userEvent.setup(), queryClient, ...view, unmount }
}

/**
 * What the browser's reload does: nothing in memory is left, storage and history are. For the last tests of a file: what is
 * loaded on demand afterwards is another copy than what is there already.
 */
export async function reload(unmount: () => void) {
  unmount()
  vi.resetModules()
  asked.length = 0
  const fresh = await import('../../src/app/routes')
  const freshSession = await import('../../src/session/session')
  const freshClient = await import('../../src/cloudcard/query-client')
  const freshSource = await import('../../src/photos/sources/photo-source')
  const freshLoad = await import('../../src/base/document-load')
  const freshLifetimes = await import('../../src/base/lifetimes')
  vi.spyOn(freshLoad.documentLoad, 'replace').mockResolvedValue(false)
  freshSession.restoreSession()
  const queryClient = freshClient.createQueryClient({ retryDelay: 1 })
  clients.push(queryClient)
  freshSource.followList(queryClient)
  render(<fresh.App queryClient={queryClient} />)
  // It is nothing that the next journey knows of: left alone, it would go on asking, and end the session of that one.
  onTestFinished(() => {
    cleanup()
    freshSession.endSession('never-began')
    for (const lifetime of ['read', 'work', 'document'] as const) freshLifetimes.endLifetime(lifetime)
    localStorage.clear()
    sessionStorage.clear()
  })
}

/** Holds the pages of Get Photo List to which `part` of the query applies, until they are let go. */
export const holdPages = (part: string) => hold((request) => !isProbe(request) && request.includes(part))

/** Holds what counts the photos to which `part` of the query applies, or all of them. */
export const holdProbes = (part = '') => hold((request) => isProbe(request) && request.includes(part))

function hold(isHeld: (request: string) => boolean): () => void {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  gates.push(letGo)
  server.use(
    http.get('*/cloudcard/photo', async ({ request }) => {
      if (isHeld(request.url)) await gate
    }),
  )
  return letGo
}

/** Lets the sandbox answer Get Photo List, and something happen to the rows on their way. */
export function changeRows(change: (rows: JsonBodyType[], url: URL) => JsonBodyType[]) {
  server.use(
    http.get('*/cloudcard/photo', async ({ request }) => {
      const answer = await getResponse(sandbox.handlers, request)
      return HttpResponse.json(change((await answer?.json()) ?? [], new URL(request.url)))
    }),
  )
}

/** The list ends behind so many photos, whatever the sandbox has. */
export const endListAfter = (total: number) =>
  changeRows((rows, url) => rows.slice(0, Math.max(0, total - Number(url.searchParams.get('offset')))))

/** The open photo can be approved: it was on the screen long enough. */
export async function findApprove() {
  // Looked up anew each time: the one of the photo before may still be there, or be gone already.
  return waitFor(() => {
    passMoment()
    const button = screen.getByRole('button', { name: 'Approve' })
    expect(button).not.toHaveAttribute('aria-disabled')
    return button
  })
}

/** The decisions that are not over. */
export const findDecisions = async () => within(await screen.findByRole('region', { name: 'Decisions' }))

/** What was asked of CloudCard to decide on photos. */
export const askedDecisions = () => asked.filter((request) => request.startsWith('PUT'))

export const address = () => window.location.pathname + window.location.search

export async function findTable() {
  return screen.findByRole('table', { name: /photos$/ })
}

/** The e-mails of the rows on the screen, from top to bottom. */
export async function shownEmails(): Promise<string[]> {
  const table = await findTable()
  return within(table)
    .getAllByRole('link')
    .map((link) => link.textContent?.split(' ')[0] ?? '')
}

/** The photos on the screen, from top to bottom, by the addresses of their links. */
export const shownIds = async (): Promise<number[]> => idsIn(await findTable())

export const idsIn = (table: HTMLElement): number[] =>
  within(table)
    .getAllByRole('link')
    .map((link) => Number(new URL((link as HTMLAnchorElement).href).searchParams.get('photo')))

/** Waits until these photos are on the screen, in this order, and no others. */
export const findIds = (ids: readonly number[]) =>
  waitFor(async () => expect(await shownIds()).toEqual(ids.slice(0, 25)))

export const searchField = () => screen.getByRole('searchbox', { name: 'Search photos' })

export const pages = () => within(screen.getByRole('navigation', { name: 'Pages' }))
export const tabs = () => within(screen.getByRole('navigation', { name: 'Photo status' }))
export const pane = () => screen.findByRole('region', { name: 'Photo details' })

/** The tab of a status; what is known of its count follows in its name. */
export const tab = (status: string) =>
  tabs().getByRole('link', { name: new RegExp(`^${status}( [\\d,]+\\+?)?$`) })

/** Waits until every tab tells something of its count: then nothing more is asked in the background. */
export const findCounts = () =>
  waitFor(() => {
    for (const link of tabs().getAllByRole('link')) {
      // Of some statuses it is a guess that CloudCard lists them: where it does not, their tabs have no number.
      if (!/^(On hold|Failed)$/.test(link.textContent.trim())) expect(link).toHaveAccessibleName(/\d\+?$/)
    }
  })

/** Waits until the bar below the list says this of the place in the queue. */
export async function findPlace(text: string | RegExp) {
  return within(screen.getByRole('navigation', { name: 'Pages' })).findByText(text)
}

/** The link of a row, once it is there; its name begins with the e-mail. */
export async function findRow(email: string) {
  return within(await findTable()).findByRole('link', { name: (name) => name.startsWith(email) })
}

/** Nothing that names a person where the browser would keep it or a colleague would see it. */
export function expectNothingPersonal() {
  const seen = [
    window.location.href,
    document.title,
    JSON.stringify(window.history.state),
    JSON.stringify(localStorage),
  ].join(' ')
  expect(decodeURIComponent(seen)).not.toMatch(/@|lakemont|marisol|vega|L0027714/i)
}
