import { screen, waitFor } from '@testing-library/react'
import { delay, getResponse, http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedProbes,
  findCounts,
  findPlace,
  findRow,
  findTable,
  holdProbes,
  openApp,
  pages,
  pane,
  passSeconds,
  sandbox,
  server,
  show,
  tab,
  tabs,
  runSandbox,
} from './app'

runSandbox()

const button = (name: string) => pages().getByRole('button', { name })
const refresh = () => screen.getByRole('button', { name: 'Refresh' })
const offsets = (requests: string[]) => requests.map((request) => Number(/offset=(\d+)/.exec(request)?.[1]))
const otherTabs = [
  'APPROVED',
  'DENIED',
  'ON_HOLD',
  'FAILED',
  'READY_FOR_DOWNLOAD',
  'DOWNLOADED',
  'DONE',
  'ENROUTE',
].map((status) => `GET /photo?status=${status}&`)
const pending = 'status=PENDING'

it('the opened tab gets its exact number, its number of pages and the way to the last one', async () => {
  const { user } = await openApp('/photos?status=DOWNLOADED')
  await findPlace('1–25 of 257')
  expect(tab('Downloaded')).toHaveAccessibleName('Downloaded 257')
  expect(pages().getByText('of 11')).toBeVisible()
  expect(await findTable()).toHaveAttribute('aria-rowcount', '258')
  await user.click(button('Last page'))
  await findPlace('251–257 of 257')
  expect(address()).toBe('/photos?status=DOWNLOADED&page=11')
  expect(button('Next page')).toHaveAccessibleDescription('This is the last page')
  expect(button('Last page')).toHaveAccessibleDescription('This is the last page')
  await user.click(button('Previous page'))
  await findPlace('226–250 of 257')
})

it.each([
  ['a short page', '/photos?status=DENIED', 'status=DENIED', '1–5 of 5'],
  ['a short page behind it', '/photos?status=APPROVED&page=2', 'status=APPROVED', '26–50 of 60'],
  ['a last page', '/photos?page=4', pending, '76–100 of 100'],
])('nothing is counted where %s tells the number', async (_what, at, status, place) => {
  await openApp(at)
  await findPlace(place)
  await findCounts()
  expect(askedProbes(status)).toEqual([])
})

it('a number that still holds is confirmed on Refresh with two requests', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  asked.length = 0
  await user.click(refresh())
  await waitFor(() => expect(offsets(askedProbes(pending))).toEqual([99, 100]))
  await findPlace('1–25 of 100')
  await expect.poll(() => otherTabs.map((status) => askedProbes(status).length)).not.toContain(0)
  expect(offsets(askedProbes(pending))).toEqual([99, 100])
})

it.each([
  [5, 95],
  [30, 70],
])('after a colleague has decided %i photos, Refresh tells the new number', async (decided, total) => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  asked.length = 0
  for (const { id } of sandbox.db.withStatus('PENDING').slice(-decided)) {
    sandbox.db.change(id, { status: 'APPROVED' })
  }
  await user.click(refresh())
  await findPlace(`1–25 of ${total}`)
  expect(tab('Pending')).toHaveAccessibleName(`Pending ${total}`)
  expect(askedProbes(pending).length).toBeLessThan(15)
})

it('counting asks for one photo at a time, three at most side by side', async () => {
  let running = 0
  let most = 0
  server.use(
    http.get('*/cloudcard/photo', async ({ request }) => {
      most = Math.max(most, ++running)
      const answer = await getResponse(sandbox.handlers, request)
      await delay(3)
      running--
      return answer
    }),
  )
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  await user.click(refresh())
  await user.click(tab('Downloaded'))
  await findPlace('1–25 of 257')
  expect(most).toBe(3)
  expect(askedProbes().length).toBeGreaterThan(20)
  expect(asked.filter((request) => /max=0(?!\d)/.test(request))).toEqual([])
})

it('the page and the one behind it come first: nothing is counted before they are there', async () => {
  await openApp('/photos?status=DOWNLOADED')
  await findPlace('1–25 of 257')
  const [page, behind] = asked.filter((request) => request.startsWith('GET /photo?status=DOWNLOADED&'))
  expect([page, behind]).toEqual([
    'GET /photo?status=DOWNLOADED&offset=0&max=25',
    'GET /photo?status=DOWNLOADED&offset=15&max=35',
  ])
})

it('leaving a status gives up counting it: it is looked at as every other tab is', async () => {
  const letGo = holdProbes(pending)
  const { user } = await openApp('/photos')
  await waitFor(() => expect(offsets(askedProbes(pending))).toEqual([1_000, 32_000, 1_000_000]))
  asked.length = 0
  await user.click(tab('Approved'))
  letGo()
  await findPlace('1–25 of 60')
  await waitFor(() => expect(tab('Pending')).toHaveAccessibleName('Pending 100'))
  await findCounts()
  expect(offsets(askedProbes(pending))[0]).toBe(999)
  expect(askedProbes(pending).length).toBeLessThanOrEqual(13)
})

