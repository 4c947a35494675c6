import { act, screen, waitFor, within } from '@testing-library/react'
import { delay, http, HttpResponse } from 'msw'
import { expect, it, onTestFinished, vi } from 'vitest'
import {
  address,
  asked,
  findPlace,
  findTable,
  openApp,
  pane,
  passSeconds,
  server,
  shownEmails,
  tabs,
  runSandbox,
} from './app'

runSandbox()

const lists = '*/cloudcard/photo'
const details = '*/cloudcard/photo/:id'
const json = { 'Content-Type': 'application/json' }
const html = { 'Content-Type': 'text/html' }
const answer = (status: number, headers: Record<string, string> = json, body = '{}') => {
  return () => new HttpResponse(body, { status, headers })
}

type Fault = { fault: string; words: RegExp; tries: number; answer: () => Response }

const faults: Fault[] = [
  { fault: '403', words: /doesn't have access to this\. Ask whoever/, tries: 1, answer: answer(403) },
  { fault: '409', words: /Someone else changed this at the same time/, tries: 1, answer: answer(409) },
  { fault: '422', words: /didn't accept the request \(error 422\)/, tries: 1, answer: answer(422) },
  { fault: '408', words: /didn't answer in time/, tries: 3, answer: answer(408) },
  { fault: '429', words: /asked us to slow down\. Wait a minute/, tries: 3, answer: answer(429) },
  { fault: '500', words: /isn't available right now \(error 500\)/, tries: 3, answer: answer(500) },
  {
    fault: '502 with a page of HTML',
    words: /isn't available right now \(error 502\)/,
    tries: 3,
    answer: answer(502, html, '<html><body><h1>Bad Gateway</h1></body></html>'),
  },
  { fault: '503', words: /isn't available right now \(error 503\)/, tries: 3, answer: answer(503) },
  {
    fault: 'a lost connection',
    words: /could not be reached\. Check your network connection/,
    tries: 3,
    answer: () => HttpResponse.error(),
  },
  {
    fault: 'JSON that is cut off',
    words: /an answer that Loupe couldn't read/,
    tries: 1,
    answer: answer(200, json, '[{"id":9599967,"status":"PEN'),
  },
  {
    fault: 'another content type',
    words: /an answer that Loupe couldn't read/,
    tries: 1,
    answer: answer(200, { 'Content-Type': 'text/plain' }, '[]'),
  },
  { fault: 'null', words: /an answer that Loupe couldn't read/, tries: 1, answer: answer(200, json, 'null') },
]

const notFound: Fault = { fault: '404', words: /can't find it/, tries: 1, answer: answer(404) }
const noList: Fault = {
  fault: 'an object instead of a list',
  words: /an answer that Loupe couldn't read/,
  tries: 1,
  answer: answer(200, json, '{"photos":[]}'),
}
const noPhoto: Fault = { ...noList, fault: 'a list instead of a photo', answer: answer(200, json, '[]') }

/** The failure stands where the data would be; the page around it stays. */
async function findFailure(title: string, words: RegExp) {
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByRole('heading', { name: title })).toBeVisible()
  expect(alert).toHaveTextContent(words)
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toBeInTheDocument()
  return within(alert).getByRole('button', { name: 'Try again' })
}

it.each([...faults, notFound, noList])(
  'a list that ends in $fault says so and can be tried again',
  async (given) => {
    server.use(http.get(lists, given.answer))
    const { user } = await openApp('/photos?status=APPROVED')
    const again = await findFailure('The photos could not be loaded', given.words)
    expect(asked).toEqual(Array(given.tries).fill('GET /photo?status=APPROVED&offset=0&max=25'))
    expect(screen.getByRole('heading', { level: 1, name: 'Approved' })).toBeInTheDocument()
    expect(tabs().getByRole('link', { current: 'page' })).toHaveAccessibleName(/^Approved/)
    expect(screen.queryByText(/^No .*photos/)).not.toBeInTheDocument()
    expect(screen.queryByRole('table')).not.toBeInTheDocument()

    await user.click(again)
    expect(await screen.findByRole('button', { name: 'Try again' })).toHaveFocus()
    server.resetHandlers()
    await waitFor(() => expect(again).not.toHaveAttribute('aria-disabled'))
    await user.click(again)
    expect(await screen.findByRole('table', { name: 'Approved photos' })).toBeVisible()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(document.body).not.toHaveFocus()
  },
)

it.each([...faults, noPhoto])('a photo that ends in $fault says so and can be tried again', async (given) => {
  server.use(http.get(details, given.answer))
  const { user } = await openApp('/photos/9599901?page=2')
  const again = await findFailure('The photo could not be loaded', given.words)
  expect(asked.filter((request) => request === 'GET /photo/9599901')).toHaveLength(given.tries)
  expect(document.title).toBe('Photo 9599901 – Loupe')
  expect(screen.getByRole('link', { name: 'Back to the list' })).toBeVisible()
  expect(screen.queryByText(/Photo not found/)).not.toBeInTheDocument()
  server.resetHandlers()
  await user.click(again)
  expect(await screen.findByRole('table', { name: 'Classifications' })).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(document.body).not.toHaveFocus()
  expect(address()).toBe('/photos/9599901?page=2')
})

it.each([
  ['in seconds', '2'],
  ['as a date', 'Wed, 12 Aug 2026 14:42:02 GMT'],
])('a pause that CloudCard asks for %s is named, and Try again waits for its end', async (_how, pause) => {
  server.use(http.get(lists, answer(429, { ...json, 'Retry-After': pause })))
  const { user } = await openApp('/photos')
  const again = await findFailure(
    'The photos could not be loaded',
    /asked us to wait\. Try again after 10:42:02 AM/,
  )
  expect(again).toHaveAccessibleDescription('CloudCard asked us to wait')
  const before = asked.length
  await user.click(again)
  expect(asked).toHaveLength(before)
  server.resetHandlers()
  passSeconds(3)
  await waitFor(() => expect(again).not.toHaveAttribute('aria-disabled'))
  await user.click(again)
  expect(await findTable()).toBeVisible()
})

it('a long pause is left to the person: nothing is tried in vain', async () => {
  server.use(http.get(lists, answer(429, { ...json, 'Retry-After': '120' })))
  await openApp('/photos')
  await findFailure('The photos could not be loaded', /asked us to wait\. Try again after 10:44:00 AM/)
  expect(asked).toHaveLength(1)
})

it('an answer that never comes is given up after 15 seconds', async () => {
  server.use(http.get(lists, () => delay('infinite')))
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    shouldAdvanceTime: true,
  })
  onTestFinished(() => void vi.useRealTimers())
  await openApp('/photos')
  for (let tries = 1; tries <= 3; tries++) {
    await waitFor(() => expect(asked).toHaveLength(tries))
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await vi.advanceTimersByTimeAsync(15_000)
  }
  await findFailure('The photos could not be loaded', /didn't answer in time/)
})

it('a computer that is offline is told so, and nothing is tried in vain', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  onTestFinished(() => void online.mockRestore())
  server.use(http.get(lists, () => HttpResponse.error()))
  const { user } = await openApp('/photos')
  const again = await findFailure('The photos could not be loaded', /This computer is offline/)
  expect(asked).toHaveLength(1)
  online.mockReturnValue(true)
  server.resetHandlers()
  await user.click(again)
  expect(await findTable()).toBeVisible()
})

it.each([faults[5], faults[8]])(
  'a refresh that ends in $fault keeps the old rows and says so',
  async (given) => {
    const { user } = await openApp('/photos')
    await findPlace('1–25 of 100')
    const before = await shownEmails()
    server.use(http.get(lists, given?.answer ?? answer(500)))
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The list could not be refreshed.')
    expect(alert).toHaveTextContent(given?.words ?? '')
    expect(await shownEmails()).toEqual(before)
    expect(screen.getByRole('button', { name: 'Refresh' })).toHaveFocus()
    server.resetHandlers()
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
    expect(await shownEmails()).toEqual(before)
    expect(document.body).not.toHaveFocus()
  },
)

it('when reading ahead fails, nothing is said until somebody wants the next page', async () => {
  server.use(
    http.get(lists, ({ request }) => (request.url.includes('offset=15&') ? answer(403)() : undefined)),
  )
  const { user } = await openApp('/photos')
  await waitFor(() => expect(asked).toContain('GET /photo?status=PENDING&offset=15&max=35'))
  await findPlace(/^1–25/)
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  const next = screen.getByRole('button', { name: 'Next page' })
  await waitFor(() => expect(next).not.toHaveAttribute('aria-disabled'))
  await user.click(next)
  const again = await findFailure('The photos could not be loaded', /doesn't have access to this/)
  expect(address()).toBe('/photos?page=2')
  server.resetHandlers()
  await user.click(again)
  expect(await findPlace(/^26–50/)).toBeVisible()
})

it('a photo beside the list that could not be read says so there, and the list lives', async () => {
  server.use(http.get(details, answer(500)))
  const { user } = await openApp('/photos?photo=9594037')
  expect(await shownEmails()).toHaveLength(25)
  const alert = await within(await pane()).findByRole('alert')
  expect(alert).toHaveTextContent('The photo could not be loaded')
  server.resetHandlers()
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await within(await pane()).findByText('Approved')).toBeVisible()
  expect(document.body).not.toHaveFocus()
})

it('a next photo that could not be read is said, and the open one stays', async () => {
  server.use(
    http.get(lists, ({ request }) => (request.url.includes('offset=15&') ? answer(500)() : undefined)),
  )
  const { user } = await openApp('/photos?photo=9596865')
  await findTable()
  const next = within(await pane()).getByRole('button', { name: 'Next photo' })
  await user.click(next)
  expect(await within(await pane()).findByRole('status')).toBeInTheDocument()
  await waitFor(async () =>
    expect(within(await pane()).getByRole('status')).toHaveTextContent(/isn't available right now/),
  )
  expect(address()).toBe('/photos?photo=9596865')
  expect(next).toHaveFocus()
  server.resetHandlers()
  await user.click(next)
  await waitFor(() => expect(address()).toBe('/photos?page=2&photo=9596755'))
})

it('a sign-on in front of Loupe that has ended is told as that: one signs in beside the page, and it goes on', async () => {
  server.use(http.get(lists, answer(200, html, '<title>University sign-in</title>')))
  await openApp('/photos')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(/The sign-in in front of Loupe has ended: sign in again in a new tab/)
  expect(within(alert).getByRole('button', { name: 'Reload' })).toBeVisible()
  expect(within(alert).queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  expect(within(alert).getByRole('link', { name: 'Sign in in a new tab' })).toHaveAttribute(
    'target',
    '_blank',
  )
  server.resetHandlers()
  act(() => void window.dispatchEvent(new Event('focus')))
  expect(await findTable()).toBeVisible()
})

it('after a day as Retry-After nobody is locked out for a day, and Refresh asks no sooner than Try again', async () => {
  server.use(http.get(lists, answer(429, { ...json, 'Retry-After': '86400' })))
  const { user } = await openApp('/photos')
  await findFailure('The photos could not be loaded', /asked us to wait\. Try again after 11:42:00 AM/)
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await findFailure('The photos could not be loaded', /asked us to wait\. Try again after 11:42:00 AM/)
  expect(asked).toHaveLength(1)
})

it('a limit of our own server does not blame CloudCard', async () => {
  server.use(http.get(lists, answer(429, { ...json, 'Retry-After': '120', 'Limited-By': 'Loupe' })))
  await openApp('/photos')
  await findFailure('The photos could not be loaded', /Too many requests came from your office's network/)
})
