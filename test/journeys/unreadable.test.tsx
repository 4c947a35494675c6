import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { changeRows, findPlace, findTable, openApp, pages, shownEmails, runSandbox } from './app'

runSandbox()

it.each([
  ['no photo at all', null, 'row 5'],
  ['no status', { id: 9599747 }, 'id 9599747'],
])(
  'one row in 25 that is %s is counted, keeps its place, and takes no other with it',
  async (_what, row, name) => {
    changeRows((rows, url) => (url.searchParams.get('offset') === '0' ? rows.with(4, row) : rows))
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
    expect(await findPlace('1–25 of more than 25')).toBeVisible()
  },
)

it('what was unreadable once may be readable when it is tried again', async () => {
  changeRows((rows) => rows.with(4, 'garbage'))
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
  changeRows((rows, url) => (url.searchParams.get('offset') === '0' ? rows.with(1, null) : rows))
  const { user } = await openApp('/photos?photo=9599967')
  await findTable()
  await user.click(screen.getByRole('button', { name: 'Next photo' }))
  expect(screen.getByText(/^Photo 3: Photo of marisol\.vega@/)).toBeInTheDocument()
})

it('a search does not hide what could not be read: it may be the photo that is looked for', async () => {
  changeRows((rows) => rows.with(4, null))
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(screen.getByRole('searchbox', { name: 'Search photos' }), 'marisol')
  await findPlace(/photos on this page match$/)
  expect(await shownEmails()).toEqual(['marisol.vega@lakemont.example'])
  expect(screen.getByText('Unreadable photo')).toBeVisible()
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