it('the other tabs are looked at once, one photo at a time, and tell their exact number', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  const counts = [
    ['Pending', 'PENDING'],
    ['Approved', 'APPROVED'],
    ['Denied', 'DENIED'],
    ['On hold', 'ON_HOLD'],
    ['Failed', 'FAILED'],
    ['Ready for download', 'READY_FOR_DOWNLOAD'],
    ['Downloaded', 'DOWNLOADED'],
    ['Done', 'DONE'],
    ['En route', 'ENROUTE'],
    ['All', undefined],
  ].map(([label, status]) => `${label} ${sandbox.db.withStatus(status).length}`)
  expect(
    tabs()
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(counts)
  expect(counts).toContain('Denied 5')
  for (const query of [...otherTabs, 'GET /photo?offset=']) {
    expect(askedProbes(query).length).toBeLessThanOrEqual(13)
  }

  asked.length = 0
  passSeconds(300)
  await user.click(await findRow('marisol.vega@lakemont.example'))
  await pane()
  await user.click(await screen.findByRole('link', { name: 'Open photo page' }))
  await user.click(await screen.findByRole('link', { name: 'Back to the list' }))
  await user.click(button('Next page'))
  await findPlace(/^26–50/)
  await user.click(button('Previous page'))
  await findPlace(/^1–25/)
  await user.click(tab('Denied'))
  await findPlace('1–5 of 5')
  await user.click(tab('Pending'))
  await findPlace(/^1–25/)
  expect(askedProbes().filter((request) => !request.includes(pending))).toEqual([])

  asked.length = 0
  await user.click(refresh())
  // What still holds is confirmed with two.
  await waitFor(() =>
    expect([...otherTabs, 'GET /photo?offset='].map((tab) => askedProbes(tab).length)).toEqual(
      Array.from({ length: 9 }, () => 2),
    ),
  )
})

it('a status of a thousand photos and more says so with one look', async () => {
  server.use(
    http.get('*/cloudcard/photo', ({ request }) => {
      const query = new URL(request.url).searchParams
      if (query.get('status') !== 'DONE') return undefined
      return HttpResponse.json(Number(query.get('offset')) < 4_000 ? [{ id: 1, status: 'DONE' }] : [])
    }),
  )
  await openApp('/photos')
  await findPlace('1–25 of 100')
  await waitFor(() => expect(tab('Done')).toHaveAccessibleName('Done 1,000+'))
  expect(offsets(askedProbes('status=DONE'))).toEqual([999])
})

it('a tab whose number is known is not asked about again when it is left', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  asked.length = 0
  await user.click(tab('Approved'))
  await findPlace('1–25 of 60')
  expect(tab('Pending')).toHaveAccessibleName('Pending 100')
  await user.click(tab('Pending'))
  await findPlace('1–25 of 100')
  expect(tab('Approved')).toHaveAccessibleName('Approved 60')
  expect(askedProbes(pending)).toEqual([])
})

it('nothing is counted while nobody looks at the browser’s tab, and it goes on when somebody does', async () => {
  show('hidden')
  const { user } = await openApp('/photos')
  await findPlace('1–25 of more than 25')
  await user.click(button('Next page'))
  await findPlace('26–50 of more than 50')
  expect(askedProbes()).toEqual([])

  const letGo = holdProbes(`${pending}&offset=1000&`)
  show('visible')
  await waitFor(() => expect(tab('All')).toHaveAccessibleName('All 600'))
  await waitFor(() => expect(askedProbes(pending)).toHaveLength(3))
  show('hidden')
  asked.length = 0
  letGo()
  await user.click(button('Previous page'))
  await findPlace('1–25 of more than 25')
  expect(askedProbes()).toEqual([])

  show('visible')
  await findPlace('1–25 of 100')
  await findCounts()
})

it('a page past the end leads to the last page, once that is known, and is no step of its own', async () => {
  const letGo = holdProbes('status=APPROVED')
  await openApp('/photos?status=APPROVED&page=9')
  const entries = window.history.length
  expect(await screen.findByRole('heading', { name: 'This page is past the end' })).toBeVisible()
  expect(address()).toBe('/photos?status=APPROVED&page=9')
  letGo()
  await findPlace('51–60 of 60')
  await waitFor(() => expect(address()).toBe('/photos?status=APPROVED&page=3'))
  expect(window.history.length).toBe(entries)
})

it('a page number too high leads to the last page, and Back to where one was', async () => {
  const { user } = await openApp('/photos?status=APPROVED')
  await findPlace('1–25 of 60')
  const entries = window.history.length
  const field = pages().getByRole('spinbutton', { name: 'Page' })
  await user.clear(field)
  await user.type(field, '9{Enter}')
  await findPlace('51–60 of 60')
  expect(address()).toBe('/photos?status=APPROVED&page=3')
  expect(field).toHaveValue(3)
  expect(window.history.length).toBe(entries + 1)
  window.history.back()
  await findPlace('1–25 of 60')
  expect(address()).toBe('/photos?status=APPROVED')
})

it('a number of another minute than the page says when it was counted', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  const letGo = holdProbes(pending)
  passSeconds(120)
  await user.click(button('Next page'))
  await findPlace('26–50 of 100 as of 10:42 AM')
  expect(screen.getByText(/^as of/)).toHaveTextContent('as of 10:44 AM')
  letGo()
  await findPlace('26–50 of 100')
})

it('a list that cannot be counted says so, and Refresh counts it', async () => {
  server.use(
    http.get('*/cloudcard/photo', ({ request }) =>
      /status=PENDING.*max=1(?!\d)/.test(request.url) ? new HttpResponse(null, { status: 403 }) : undefined,
    ),
  )
  const { user } = await openApp('/photos')
  await findPlace('1–25 of more than 25 (not counted: Refresh tries again)')
  server.resetHandlers()
  await user.click(refresh())
  await findPlace('1–25 of 100')
})
