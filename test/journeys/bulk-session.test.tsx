import { act, screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { http } from 'msw'
import { expect, it } from 'vitest'
import { selection as selected } from '../../src/desk/selection'
import {
  askedDecisions,
  findDecisions,
  findTable,
  openApp,
  runSandbox,
  sandbox,
  server,
  stopHoldTime,
} from './app'
import { approvePage, selectPage } from './together'

runSandbox()
const passHold = stopHoldTime()

const signInAgain = () => screen.findByRole('dialog', { name: 'Sign in again' })
const locked = () => screen.findByRole('heading', { name: 'Loupe is locked' })
/** How many of them CloudCard has as approved. */
const approved = (ids: readonly number[]) =>
  ids.filter((id) => sandbox.db.photo(id)?.status === 'APPROVED').length

/** Approves a page of photos together; the ids of those that are decided. */
async function openAndApprove() {
  const { user } = await openApp('/photos')
  await findTable()
  const tray = await approvePage(user)
  const [, count] = /^Approving (\d+) photos/.exec(tray.getByRole('status').textContent) ?? []
  return { user, count: Number(count), ids: [...selected.keys()] }
}

/** The session ends after so many of the decisions that are sent. */
function endTokensAfter(decisions: number) {
  let left = decisions
  server.use(
    http.put('*/cloudcard/photo/:id', () => {
      if (left-- === 0) sandbox.db.tokens.all.clear()
    }),
  )
}

async function signIn(user: UserEvent, email: string) {
  const field = screen.getByRole('textbox', { name: 'E-mail' })
  await user.clear(field)
  await user.type(field, email)
  await user.type(screen.getByLabelText('Password'), 'sandbox{Enter}')
}

/** Nobody touches anything until the page locks. */
async function lock() {
  for (const seconds of [15 * 60, 61]) await act(async () => passHold(seconds))
  await locked()
}

it('a session that ends while many are sent holds the rest up: the same person goes on, and each is sent once', async () => {
  const { user, count, ids } = await openAndApprove()
  endTokensAfter(5)
  passHold(6)
  await signInAgain()
  const sent = approved(ids)
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThan(count)
  passHold(60)
  expect(approved(ids)).toBe(sent)
  server.resetHandlers()
  await signIn(user, 'office@example.edu')
  expect(await (await findDecisions()).findByText(`Approved ${count} photos`)).toBeVisible()
  expect(approved(ids)).toBe(count)
  expect(sandbox.db.mails).toHaveLength(count)
})

it('somebody else who signs in then sends none of them', async () => {
  const { user, ids } = await openAndApprove()
  endTokensAfter(5)
  passHold(6)
  await signInAgain()
  const sent = approved(ids)
  expect(sent).toBeGreaterThan(0)
  server.resetHandlers()
  await signIn(user, 'viewer@example.edu')
  expect(await within(await screen.findByRole('banner')).findByText('viewer@example.edu')).toBeVisible()
  await findTable()
  passHold(60)
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  expect(approved(ids)).toBe(sent)
  expect(selected.size).toBe(0)
})

it('a page that locks empties the selection', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await selectPage(user)
  await lock()
  expect(selected.size).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Open the sandbox' }))
  await findTable()
  expect(screen.queryByRole('region', { name: 'Selection' })).not.toBeInTheDocument()
})

it('what is held for many when a page locks waits for the same person, who is asked first', async () => {
  const { user, count } = await openAndApprove()
  await lock()
  expect(askedDecisions()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Open the sandbox' }))
  const tray = await findDecisions()
  expect(askedDecisions()).toEqual([])
  await user.click(await tray.findByRole('button', { name: /^Send/ }))
  expect(await tray.findByText(`Approved ${count} photos`)).toBeVisible()
  expect(sandbox.db.mails).toHaveLength(count)
})
