import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { noteLookedAt } from '../../src/desk/looked-at'
import { selection as selected } from '../../src/desk/selection'
import { sandboxSignIn } from '../../src/sandbox/sandbox'
import { endSession } from '../../src/session/session'
import {
  address,
  findPlace,
  findRow,
  findTable,
  openApp,
  pages,
  runSandbox,
  sandbox,
  searchField,
  stopHoldTime,
  tab,
} from './app'
import { listed } from './listed'
import { selection } from './together'

runSandbox()
const passHold = stopHoldTime()

const box = async (email: RegExp) =>
  within(await findTable()).findByRole('checkbox', { name: new RegExp(`^Select ${email.source}`) })
const says = async (words: string) =>
  waitFor(async () => expect((await selection()).getByRole('status')).toHaveTextContent(words))
const noSelection = () =>
  waitFor(() => expect(screen.queryByRole('region', { name: 'Selection' })).not.toBeInTheDocument())
const rowBoxes = async () =>
  within(await findTable()).getAllByRole('checkbox', { name: /^Select (?!all)/ }) as HTMLInputElement[]

it('photos are chosen with their boxes, and with Shift as far as the last one', async () => {
  const { user } = await openApp('/photos')
  await user.click(await box(/lena/))
  await says('1 selected')
  await user.keyboard('{Shift>}')
  await user.click(await box(/amara/))
  await user.keyboard('{/Shift}')
  await says('4 selected')
  expect((await rowBoxes()).slice(0, 5).map(({ checked }) => checked)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
  await user.click(await box(/marisol/))
  await says('3 selected')
})

it('Space chooses the row one stands on, and opens nothing', async () => {
  const { user } = await openApp('/photos')
  ;(await findRow('lena')).focus()
  await user.keyboard(' {ArrowDown}{ArrowDown}{Shift>} {/Shift}')
  await says('3 selected')
  expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument()
})

it('all on this page, and all that match: the bar says how many are out of sight', async () => {
  const { user } = await openApp('/photos?score=good')
  const good = listed().filter(({ lowestClassification: score }) => Number(score) >= 0.8)
  await findPlace(`1–25 of ${good.length} that match`)
  await user.click(await screen.findByRole('checkbox', { name: 'Select all on this page' }))
  await says('25 selected')
  await user.click((await selection()).getByRole('button', { name: `Select all ${good.length} that match` }))
  await says(`${good.length} selected, ${good.length - 25} not shown`)
})

it('of a list that is read page by page one press shows all and selects them; what was chosen stays', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await user.click(await box(/lena/))
  const more = (await selection()).getByRole('button', { name: 'Show and select all 100' })
  await user.click(more)
  await findPlace('1–100 of 100')
  expect(address()).toBe('/photos?max=all')
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Selection' }))
  await says(`${listed().length} selected`)
  expect(more).not.toBeInTheDocument()
  expect((await selection()).queryByRole('button', { name: /^Select all/ })).not.toBeInTheDocument()
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Selection' }))
})

it('all that match are only those that were read, and the button says so', async () => {
  const { user } = await openApp('/photos?status=ALL&score=good')
  await findPlace(/that match/)
  await user.click((await rowBoxes())[0] as HTMLElement)
  expect((await selection()).getByRole('button', { name: /^Select all \d+ that match/ })).toBeVisible()
})

it('it survives paging, sorting, filtering and news', async () => {
  const { user } = await openApp('/photos')
  await user.click(await box(/lena/))
  await user.click(await box(/marisol/))
  await user.click(pages().getByRole('button', { name: 'Next page' }))
  await findPlace('26–50 of 100')
  await says('2 selected, 2 not shown')
  await user.click(within(await findTable()).getByRole('button', { name: 'Cardholder' }))
  await findPlace('1–25 of 100')
  await user.type(searchField(), 'marisol')
  await findPlace(/that match$/)
  await says('2 selected, 1 not shown')
  await user.clear(searchField())
  sandbox.colleagueDecides()
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await findPlace(/^1–25 of 99/)
  await says('2 selected')
})

it('another status begins without one', async () => {
  const { user } = await openApp('/photos')
  await user.click(await box(/lena/))
  await says('1 selected')
  await user.click(tab('Denied'))
  await findTable()
  await noSelection()
  await user.click(tab('Pending'))
  await findRow('lena')
  expect((await rowBoxes()).some(({ checked }) => checked)).toBe(false)
})

it('the end of the session empties it', async () => {
  const { user } = await openApp('/photos')
  await user.click(await box(/lena/))
  await says('1 selected')
  act(() => endSession('expired'))
  await user.click(await screen.findByRole('button', { name: 'Open the sandbox' }))
  await findRow('lena')
  expect((await rowBoxes()).some(({ checked }) => checked)).toBe(false)
  await noSelection()
})

it('Clear selection empties it, and the focus goes back into the list', async () => {
  const { user } = await openApp('/photos')
  await user.click(await box(/marisol/))
  await user.click((await selection()).getByRole('button', { name: 'Clear selection' }))
  await noSelection()
  expect(document.activeElement?.closest('table')).not.toBeNull()
})

it('after many were decided by keyboard the bar goes, and the focus is in the list', async () => {
  const { user } = await openApp('/photos')
  ;(await findRow('lena')).focus()
  await user.keyboard(' {ArrowDown} ')
  await says('2 selected')
  ;(await selection()).getByRole('button', { name: 'Deny 2 photos' }).focus()
  await user.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog', { name: 'Deny together' }))
  await waitFor(() => expect(dialog.getAllByRole('checkbox', { name: /sunglasses/ })[0]).toBeVisible())
  act(() => noteLookedAt(selected.values()))
  dialog.getByRole('checkbox', { name: /No sunglasses/ }).focus()
  await user.keyboard('2{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(document.activeElement).not.toBe(document.body)
  passHold(6)
  await noSelection()
  await waitFor(() => expect(document.activeElement?.closest('table')).not.toBeNull())
})

it('there are no boxes where nothing is decided, nor for those who may not decide', async () => {
  const { unmount } = await openApp('/photos?status=DONE')
  await findTable()
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  unmount()
  await openApp('/photos', { username: sandboxSignIn.viewer })
  await findTable()
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
})

it('which columns are shown is chosen in Settings, and remembered on this device', async () => {
  const { user } = await openApp('/photos')
  const table = await findTable()
  expect(within(table).getByRole('columnheader', { name: 'Documents' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  const columns = within(await screen.findByRole('group', { name: /^Columns of the table/ }))
  await user.click(columns.getByRole('checkbox', { name: 'Documents' }))
  await user.click(columns.getByRole('checkbox', { name: 'ID number' }))
  const heads = within(table)
    .getAllByRole('columnheader')
    .map((head) => head.textContent)
  expect(heads).toEqual(['', 'Photo', 'CardholderName', 'Submitted', 'Score', 'Checks'])
  expect(within(table).queryByText('L0027714')).not.toBeInTheDocument()
  expect(JSON.parse(localStorage.getItem('loupe.settings') ?? '{}')).toMatchObject({
    hiddenColumns: ['identifier', 'documents'],
  })
  await user.click(columns.getByRole('checkbox', { name: 'Documents' }))
  await user.click(columns.getByRole('checkbox', { name: 'ID number' }))
  expect(await within(table).findByText('L0027714')).toBeVisible()
})
