import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { checkLabels } from '../../src/fields/checks'
import { statusFilters, statusLabel } from '../../src/fields/status'
import {
  askedDecisions,
  findApprove,
  findRow,
  findTable,
  openApp,
  pane,
  runSandbox,
  shownEmails,
} from './app'

runSandbox()

const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))
const hint = () => screen.queryByRole('region', { name: 'New here?' })

it('Help says what the score, each check, each status, and a photo that is unreadable mean, and where passwords come from', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(screen.getByRole('button', { name: 'Help' }))
  const meanings = within((await dialog('Help')).getByRole('region', { name: 'What things mean' }))
  const topic = (name: string) => within(meanings.getByRole('region', { name }))
  expect(await topic('Score').findByText('80% and more')).toBeVisible()
  const explained = (name: string) =>
    topic(name)
      .getAllByRole('term')
      .map((term) => term.textContent)
  expect(explained('Checks')).toEqual(Object.values(checkLabels))
  const statuses = statusFilters.filter((status) => status !== 'ALL').map(statusLabel)
  expect(explained('Statuses')).toEqual(expect.arrayContaining([...statuses, 'On hold', 'Failed']))
  expect(topic('Unreadable photos').getByText(/keeps its place in the list/)).toBeVisible()
  expect(topic('Passwords').getByText(/Loupe has no passwords of its own/)).toBeVisible()
})

it('what the score means is said where it stands, with the limits of this office', async () => {
  const { user } = await openApp('/photos')
  const table = within(await findTable())
  const about = table.getByRole('button', { name: 'About the score' })
  await user.click(about)
  const score = await dialog('Score')
  await waitFor(() => expect(score.getByText('80% and more')).toBeVisible())
  expect(score.getByText('40% and less')).toBeVisible()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(about).toHaveFocus()
  await user.click(about)
  await dialog('Score')
  await user.click(screen.getByRole('searchbox'))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('who reads what a status means decides nothing by a letter', async () => {
  const { user } = await openApp('/photos')
  await user.click(await findRow('marisol.vega'))
  await findApprove()
  const photo = within(await pane())
  await user.click(photo.getByRole('button', { name: 'About this status' }))
  expect(await (await dialog('Pending')).findByText(/approve or deny it/)).toBeVisible()
  await user.keyboard('ads')
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  expect(askedDecisions()).toEqual([])
})

it('whoever is here for the first time is told the keys, until that is closed on this device', async () => {
  const { user, unmount } = await openApp('/photos')
  const [first] = await shownEmails()
  expect(within(hint() as HTMLElement).getAllByRole('listitem')).toHaveLength(4)
  await user.click(screen.getByRole('button', { name: 'See all keys' }))
  await user.click((await dialog('Help')).getByRole('button', { name: 'Close' }))
  await user.click(screen.getByRole('button', { name: 'Got it' }))
  expect(hint()).not.toBeInTheDocument()
  await waitFor(() =>
    expect(screen.getByRole('link', { name: (name) => name.startsWith(first ?? '') })).toHaveFocus(),
  )
  unmount()
  await openApp('/photos')
  await findTable()
  expect(hint()).not.toBeInTheDocument()
})

it('the sign-in page says what Loupe is and where passwords come from, and one can type at once', async () => {
  await openApp('/sign-in', { isSignedIn: false })
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveFocus())
  expect(screen.getByText(/photo review desk of your card office/)).toBeVisible()
  expect(screen.getByText(/Loupe has no passwords of its own/)).toBeVisible()
})

it('the key ? opens Help, which lists the keys', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.keyboard('?')
  const keys = within((await dialog('Help')).getByRole('region', { name: 'Keys' }))
  expect(keys.getByRole('row', { name: 'A Approve' })).toBeVisible()
})
