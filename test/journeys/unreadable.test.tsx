import { screen, within } from '@testing-library/react'
import type { JsonBodyType } from 'msw'
import { expect, it } from 'vitest'
import { changeRows, findPlace, findTable, openApp, pages, shownEmails, runSandbox } from './app'

runSandbox()

/** Puts something else in the place of a row, on whichever first page it is. */
const spoilFirstPage = (place: number, row: JsonBodyType) =>
  changeRows((rows, { searchParams }) =>
    searchParams.get('offset') === '0' && rows.length > place ? rows.with(place, row) : rows,
  )

it.each([
  ['no photo at all', null, 'row 5'],
  ['no status', { id: 9599747 }, 'id 9599747'],
])(
  'one row in 25 that is %s is counted, keeps its place, and takes no other with it',
  async (_what, row, name) => {
    spoilFirstPage(4, row)
    await openApp('/photos')
    const table = await findTable()
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent(`1 photo could not be read (${name})`)
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(await shownEmails()).toHaveLength(24)
    const rows = within(table).getAllByRole('row')
    expect(rows).toHaveLength(26)
    expect(rows[5]).toHaveTextContent('Unreadable photo')
    expect(rows[5]).toHaveAttribute('aria-rowindex', '6')
    expect(rows[6]).toHaveTextContent('priya.raman@lakemont.example')
    expect(await findPlace('1–25 of 100')).toBeVisible()
  },
)

it('what was unreadable once may be readable when it is tried again', async () => {
  spoilFirstPage(4, 'garbage')
  const { user } = await openApp('/photos')
  const alert = await screen.findByRole('alert')
  changeRows((rows) => rows)
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await screen.findByText('j.lindqvist@lakemont.example')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(document.body).not.toHaveFocus()
})

it('several rows that cannot be read are counted together, and the queue goes on behind them', async () => {
  const { user } = await openApp('/photos?page=3')
  expect(await screen.findByRole('alert')).toHaveTextContent(/^4 photos could not be read \(row 8, row 12, /)
  expect(await shownEmails()).toHaveLength(21)
  await user.click(pages().getByRole('button', { name: 'Next page' }))
  await findPlace('76–100 of 100')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('Next photo passes over what cannot be read', async () => {
  spoilFirstPage(1, null)
  const { user } = await openApp('/photos?photo=9599967')
  await findTable()
  await user.click(await screen.findByRole('button', { name: 'Next photo' }))
  expect(await screen.findByText(/^Photo 3 of 100: Photo of marisol\.vega@/)).toBeInTheDocument()
})

it('a search says what it cannot find: what could not be read may be the photo that is looked for', async () => {
  spoilFirstPage(4, null)
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(screen.getByRole('searchbox', { name: 'Search photos' }), 'marisol')
  await findPlace('1–1 of 1 that match')
  expect(await shownEmails()).toEqual(['marisol.vega@lakemont.example'])
  const unreadable = await screen.findByText(
    /photos could not be read, so searches and filters can't find them/,
  )
  await user.click(screen.getByRole('button', { name: 'Show them' }))
  expect((await screen.findAllByText('Unreadable photo')).length).toBeGreaterThan(1)
  expect(unreadable).not.toBeInTheDocument()
})

it.each([
  ['without a person', 9584611],
  ['with nothing but id and status', 9584468],
])('a photo %s is still a photo', async (_what, id) => {
  const { user } = await openApp('/photos?page=4')
  const link = within(await findTable()).getByRole('link', { name: `Photo ${id}` })
  await user.click(link)
  const details = within(await screen.findByRole('region', { name: 'Photo details' }))
  expect(details.getByText('No e-mail')).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})
