import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  findApprove,
  findDecisions,
  findRow,
  findTable,
  openApp,
  pane,
  runSandbox,
  sandbox,
  stopHoldTime,
} from './app'
import { openTogether, selectPage } from './together'

runSandbox()
const passHold = stopHoldTime()

const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name })
const twice = 'That was a double-click. Only the first click counts.'

/** Said in a status that screen readers follow, and seen beside it. */
async function expectSaid(place: HTMLElement, words: string | RegExp) {
  await waitFor(() => {
    const said = within(place)
      .getAllByRole('status')
      .some((status) => within(status).queryByText(words) !== null)
    expect(said).toBe(true)
  })
  expect(within(place).getAllByText(words, { ignore: '[role=status] *' })).toHaveLength(1)
}

it('why nothing was denied together is said in the dialog', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await selectPage(user)
  await openTogether(user, 'Deny')
  const together = await dialog('Deny together')
  await user.click(within(together).getByRole('textbox', { name: 'Other reason' }))
  await user.keyboard('{Enter}')
  await expectSaid(together, 'Choose a reason, or write one.')
})

it('in the comparison it is heard as well what a key did, or why it did nothing', async () => {
  const { user } = await openApp('/photos')
  await user.click(await findRow('marisol.vega'))
  await findApprove()
  await user.keyboard('c')
  const compare = await dialog('Compare')
  await user.keyboard('s')
  await expectSaid(compare, /^Skipped the photo of marisol/)
})

describe('what comes of a decision', () => {
  async function approveOne() {
    const { user } = await openApp('/photos')
    await user.click(await findRow('marisol.vega'))
    await user.click(await findApprove())
    await findDecisions()
    await user.keyboard('{Escape}')
    return user
  }
  async function pass() {
    passHold(6)
    await waitFor(() => expect(sandbox.db.withStatus('PENDING')).toHaveLength(99))
  }
  const outcome = /^marisol.*: Approved/

  it('is told in whatever dialog is open then', async () => {
    const user = await approveOne()
    await user.click(screen.getByRole('button', { name: 'Settings' }))
    const settings = await dialog('Settings')
    await pass()
    await expectSaid(settings, outcome)
  })

  it('is told in the dialog for many', async () => {
    const user = await approveOne()
    await selectPage(user)
    await openTogether(user, 'Approve')
    const together = await dialog('Approve together')
    await pass()
    await expectSaid(together, outcome)
  })

  it('is told in the banner where no photo is open', async () => {
    await approveOne()
    await pass()
    await expectSaid(screen.getByRole('banner'), outcome)
  })
})

it('beside an open photo things are told there, and not twice', async () => {
  const { user } = await openApp('/photos')
  await user.click(await findRow('marisol.vega'))
  await user.click(screen.getByRole('button', { name: 'Skip' }))
  fireEvent.click(screen.getByRole('button', { name: 'Skip' }), { detail: 2 })
  await expectSaid(await pane(), twice)
  expect(within(screen.getByRole('banner')).queryByText(twice)).not.toBeInTheDocument()
})
