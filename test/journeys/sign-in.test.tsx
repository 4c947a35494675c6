import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it, vi } from 'vitest'
import { documentLoad } from '../../src/base/document-load'
import {
  address,
  asked,
  expectNothingPersonal,
  findPlace,
  findRow,
  findTable,
  openApp,
  passSeconds,
  reload,
  sandbox,
  server,
  tabs,
  runSandbox,
} from './app'

runSandbox()

const button = (name: string) => screen.getByRole('button', { name })
const signInPage = () => screen.findByRole('button', { name: 'Sign in' })

it('signing in with e-mail and password leads to where one wanted to go', async () => {
  const { user } = await openApp('/photos?status=APPROVED&page=2', { isSignedIn: false })
  await signInPage()
  await waitFor(() => expect(document.title).toBe('Sign in – Loupe'))
  expect(asked).toEqual([])
  const email = screen.getByRole('textbox', { name: 'E-mail' })
  expect(email).toHaveAttribute('autocomplete', 'username')
  await user.type(email, 'office@example.edu')
  // What stands in a field that may be filled in, browsers keep on the disk.
  expect(email).toHaveAttribute('autocomplete', 'off')
  await user.type(screen.getByLabelText('Password'), 'sandbox{Enter}')
  expect(await screen.findByRole('table', { name: 'Approved photos' })).toBeVisible()
  expect(address()).toBe('/photos?status=APPROVED&page=2')
  expect(within(screen.getByRole('banner')).getByText('office@example.edu')).toBeVisible()
  expectNothingPersonal()
})

it('signing in with a persistent access token works as well', async () => {
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await signInPage()
  await user.click(button('Persistent access token'))
  expect(button('Persistent access token')).toHaveAttribute('aria-pressed', 'true')
  await user.type(screen.getByLabelText('Persistent access token'), ' sandbox ')
  await user.click(button('Sign in'))
  expect(await findTable()).toBeVisible()
  expect(address()).toBe('/photos')
})

it('the sandbox opens with one button', async () => {
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await signInPage()
  await user.click(button('Open the sandbox'))
  expect(await findTable()).toBeVisible()
  expect(within(screen.getByRole('banner')).getByText('Sandbox')).toBeVisible()
})

it('a wrong password is told in plain words, and can be corrected', async () => {
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await signInPage()
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'office@example.edu')
  await user.type(screen.getByLabelText('Password'), 'wrong')
  await user.click(button('Sign in'))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    "CloudCard doesn't accept this e-mail and password. Check both, then try again.",
  )
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('office@example.edu')
  expect(button('Sign in')).toHaveFocus()
  expect(sessionStorage).toHaveLength(0)
  await user.clear(screen.getByLabelText('Password'))
  await user.type(screen.getByLabelText('Password'), 'sandbox{Enter}')
  expect(await findTable()).toBeVisible()
})

