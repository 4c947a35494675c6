import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it, vi } from 'vitest'
import { documentLoad } from '../../src/base/document-load'
import { keptForReload } from '../../src/base/kept-for-reload'
import {
  address,
  asked,
  askedDecisions,
  findApprove,
  findDecisions,
  findPlace,
  findRow,
  findTable,
  openApp,
  pane,
  passSeconds,
  reload,
  runSandbox,
  sandbox,
  searchField,
  server,
  setClock,
  shownEmails,
  stopHoldTime,
} from './app'

runSandbox()
const passHold = stopHoldTime()

const marisol = '/photos?photo=9599901'
const button = (name: string) => screen.getByRole('button', { name })
const signInAgain = () => screen.findByRole('dialog', { name: 'Sign in again' })
const locked = () => screen.findByRole('heading', { name: 'Loupe is locked' })
const endTokens = () => sandbox.db.tokens.all.clear()
const inRegion = async (name: string) => within(await screen.findByRole('region', { name }))

/** Time passes in which nobody touches anything; the page looks at the clock each second. */
async function passIdle(seconds: number) {
  await act(async () => passHold(seconds))
}

/** Time passes in which somebody is there. */
async function passActive(minutes: number) {
  localStorage.setItem('loupe.active-at', String(Date.now() + minutes * 60_000))
  await act(async () => passHold(minutes * 60))
}

it('a session that ends in the middle of work is gone on with at the same place: nothing is lost behind the dialog', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.type(searchField(), 'lakemont')
  const [first = ''] = await shownEmails()
  await user.click(await findRow(first))
  const details = within(await pane())
  await user.click(await details.findByRole('button', { name: 'Deny' }))
  const form = await inRegion('Deny photo')
  await user.click(form.getByRole('checkbox', { name: /No sunglasses/ }))
  await user.type(form.getByRole('textbox', { name: 'Note to cardholder' }), 'Please')
  const before = address()

  endTokens()
  await user.click(button('Refresh'))
  const dialog = within(await signInAgain())
  expect(sessionStorage.getItem('loupe.session')).toBeNull()
  expect(address()).toBe(before)
  expect(form.getByRole('textbox', { name: 'Note to cardholder' })).toHaveValue('Please')
  expect(searchField()).toHaveValue('lakemont')
  expect(dialog.getByRole('textbox', { name: 'E-mail' })).toHaveValue('office@example.edu')
  await user.type(dialog.getByLabelText('Password'), 'sandbox{Enter}')

  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(address()).toBe(before)
  expect(searchField()).toHaveValue('lakemont')
  expect(form.getByRole('textbox', { name: 'Note to cardholder' })).toHaveValue('Please')
  expect(form.getByRole('checkbox', { name: /No sunglasses/ })).toBeChecked()
  expect(await shownEmails()).toContain(first)
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('twenty requests that are refused at once count once, and each of them is asked again afterwards', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  const session = await import('../../src/session/session')
  const interruptions = vi.fn<() => void>()
  const stop = session.onSessionChange(() => {
    if (session.getSession().end === 'interrupted') interruptions()
  })
  endTokens()
  const { request } = await import('../../src/cloudcard/request')
  const answers = Array.from({ length: 20 }, (_, offset) => request('/photo', { query: { offset, max: 1 } }))
  const dialog = within(await signInAgain())
  expect(screen.getAllByRole('dialog')).toHaveLength(1)
  await user.click(dialog.getByRole('button', { name: 'Open the sandbox' }))
  for (const answer of await Promise.all(answers)) expect(answer).toHaveLength(1)
  expect(interruptions).toHaveBeenCalledTimes(1)
  stop()
})

