import { act, screen, waitFor, within } from '@testing-library/react'
import { getResponse, http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import {
  askedDecisions,
  findApprove,
  findDecisions,
  findPlace,
  findRow,
  openApp,
  pane,
  passSeconds,
  reload,
  runSandbox,
  sandbox,
  server,
  setClock,
  shownIds,
  stopHoldTime,
} from './app'
import { idsOf, listed } from './listed'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const passIdle = (seconds: number) => act(async () => passHold(seconds))
const stored = () => sandbox.db.photo(marisol)

async function approveMarisol() {
  const app = await openApp(`/photos?photo=${marisol}`)
  await pane()
  await findPlace(/^1–25 of/)
  ;(await screen.findByRole('heading', { name: /^Photo/ })).focus()
  await findApprove()
  await app.user.keyboard('a')
  await findDecisions()
  return app
}

describe.each([-1, -26])('this computer’s clock is set by %i hours', (hours) => {
  it('while a decision is held: it is sent after the seconds that were said, and recorded at the time that the clock shows', async () => {
    const { user } = await approveMarisol()
    await passIdle(2)
    setClock(hours)
    await passIdle(1)
    expect(await (await findDecisions()).findByText(/^Approv\w+ in 3 s$/)).toBeVisible()
    await passIdle(3)
    await waitFor(() => expect(stored()?.status).toBe('APPROVED'))
    await user.click(screen.getByRole('link', { name: /^(Record|My decisions)/ }))
    const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
    expect(await screen.findByText(clock.format(Date.now()))).toBeVisible()
  })

  it('a desk that somebody has left locks all the same', async () => {
    const { user } = await openApp('/photos')
    await findPlace(/^1–25/)
    await user.keyboard('{Shift}')
    await passIdle(60)
    setClock(hours)
    await passIdle(14 * 60 + 1)
    expect(await screen.findByRole('dialog', { name: 'Are you still there?' })).toBeVisible()
    expect(screen.getByRole('timer')).toHaveTextContent(/^5\d s$/)
    await passIdle(61)
    expect(await screen.findByRole('heading', { name: /locked/i })).toBeVisible()
  })

  it('and after a sleep it is asked whether a decision still holds', async () => {
    await approveMarisol()
    setClock(hours)
    await passIdle(600)
    expect((await findDecisions()).getByText(/^Approve\? This was due/)).toBeVisible()
    expect(askedDecisions()).toEqual([])
  })
})

it('a clock that is set back by an hour changes no count, and no photo is passed over', async () => {
  const { user } = await openApp('/photos?max=25')
  await findPlace('1–25 of 100')
  setClock(-1)
  await user.click(await findRow(listed()[0]?.person?.email ?? 'none'))
  for (let count = 0; count < 3; count++) {
    await findApprove()
    await user.keyboard('a')
    await passIdle(6)
  }
  await waitFor(() => expect(askedDecisions()).toHaveLength(3))
  await findPlace(/^1–22 of 97, 3 decided/)
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  await findPlace('23–47 of 97')
  const after = await shownIds()
  expect(after).toEqual(idsOf(listed()).slice(22, 47))
})

it('a clock that is a minute fast from now on sends nothing early', async () => {
  await approveMarisol()
  setClock(1 / 60)
  await passIdle(5)
  expect(askedDecisions()).toEqual([])
  await passIdle(1)
  await waitFor(() => expect(askedDecisions()).toHaveLength(1))
})

describe.each([14, -14])('this computer’s clock is %i hours wrong', (hours) => {
  /** CloudCard's own time, which its answers tell. */
  const cloudCardTime = () => Date.now() - hours * 3_600_000

  async function openWithToken() {
    server.use(
      http.all('*/cloudcard/*', async ({ request }) => {
        const answer = await getResponse(sandbox.handlers, request)
        const text = await answer?.text()
        const date = new Date(cloudCardTime()).toUTCString()
        const isToken = request.url.endsWith('/authentication-token')
        const end = new Date(cloudCardTime() + 12 * 3_600_000).toISOString()
        const body = isToken && text ? JSON.stringify({ ...JSON.parse(text), expirationDate: end }) : text
        return new HttpResponse(body, {
          status: answer?.status ?? 500,
          headers: { 'Content-Type': 'application/json', Date: date },
        })
      }),
    )
    const app = await openApp('/sign-in', { isSignedIn: false })
    await app.user.click(await screen.findByRole('button', { name: 'Persistent access token' }))
    await app.user.type(screen.getByLabelText('Persistent access token'), 'sandbox{Enter}')
    await findPlace(/^1–25/)
    return app
  }
  const notice = /^Your session ends at/

  it('the end of the session is told a quarter of an hour before, in the time that the clock shows', async () => {
    await openWithToken()
    await passIdle(11)
    expect(screen.queryByText(notice)).not.toBeInTheDocument()
    const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
    const end = clock.format(Date.now() + 12 * 3_600_000 - 11_000)
    localStorage.setItem('loupe.active-at', String(Date.now() + 11 * 3_600_000 + 50 * 60_000))
    await passIdle(11 * 3_600 + 50 * 60)
    expect(await screen.findByText(`Your session ends at ${end}.`)).toBeVisible()
  })

  it('a reload does not end the session', async () => {
    const { unmount } = await openWithToken()
    await reload(unmount)
    await findPlace(/^1–25/)
    expect(within(screen.getByRole('banner')).getByRole('button', { name: 'Sign out' })).toBeVisible()
  })
})

it('without a time of the server, a token that was just given counts as one whose end is not known', async () => {
  passSeconds(14 * 3_600)
  server.use(
    http.post('*/cloudcard/authentication-token', async ({ request }) => {
      const answer = (await getResponse(sandbox.handlers, request)) as Response
      const body = (await answer.json()) as object
      return HttpResponse.json({ ...body, expirationDate: '2026-08-12T20:00:00Z' })
    }),
  )
  const { user } = await openApp('/sign-in', { isSignedIn: false })
  await user.click(await screen.findByRole('button', { name: 'Persistent access token' }))
  await user.type(screen.getByLabelText('Persistent access token'), 'sandbox{Enter}')
  await findPlace(/^1–25/)
  await passIdle(11)
  expect(screen.queryByText(/^Your session ends at/)).not.toBeInTheDocument()
})