it('a wrong token is told in plain words', async () => {
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await signInPage()
  await user.click(button('Persistent access token'))
  await user.type(screen.getByLabelText('Persistent access token'), 'wrong{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent("CloudCard doesn't accept this token.")
})

it.each([
  [400, HttpResponse.json({}, { status: 400 })],
  [401, new HttpResponse('<h1>Proxy login</h1>', { status: 401, headers: { 'Content-Type': 'text/html' } })],
  [403, new HttpResponse('Blocked by the filter', { status: 403 })],
  [404, new HttpResponse(null, { status: 404 })],
  [405, new HttpResponse(null, { status: 405 })],
  [413, new HttpResponse(null, { status: 413 })],
  [451, new HttpResponse(null, { status: 451 })],
])('what something on the way answers with %i is not called a wrong password', async (status, answer) => {
  server.use(http.post('*/cloudcard/api/login', () => answer.clone()))
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await signInPage()
  await user.click(button('Open the sandbox'))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(`The sign-in was refused with error ${status}`)
  expect(alert).toHaveTextContent('Your password may be right')
})

it.each(['jdoe', 'COLLEGE\\jdoe', 'müller@hochschule.example'])(
  'a name that is no plain e-mail, such as %s, signs in as it was typed',
  async (name) => {
    const sent: unknown[] = []
    server.use(
      http.post('*/cloudcard/api/login', async ({ request }) => {
        sent.push(await request.clone().json())
      }),
    )
    const { user } = await openApp('/sign-in', { isSignedIn: false })
    await signInPage()
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' })
    await user.type(field, name)
    expect(field).toBeValid()
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
    await waitFor(() => expect(sent).toEqual([{ username: name, password: 'secret' }]))
    await screen.findByRole('alert')
  },
)

it('who signs in with a token is told whom the history of CloudCard will name', async () => {
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await signInPage()
  await user.click(button('Persistent access token'))
  expect(screen.getByText(/names that account for everyone who uses the token/)).toBeVisible()
})

it('CloudCard being away is not taken for a wrong password', async () => {
  server.use(http.post('*/cloudcard/api/login', () => new HttpResponse(null, { status: 503 })))
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await signInPage()
  await user.click(button('Open the sandbox'))
  expect(await screen.findByRole('alert')).toHaveTextContent("CloudCard isn't available right now")
  server.resetHandlers()
  await user.click(button('Open the sandbox'))
  expect(await findTable()).toBeVisible()
})

it.each([
  '//evil.example',
  'https://evil.example/photos',
  'javascript:alert(1)',
  '/\\evil.example',
  '/photos/..//evil.example',
  '/photos/../%2F/evil.example',
  '/sign-in',
])('signing in leads to addresses of our own only, not to %s', async (to) => {
  const { user } = await openApp(`/sign-in?to=${encodeURIComponent(to)}`, { isSignedIn: false })
  await signInPage()
  await user.click(button('Open the sandbox'))
  expect(await findTable()).toBeVisible()
  expect(address()).toBe('/photos')
})

it('who is signed in already is not asked again', async () => {
  await openApp('/sign-in?to=%2Fphotos%3Fstatus%3DDENIED')
  expect(await screen.findByRole('table', { name: 'Denied photos' })).toBeVisible()
  expect(address()).toBe('/photos?status=DENIED')
})

it('signing out ends this session at CloudCard, and forgets everything here', async () => {
  const bodies: unknown[] = []
  server.use(
    http.post('*/cloudcard/person/me/logout', async ({ request }) => {
      bodies.push(await request.clone().json())
    }),
  )
  const { user, queryClient } = await openApp('/photos?status=APPROVED')
  await findPlace(/^1–25/)
  const [token] = sandbox.db.tokens.all.keys()
  const other = sandbox.db.tokens.open('office@example.edu').token
  await user.click(button('Sign out'))
  expect(await screen.findByText('You are signed out.')).toBeVisible()
  expect(bodies).toEqual([{ authenticationToken: token }])
  expect([...sandbox.db.tokens.all.keys()]).toEqual([other])
  expect(sessionStorage).toHaveLength(0)
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  expect(address()).toBe('/sign-in')
  expect(document.title).toBe('Sign in – Loupe')

  window.history.back()
  await signInPage()
  expect(screen.queryByText(/lakemont/)).not.toBeInTheDocument()
})

it.each([
  ["can't be reached", () => HttpResponse.error()],
  ['fails', () => new HttpResponse(null, { status: 500 })],
])('signing out while CloudCard %s still signs out here, and says so', async (_what, answer) => {
  server.use(http.post('*/cloudcard/person/me/logout', answer))
  const { user, queryClient } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.click(button('Sign out'))
  expect(
    await screen.findByText(/^You are signed out on this computer, but CloudCard could not be told/),
  ).toBeVisible()
  expect(sessionStorage).toHaveLength(0)
  expect(queryClient.getQueryCache().getAll()).toEqual([])
})

it('who signs in next begins with nothing of the person before', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.click(button('Sign out'))
  await signInPage()
  asked.length = 0
  await user.click(button('Open the sandbox'))
  await findTable()
  expect(asked).toContain('GET /photo?status=PENDING&offset=0&max=25')
})

it('where no new document could be loaded at a sign-out, the one at hand is left when the network is back, and not once somebody works in it', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.click(button('Sign out'))
  await signInPage()
  const replace = vi.mocked(documentLoad.replace)
  replace.mockClear()
  window.dispatchEvent(new Event('online'))
  expect(replace.mock.calls).toEqual([['/sign-in?end=signed-out']])

  await user.click(button('Open the sandbox'))
  await findTable()
  await user.click(button('Sign out'))
  await signInPage()
  await user.click(button('Open the sandbox'))
  await findTable()
  replace.mockClear()
  window.dispatchEvent(new Event('online'))
  expect(replace).not.toHaveBeenCalled()
})

it('a reload keeps the session, the page and the open photo', async () => {
  const { unmount } = await openApp('/photos?status=DOWNLOADED&page=7&photo=6673864')
  await findTable()
  await reload(unmount)
  await waitFor(async () =>
    expect(await findRow('mz310093@lakemont.example')).toHaveAttribute('aria-current', 'true'),
  )
  expect(asked.filter((request) => request.startsWith('POST'))).toEqual([])
  expect(tabs().getByRole('link', { current: 'page' })).toHaveAccessibleName(/^Downloaded/)
})

it('a session that has ended before the page is loaded again leads to the sign-in page, and back', async () => {
  const { user, unmount } = await openApp('/photos?status=DENIED', { isSignedIn: false })
  await user.click(await screen.findByRole('button', { name: 'Persistent access token' }))
  await user.type(screen.getByLabelText('Persistent access token'), 'sandbox{Enter}')
  expect(await screen.findByRole('table', { name: 'Denied photos' })).toBeVisible()
  passSeconds(12.5 * 3600)
  // Somebody was there until just now: it is the token that has ended.
  localStorage.setItem('loupe.active-at', String(Date.now()))
  await reload(unmount)
  const open = await screen.findByRole('button', { name: 'Open the sandbox' })
  expect(asked).toEqual([])
  expect(sessionStorage).toHaveLength(0)
  await user.click(open)
  expect(await screen.findByRole('table', { name: 'Denied photos' })).toBeVisible()
  expect(address()).toBe('/photos?status=DENIED')
})
