import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  changeRows,
  findPlace,
  findRow,
  findTable,
  holdPages,
  holdProbes,
  openApp,
  sandbox,
  shownEmails,
  tab,
  tabs,
  runSandbox,
} from './app'

runSandbox()

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

it('shows the pending photos first', async () => {
  await openApp('/')
  const table = await findTable()
  expect(table).toHaveAccessibleName('Pending photos')
  expect(address()).toBe('/photos')
  expect(within(table).getAllByRole('row')).toHaveLength(26)
  expect(document.title).toBe('Pending – Loupe')
})

it('says of each photo whose it is, when it came, what the machine thinks and what is worth a look', async () => {
  await openApp('/photos')
  const table = await findTable()
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['', 'Photo', 'CardholderName', 'ID number', 'Submitted', 'Score', 'Checks', 'Documents'])
  const row = within(within(table).getByRole('row', { name: /marisol\.vega@lakemont\.example/ }))
  expect(row.getByRole('cell', { name: 'L0027714' })).toBeVisible()
  expect(row.getByRole('cell', { name: 'Aug 12, 10:32 AM' })).toBeVisible()
  expect(await row.findByRole('cell', { name: '12% Bad' })).toBeVisible()
  expect(row.getByRole('cell', { name: /Wrong ratio.*Edited/ })).toBeVisible()
  expect(row.getByRole('cell', { name: /Government issued ID.*Enrollment letter/ })).toBeVisible()
})

it('an ID number with leading zeros keeps them', async () => {
  await openApp('/photos')
  const row = within(await screen.findByRole('row', { name: /e\.clarke@/ }))
  expect(row.getByRole('cell', { name: '00098317' })).toBeVisible()
})

it('the heading, caption, title, address and current tab all name the same status', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  expect(
    tabs()
      .getAllByRole('link')
      .map((link) => link.textContent?.replace(/ [\d,]+\+?$/, '')),
  ).toEqual([
    'Pending',
    'Approved',
    'Denied',
    'On hold',
    'Failed',
    'Ready for download',
    'Downloaded',
    'Done',
    'En route',
    'All',
  ])
  for (const [name, status] of [
    ['Approved', 'APPROVED'],
    ['Ready for download', 'READY_FOR_DOWNLOAD'],
    ['En route', 'ENROUTE'],
    ['All', 'ALL'],
  ] as const) {
    await user.click(tab(name))
    expect(await screen.findByRole('table', { name: `${name} photos` })).toBeVisible()
    expect(await heading(name)).toBeInTheDocument()
    expect(tabs().getByRole('link', { current: 'page' })).toBe(tab(name))
    expect(address()).toBe(`/photos?status=${status}`)
    expect(document.title).toBe(`${name} – Loupe`)
  }
})

it('changing the status goes back to page one and closes the open photo', async () => {
  const { user } = await openApp('/photos?page=2&max=50&photo=9586657')
  await findTable()
  await user.click(tab('Approved'))
  await screen.findByRole('table', { name: 'Approved photos' })
  expect(address()).toBe('/photos?status=APPROVED&max=50')
  expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument()
})

it('while another status is read, no photo of the old one stands under its heading', async () => {
  const letGo = holdPages('status=APPROVED')
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(tab('Approved'))
  await heading('Approved')
  await findPlace('Loading approved photos…')
  expect(screen.queryByText('lena.hoffmann@lakemont.example')).not.toBeInTheDocument()
  expect(screen.queryByText(/^No .*photos$/)).not.toBeInTheDocument()
  letGo()
  expect(await screen.findByRole('table', { name: 'Approved photos' })).toBeVisible()
  expect(await shownEmails()).not.toContain('lena.hoffmann@lakemont.example')
})

it.each([
  ['On hold', 5],
  ['Failed', 6],
  ['Discarded', 6],
  ['ARCHIVED_BY_VENDOR', 22],
])('All shows also what no tab has: %s, by its own word', async (word, page) => {
  await openApp(`/photos?status=ALL&page=${page}`)
  const table = await findTable()
  expect(within(table).getByRole('link', { name: new RegExp(`@lakemont.example ${word}$`) })).toBeVisible()
})

it('All says of each photo which status it has', async () => {
  await openApp('/photos?status=ALL')
  expect(await findRow('lena.hoffmann@lakemont.example Pending')).toBeVisible()
})

it('Back and Forward go through the lists one has seen', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(tab('Approved'))
  await screen.findByRole('table', { name: 'Approved photos' })
  await user.click(tab('Denied'))
  await screen.findByRole('table', { name: 'Denied photos' })
  window.history.back()
  expect(await screen.findByRole('table', { name: 'Approved photos' })).toBeVisible()
  expect(address()).toBe('/photos?status=APPROVED')
  window.history.back()
  expect(await screen.findByRole('table', { name: 'Pending photos' })).toBeVisible()
  expect(address()).toBe('/photos')
  window.history.forward()
  expect(await screen.findByRole('table', { name: 'Approved photos' })).toBeVisible()
})

it('a tab says how many photos there are, once that is known', async () => {
  const letGo = holdProbes()
  const { user } = await openApp('/photos')
  await findPlace('1–25 of more than 25')
  expect(tabs().getByRole('link', { current: 'page' })).toHaveAccessibleName('Pending')
  expect(tab('Approved')).toHaveAccessibleName('Approved')
  letGo()
  await findPlace('1–25 of 100')
  expect(tabs().getByRole('link', { current: 'page' })).toHaveAccessibleName('Pending 100')
  await user.click(tab('Denied'))
  await findPlace('1–5 of 5')
  expect(tabs().getByRole('link', { current: 'page' })).toHaveAccessibleName('Denied 5')
  expect(tab('Pending')).toHaveAccessibleName('Pending 100')
})

it('a queue without photos says so, and only then', async () => {
  changeRows(() => [])
  const { user } = await openApp('/photos')
  expect(await screen.findByRole('heading', { name: 'No pending photos' })).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(tabs().getByRole('link', { current: 'page' })).toHaveAccessibleName('Pending 0')
  changeRows((rows) => rows)
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  expect(await shownEmails()).toContain('lena.hoffmann@lakemont.example')
  expect(document.body).not.toHaveFocus()
})

it('Refresh brings what has changed, and says how old the list is', async () => {
  const { user } = await openApp('/photos')
  expect(await shownEmails()).toContain('lena.hoffmann@lakemont.example')
  expect(screen.getByText(/^as of/)).toHaveTextContent('as of 10:42 AM')
  sandbox.db.change(9599967, { status: 'APPROVED' })
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await waitFor(() => expect(screen.queryByText('lena.hoffmann@lakemont.example')).not.toBeInTheDocument())
  expect(await shownEmails()).toHaveLength(25)
})
