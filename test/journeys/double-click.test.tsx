import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  findApprove,
  findDecisions,
  findPlace,
  openApp,
  pane,
  runSandbox,
  stopHoldTime,
} from './app'

runSandbox()
stopHoldTime()

const marisol = 9599901
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })

async function openPhoto() {
  const app = await openApp(`/photos?photo=${marisol}`)
  await pane()
  await findPlace(/^1–25 of/)
  return app
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
/** The second click of a pair, which the system tells of as such, however long it took. */
const clickAgain = (name: string | RegExp) => fireEvent.click(button(name), { detail: 2 })
const says = async () =>
  expect((await screen.findAllByText(/^That was a double-click/)).length).toBeGreaterThan(0)

it('the second click on Approve approves nobody, though the next photo has been looked at', async () => {
  const { user } = await openPhoto()
  await user.click(await findApprove())
  await heading(/^Photo of amara/)
  await findApprove()
  clickAgain('Approve')
  await says()
  expect(await heading(/^Photo of amara/)).toBeVisible()
  expect((await findDecisions()).getAllByText(/^Approving in/)).toHaveLength(1)
})

it('the second click on Skip skips nobody', async () => {
  const { user } = await openPhoto()
  await user.click(button('Skip'))
  await heading(/^Photo of amara/)
  clickAgain('Skip')
  expect(await heading(/^Photo of amara/)).toBeVisible()
})

it('a double click on Deny opens the form, and leaves it open', async () => {
  const { user } = await openPhoto()
  await user.click(button('Deny'))
  clickAgain('Deny')
  expect(screen.getByRole('region', { name: 'Deny photo' })).toBeVisible()
})

it('the second click on "Same as last" or "Deny photo" denies nobody', async () => {
  const { user } = await openPhoto()
  await user.click(button('Deny'))
  await user.keyboard('2')
  clickAgain('Deny photo')
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  await user.click(button('Deny photo'))
  await heading(/^Photo of amara/)
  await user.click(button('Deny'))
  clickAgain(/^Same as last/)
  expect(await heading(/^Photo of amara/)).toBeVisible()
  await user.click(button(/^Same as last/))
  await heading(/^Photo of j\.lindqvist/)
})

it('the second click on Undo takes back no second decision', async () => {
  const { user } = await openPhoto()
  await user.click(await findApprove())
  await heading(/^Photo of amara/)
  await user.click(await findApprove())
  await heading(/^Photo of j\.lindqvist/)
  const tray = () => within(screen.getByRole('region', { name: 'Decisions' }))
  fireEvent.click(tray().getByRole('button', { name: /^Undo/ }), { detail: 1 })
  await heading(/^Photo of amara/)
  fireEvent.click(tray().getByRole('button', { name: /^Undo/ }), { detail: 2 })
  expect(tray().getByText(/^Approving in/)).toBeVisible()
})

it('what a first click brings under the pointer does not get the second one', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25 of/)
  await user.click(screen.getByRole('checkbox', { name: 'Select all on this page' }))
  const opener = await screen.findByRole('button', { name: /^Approve 2\d photos/ })
  fireEvent.click(opener, { detail: 1 })
  const dialog = within(await screen.findByRole('dialog', { name: 'Approve together' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }), { detail: 2 })
  expect(screen.getByRole('dialog', { name: 'Approve together' })).toBeVisible()
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }), { detail: 1 })
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(address()).toBe('/photos')
})