it('where one kind of call is refused with every token, signing in again is asked for once, and then it is said there', async () => {
  server.use(http.get('*/cloudcard/photo/:id', () => new HttpResponse(null, { status: 401 })))
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  const dialog = within(await signInAgain())
  await user.click(dialog.getByRole('button', { name: 'Open the sandbox' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await user.click(await findRow('marisol.vega@lakemont.example'))
  await user.click(await screen.findByRole('link', { name: 'Open photo page' }))
  expect(await screen.findByText(/Your CloudCard account doesn't have access to this/)).toBeVisible()
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('a held decision waits for the same person to sign in again, and goes out then, once', async () => {
  const { user } = await openApp(marisol)
  await user.click(await findApprove())
  await findDecisions()
  endTokens()
  await user.click(button('Refresh'))
  const dialog = within(await signInAgain())
  passHold(60)
  expect(askedDecisions()).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Open the sandbox' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect((await findDecisions()).getByText(/^Approving in/)).toBeVisible()
  passHold(6)
  await waitFor(() => expect(sandbox.db.mails).toHaveLength(1))
  expect(askedDecisions()).toEqual(['PUT /photo/9599901'])
})

it('a decision that meets the end of the session is not lost: it is sent once somebody has signed in again', async () => {
  const { user } = await openApp(marisol)
  await user.click(await findApprove())
  await findDecisions()
  endTokens()
  passHold(6)
  const dialog = within(await signInAgain())
  expect(sandbox.db.mails).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Open the sandbox' }))
  await waitFor(() => expect(sandbox.db.mails).toHaveLength(1))
})

it('somebody else who signs in begins with nothing, and never sends what was decided before', async () => {
  const { user } = await openApp(marisol)
  await user.click(await findApprove())
  await findDecisions()
  endTokens()
  await user.click(button('Refresh'))
  const dialog = within(await signInAgain())
  await user.clear(dialog.getByRole('textbox', { name: 'E-mail' }))
  await user.type(dialog.getByRole('textbox', { name: 'E-mail' }), 'viewer@example.edu')
  await user.type(dialog.getByLabelText('Password'), 'sandbox{Enter}')
  await waitFor(() => expect(documentLoad.replace).toHaveBeenCalledWith('/photos'))
  expect(await within(screen.getByRole('banner')).findByText('viewer@example.edu')).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  passHold(60)
  await findTable()
  await user.click(screen.getByRole('link', { name: 'My decisions' }))
  expect(await screen.findByText('No decisions yet.')).toBeVisible()
  expect(askedDecisions()).toEqual([])
  expect(sandbox.db.mails).toEqual([])
})

it('whoever does not want to sign in again signs out, is told what was not sent, and sends no dead token', async () => {
  const { user } = await openApp(marisol)
  await user.click(await findApprove())
  await findDecisions()
  endTokens()
  await user.click(button('Refresh'))
  const dialog = within(await signInAgain())
  await user.click(dialog.getByRole('button', { name: 'Sign out' }))
  const unsent = within(await screen.findByRole('dialog', { name: 'Not sent yet' }))
  expect(unsent.getByText(/^Approve marisol/)).toBeVisible()
  await user.click(unsent.getByRole('button', { name: 'Sign out without them' }))
  expect(await screen.findByText('You are signed out.')).toBeVisible()
  expect(asked.filter((each) => each.startsWith('POST /person/me/logout'))).toEqual([])
  expect(sandbox.db.mails).toEqual([])
})

it('what is asked while signing out is given up before the token ends: nothing of it is refused', async () => {
  const refused: string[] = []
  server.onAnswer((request, answer) => {
    if (answer.status === 401) refused.push(request.url)
  })
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.click(button('Sign out'))
  expect(await screen.findByText('You are signed out.')).toBeVisible()
  expect(refused).toEqual([])
})

it('a token whose end is known can be renewed a quarter of an hour before; until then nothing is said', async () => {
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await user.click(await screen.findByRole('button', { name: 'Persistent access token' }))
  await user.type(screen.getByLabelText('Persistent access token'), 'sandbox{Enter}')
  await findPlace(/^1–25/)
  const line = /^Your session ends at/
  await passActive(11 * 60 + 44)
  expect(screen.queryByText(line)).not.toBeInTheDocument()
  await passActive(2)
  expect(await screen.findByText(line)).toBeVisible()
  await user.click(button('Renew'))
  const dialog = within(await screen.findByRole('dialog', { name: 'Renew the session' }))
  await user.type(dialog.getByLabelText('Persistent access token'), 'sandbox{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(screen.queryByText(line)).not.toBeInTheDocument()
  expect(sandbox.db.tokens.all.size).toBe(2)
  expect(keptForReload.get('loupe.session')).toContain([...sandbox.db.tokens.all.keys()][1])
})

it('a session by password lasts twelve hours, also where the clock is set back: it is told before, ends at CloudCard too, and the same page goes on', async () => {
  const { user } = await openApp(marisol)
  await findPlace(/^1–25/)
  await user.keyboard('{Shift}')
  for (const each of sandbox.db.tokens.all.values()) each.expires = Number.POSITIVE_INFINITY
  const before = address()
  await passActive(11 * 60 + 44)
  expect(screen.queryByText(/^Your session ends at/)).not.toBeInTheDocument()
  setClock(-5)
  await passActive(2)
  expect(await screen.findByText(/^Your session ends at/)).toBeVisible()
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await passActive(15)
  const dialog = within(await signInAgain())
  await waitFor(() => expect(sandbox.db.tokens.all.size).toBe(0))
  expect(asked.filter((each) => each.startsWith('POST /person/me/logout'))).toHaveLength(1)
  await user.click(dialog.getByRole('button', { name: 'Open the sandbox' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(address()).toBe(before)
  expect(screen.queryByText(/^Your session ends at/)).not.toBeInTheDocument()
})

it('after a quarter of an hour without a key it is asked whether somebody is there; any key says yes', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.keyboard('{Shift}')
  await screen.findByRole('banner')
  await passIdle(15 * 60 - 5)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await passIdle(10)
  // The question itself has the focus: whoever types on presses no button of it.
  await waitFor(() => expect(screen.getByRole('dialog', { name: 'Are you still there?' })).toHaveFocus())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await passIdle(14 * 60)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('nobody there: it locks, sends what is held and shows nothing; the same person goes on with record and drafts', async () => {
  const { user, queryClient } = await openApp(marisol)
  await user.click(await findApprove())
  await user.click(await within(await pane()).findByRole('button', { name: 'Deny' }))
  await user.type((await inRegion('Deny photo')).getByRole('textbox', { name: 'Note to cardholder' }), 'Half')
  // Whoever has the focus there stops the time.
  const undo = (await findDecisions()).getByRole('button', { name: /^Undo/ })
  act(() => undo.focus())
  const before = address()
  await passIdle(15 * 60)
  await screen.findByRole('dialog', { name: 'Are you still there?' })
  expect(askedDecisions()).toEqual([])
  await passIdle(61)
  expect(await locked()).toBeVisible()
  await waitFor(() => expect(askedDecisions()).toEqual(['PUT /photo/9599901']))
  expect(document.title).toBe('Locked – Loupe')
  expect(address()).toBe(before)
  expect(screen.queryByRole('banner')).not.toBeInTheDocument()
  expect(screen.queryByText(/lakemont/)).not.toBeInTheDocument()
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  expect(sessionStorage).toHaveLength(0)

  await user.click(button('Open the sandbox'))
  await user.click(await within(await pane()).findByRole('button', { name: 'Deny' }))
  expect((await inRegion('Deny photo')).getByRole('textbox', { name: 'Note to cardholder' })).toHaveValue(
    'Half',
  )
  expect(address()).toBe(before)
  await user.click(screen.getByRole('link', { name: 'My decisions' }))
  expect(await screen.findByRole('rowheader', { name: /marisol/ })).toBeVisible()
})

it('a status that is read whole counts as somebody being there', async () => {
  const { user, queryClient } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.keyboard('{Shift}')
  await passIdle(14 * 60)
  await act(async () => {
    await queryClient.fetchQuery({ queryKey: ['whole-status', 'PENDING', 'test'], queryFn: () => [] })
  })
  await passIdle(14 * 60)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('a page that slept past the time is locked before it counts a key as somebody being there', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.keyboard('{Shift}')
  await waitFor(() => expect(localStorage.getItem('loupe.active-at')).not.toBeNull())
  passSeconds(60 * 60)
  act(() => void window.dispatchEvent(new Event('focus')))
  expect(await locked()).toBeVisible()
  expect(screen.queryByText(/lakemont/)).not.toBeInTheDocument()
})

it('somebody else at a locked page finds neither record nor drafts', async () => {
  const { user } = await openApp(marisol)
  await user.click(await findApprove())
  await findDecisions()
  await passIdle(15 * 60)
  await passIdle(61)
  await locked()
  await user.clear(screen.getByRole('textbox', { name: 'E-mail' }))
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'viewer@example.edu')
  await user.type(screen.getByLabelText('Password'), 'sandbox{Enter}')
  await user.click(await screen.findByRole('link', { name: 'My decisions' }))
  expect(await screen.findByText('No decisions yet.')).toBeVisible()
})

it('CloudCard being away does not keep anybody from signing out: the page is cleared at once', async () => {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  server.use(
    http.post('*/cloudcard/person/me/logout', async () => {
      await gate
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  await user.click(button('Sign out'))
  await waitFor(() => expect(screen.queryByText(/lakemont/)).not.toBeInTheDocument())
  expect(sessionStorage).toHaveLength(0)
  expect(localStorage.getItem('loupe.session-mark')).toBeNull()
  letGo()
  expect(await screen.findByText('You are signed out.')).toBeVisible()
  expect(documentLoad.replace).toHaveBeenLastCalledWith('/sign-in?end=signed-out')
})

it('a page that is loaded again after the time for which nobody may be away ends its session at CloudCard too', async () => {
  const { unmount } = await openApp('/photos')
  await findPlace(/^1–25/)
  expect(sandbox.db.tokens.all.size).toBe(1)
  passSeconds(17 * 60)
  await reload(unmount)
  expect(await screen.findByLabelText('E-mail')).toBeVisible()
  await waitFor(() => expect(sandbox.db.tokens.all.size).toBe(0))
  expect(sessionStorage).toHaveLength(0)
})

it('a window that was closed, and is opened again, has nothing of its session left, and says that it has ended', async () => {
  const { unmount } = await openApp('/photos?status=DENIED')
  await screen.findByRole('table', { name: 'Denied photos' })
  // What only the memory of the tab has kept.
  window.name = ''
  await reload(unmount)
  expect(await screen.findByText(/^Your session has ended/)).toBeVisible()
  expect(sessionStorage).toHaveLength(0)
  expect(address()).toBe('/sign-in?to=%2Fphotos%3Fstatus%3DDENIED')
})
