import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import Papa from 'papaparse'
import { beforeEach, expect, it, vi } from 'vitest'
import {
  asked,
  askedPages,
  findPlace,
  findTable,
  holdPages,
  openApp,
  passSeconds,
  runSandbox,
  sandbox,
  searchField,
  stopHoldTime,
} from './app'
import { idsOf, listed } from './listed'

runSandbox()
const passHold = stopHoldTime()

/** The files that were saved, by name. */
const saved = new Map<string, Blob>()
beforeEach(() => {
  saved.clear()
  const blobs = new Map<string, Blob>()
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL(blob: Blob) {
        const url = `blob:${blobs.size}`
        blobs.set(url, blob)
        return url
      },
      revokeObjectURL: () => {},
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)
    if (blob) saved.set(this.download, blob)
  })
})

const dialog = async () => within(await screen.findByRole('dialog', { name: 'Export CSV' }))

async function open(user: UserEvent) {
  const [button] = screen.getAllByRole('button', { name: 'Export CSV' })
  if (button) await user.click(button)
  return dialog()
}

async function save(user: UserEvent) {
  const save = await (await dialog()).findByRole('button', { name: 'Save CSV' })
  await waitFor(() => expect(save).not.toHaveAttribute('aria-disabled'))
  await user.click(save)
  await (await dialog()).findByRole('button', { name: 'Save again' })
  const [[name, blob] = ['', new Blob()]] = saved
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())
  expect(text.startsWith('\uFEFF')).toBe(true)
  const rows = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
  return { name, rows }
}

it('holds exactly the rows that match, in their order, on all pages', async () => {
  const { user } = await openApp('/photos?score=good&sort=-score')
  await findPlace(/that match$/)
  const good = listed()
    .map((row) => ({ ...row, score: Number(row.lowestClassification) }))
    .filter(({ score }) => score >= 0.8)
  asked.length = 0
  const exporting = await open(user)
  expect(exporting.getAllByRole('status').at(-1)).toHaveTextContent(
    `${good.length} pending photos that match, in list order, as pending-photos-2026-08-12.csv`,
  )
  const { name, rows } = await save(user)
  expect(name).toBe('pending-photos-2026-08-12.csv')
  expect(rows).toHaveLength(good.length)
  expect(rows.map((row) => Number(row['Photo id'])).sort()).toEqual(idsOf(good).sort())
  const scores = rows.map((row) => Number(row['Raw score']))
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  // What was read is not read again.
  expect(askedPages()).toEqual([])
})

it('has the columns of the table, and id, status, times as on the screen and the raw score; digits are untouched', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await open(user)
  const { rows } = await save(user)
  const marisol = rows.find((row) => row['E-mail']?.startsWith('marisol'))
  expect(marisol).toMatchObject({
    'Photo id': '9599901',
    Status: 'PENDING',
    'ID number': 'L0027714',
    'Submitted (America/New_York)': '2026-08-12 10:32:21',
    Score: '12% Bad',
    'Raw score': '0.1187',
    Checks: 'Wrong ratio | Edited',
    Documents: 'Government issued ID | Enrollment letter',
  })
  expect(rows.find((row) => row['E-mail']?.startsWith('e.clarke'))?.['ID number']).toBe('00098317')
})

it('where only a page was read, the rest is read first, with its progress', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  const letGo = holdPages('max=1000')
  const exporting = await open(user)
  await waitFor(() =>
    expect(exporting.getByRole('button', { name: 'Save CSV' })).toHaveAccessibleDescription(
      'Not all photos are loaded yet',
    ),
  )
  expect(await exporting.findByRole('progressbar')).toBeVisible()
  letGo()
  const { rows } = await save(user)
  // What could not be read has its place in it too.
  expect(rows).toHaveLength(100)
  const readable = rows.filter((row) => !row['Could not be read'])
  expect(readable.map((row) => Number(row['Photo id']))).toEqual(idsOf(listed()))
})

it('is what the search has found', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'marisol')
  await findPlace(/that match$/)
  await open(user)
  const { rows } = await save(user)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every((row) => Object.values(row).join(' ').includes('marisol'))).toBe(true)
})

it('the dialog says how to open it so that ID numbers stay text', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  const exporting = await open(user)
  const help = within(exporting.getByRole('region', { name: 'How to open it' }))
  expect(help.getByText(/Excel: don't double-click/)).toBeVisible()
})

it('the record of decisions is exported the same way', async () => {
  const { user } = await openApp('/photos?photo=9599901')
  const deny = await screen.findByRole('button', { name: 'Deny' })
  await user.click(deny)
  const form = within(await screen.findByRole('region', { name: 'Deny photo' }))
  await user.click(await form.findByRole('checkbox', { name: /Plain background/ }))
  await user.type(form.getByRole('textbox', { name: 'Note to cardholder' }), '=1+1, please')
  await user.click(form.getByRole('button', { name: 'Deny photo' }))
  passHold(6)
  await waitFor(() => expect(sandbox.db.photo(9599901)?.status).toBe('DENIED'))
  await user.click(screen.getByRole('link', { name: 'My decisions' }))
  await screen.findByRole('table', { name: 'Decisions of this session' })
  passSeconds(1)
  await open(user)
  const { name, rows } = await save(user)
  expect(name).toBe('record-of-decisions-2026-08-12.csv')
  expect(rows).toEqual([
    expect.objectContaining({
      'Time (America/New_York)': '2026-08-12 10:42:00',
      'Photo id': '9599901',
      'ID number': 'L0027714',
      Decision: 'Deny',
      Reasons: 'Plain background',
      Note: "'=1+1, please",
      Result: 'Denied',
    }),
  ])
})

it('the names of the photos in the file are loaded on request, and stand in it beside e-mail and ID number', async () => {
  const { user } = await openApp('/photos?score=good')
  await findPlace(/that match$/)
  const exporting = await open(user)
  const load = await exporting.findByRole('button', { name: /^Load \d+ names$/ })
  expect(exporting.getByText(/^CloudCard lists no names\. Known here: \d+ of \d+\.$/)).toBeVisible()
  await user.click(load)
  await waitFor(() => expect(exporting.queryByRole('progressbar')).not.toBeInTheDocument())
  const { rows } = await save(user)
  expect(rows.filter(({ Name }) => Name === 'Elijah Clarke')).toMatchObject([
    { 'E-mail': 'e.clarke@lakemont.example', 'ID number': '00098317' },
  ])
})
