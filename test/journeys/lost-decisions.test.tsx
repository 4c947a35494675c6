import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ownerNumber } from '../../src/desk/ledger/journal'
import { sandboxSignIn } from '../../src/sandbox/sandbox'
import { findApprove, findDecisions, openApp, pane, runSandbox, sandbox, stopHoldTime } from './app'
import { passMoment } from './moments'

runSandbox()
const passHold = stopHoldTime()

const [marisol, amara] = [9599901, 9599824]
const gone = 'loupe.journal.gone'

/** A tab that has crashed leaves approvals that were held. */
function crashWith(...photos: number[]) {
  const entries = photos.map((photo) => ({
    photo,
    verdict: 'approve',
    version: sandbox.db.photo(photo)?.version ?? null,
    at: Date.now() - 60_000,
  }))
  const owner = ownerNumber(sandboxSignIn.username, 'salt')
  localStorage.setItem(gone, JSON.stringify({ salt: 'salt', owner, entries }))
}

const notice = /decisions w(asn't|eren't) sent before Loupe was closed/

it.each([
  ['approves', '{a}'],
  ['denies', 'd1{Enter}'],
])('whoever %s the photo anew is not asked about the lost decision any more', async (_, keys) => {
  crashWith(marisol)
  const { user } = await openApp(`/photos?photo=${marisol}`)
  await pane()
  // Nobody touches the page.
  act(() => passMoment(5_000))
  expect(await screen.findByText(notice)).toBeVisible()
  await findApprove()
  ;(await screen.findByRole('heading', { name: /^Photo/ })).focus()
  await user.keyboard(keys)
  await findDecisions()
  await waitFor(() => expect(screen.queryByText(notice)).not.toBeInTheDocument())
  passHold(6)
  await waitFor(() => expect(sandbox.db.photo(marisol)?.status).not.toBe('PENDING'))
  await waitFor(() => expect(JSON.stringify(localStorage)).not.toContain(String(marisol)))
})

it('a decision on another photo leaves the question as it is', async () => {
  crashWith(marisol)
  const { user } = await openApp(`/photos?photo=${amara}`)
  await pane()
  act(() => passMoment(5_000))
  await screen.findByText(notice)
  await findApprove()
  ;(await screen.findByRole('heading', { name: /^Photo/ })).focus()
  await user.keyboard('a')
  await findDecisions()
  expect(screen.getByText(notice)).toBeVisible()
})
