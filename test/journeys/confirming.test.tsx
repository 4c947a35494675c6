import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse, type HttpResponseResolver } from 'msw'
import { expect, it } from 'vitest'
import {
  asked,
  askedDecisions,
  findApprove,
  findDecisions,
  findPlace,
  findRow,
  openApp,
  pane,
  runSandbox,
  sandbox,
  server,
  stopHoldTime,
} from './app'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const answerPut = (resolver: HttpResponseResolver) =>
  server.use(http.put('*/cloudcard/photo/*', resolver, { once: true }))

async function approveMarisol() {
  const app = await openApp(`/photos?photo=${marisol}`)
  await pane()
  await findPlace(/^1–25 of/)
  ;(await screen.findByRole('heading', { name: /^Photo/ })).focus()
  await findApprove()
  await app.user.keyboard('a')
  await findDecisions()
  asked.length = 0
  return app
}

async function recorded(user: Awaited<ReturnType<typeof openApp>>['user']) {
  await user.click(screen.getByRole('link', { name: /^(Record|My decisions)/ }))
  const [, row] = within(await screen.findByRole('table', { name: /^Decisions/ })).getAllByRole('row')
  if (!row) throw new Error('Nothing was recorded')
  return within(row)
}

it.each<[string, HttpResponseResolver]>([
  ['nothing (204)', () => new HttpResponse(null, { status: 204 })],
  ['null', () => HttpResponse.json(null)],
  ['{}', () => HttpResponse.json({})],
  ['a list', () => HttpResponse.json([])],
  ['a photo that is still pending', () => HttpResponse.json({ id: marisol, status: 'PENDING' })],
])(
  'CloudCard answers %s and does nothing: the decision counts as not confirmed, and the photo as undecided',
  async (_what, answer) => {
    const { user } = await approveMarisol()
    answerPut(answer)
    passHold(6)
    const decisions = await findDecisions()
    for (let look = 1; look < 3; look++) {
      expect(await decisions.findByText(/^Approving: CloudCard hasn't confirmed it yet/)).toBeVisible()
      await waitFor(() =>
        expect(asked.filter((request) => request.startsWith('GET /photo/'))).toHaveLength(look),
      )
      passHold(10)
    }
    expect((await decisions.findAllByText(/Not confirmed/)).length).toBeGreaterThan(0)
    await findPlace('1–25 of 100')
    expect(askedDecisions()).toHaveLength(1)
    expect((await recorded(user)).getByText(/^Not confirmed/)).toBeVisible()
  },
)

it('CloudCard answers nothing and has done it: a look shows that', async () => {
  const { user } = await approveMarisol()
  answerPut(() => {
    sandbox.db.decide(marisol, 'APPROVED')
    return new HttpResponse(null, { status: 204 })
  })
  passHold(6)
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())
  expect((await recorded(user)).getByText('Approved')).toBeVisible()
})

it('CloudCard says that it is approved, and has not done it: the look afterwards counts', async () => {
  const { user } = await approveMarisol()
  answerPut(() => HttpResponse.json({ id: marisol, status: 'APPROVED' }))
  passHold(6)
  expect((await screen.findAllByText(/Not confirmed/)).length).toBeGreaterThan(0)
  const row = within((await findRow('marisol.vega')).closest('tr') as HTMLElement)
  expect(row.queryByText('Approved')).not.toBeInTheDocument()
  // It stays until somebody has taken note of it.
  const decisions = within(await screen.findByRole('region', { name: 'Decisions' }))
  expect(decisions.getByRole('button', { name: 'Look again' })).toBeVisible()
  await user.click(decisions.getByRole('button', { name: 'OK' }))
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  expect((await recorded(user)).getByText(/^Not confirmed/)).toBeVisible()
})

it('a session that has ended just as the decision was made: nothing is sent twice, and it counts as approved', async () => {
  const { user } = await approveMarisol()
  answerPut(() => {
    sandbox.db.decide(marisol, 'APPROVED')
    return HttpResponse.json({}, { status: 401 })
  })
  passHold(6)
  const dialog = within(await screen.findByRole('dialog', { name: 'Sign in again' }))
  await user.type(dialog.getByLabelText('Password'), 'sandbox')
  await user.click(dialog.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())
  expect(askedDecisions()).toHaveLength(1)
  expect((await recorded(user)).getByText('Approved')).toBeVisible()
})
