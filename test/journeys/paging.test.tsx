import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { go } from '../../src/base/address'
import {
  address,
  asked,
  askedPages,
  endListAfter,
  findCounts,
  findPlace,
  findRow,
  findTable,
  holdPages,
  isProbe,
  holdProbes,
  openApp,
  pages,
  passSeconds,
  server,
  shownEmails,
  runSandbox,
} from './app'

runSandbox()

const button = (name: string) => pages().getByRole('button', { name })
const next = () => button('Next page')
const fails = () => new HttpResponse(null, { status: 403 })
const listOf = (status: string, offset: number, max: number) =>
  `GET /photo?status=${status}&offset=${offset}&max=${max}`

it('Next and Previous turn the page, First and Last go to the ends', async () => {
  const { user } = await openApp('/photos?status=APPROVED')
  await findPlace('1–25 of 60')
  const firstPage = await shownEmails()
  expect(button('First page')).toHaveAccessibleDescription('This is the first page')
  expect(button('Previous page')).toHaveAttribute('aria-disabled', 'true')
  expect(button('Last page')).not.toHaveAttribute('aria-disabled')

  await user.click(next())
  await findPlace('26–50 of 60')
  expect(address()).toBe('/photos?status=APPROVED&page=2')
  expect(document.title).toBe('Approved, page 2 – Loupe')
  expect(await shownEmails()).not.toEqual(firstPage)

  await user.click(button('Last page'))
  await findPlace('51–60 of 60')
  expect(address()).toBe('/photos?status=APPROVED&page=3')
  expect(next()).toHaveAccessibleDescription('This is the last page')
  expect(button('Last page')).toHaveAccessibleDescription('This is the last page')

  await user.click(button('Previous page'))
  await findPlace('26–50 of 60')
  await user.click(button('First page'))
  await findPlace(/^1–25/)
  expect(address()).toBe('/photos?status=APPROVED')
  expect(await shownEmails()).toEqual(firstPage)
  expect(button('First page')).toHaveFocus()
})

it('the number field goes to a page, and puts nonsense back', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  const field = pages().getByRole('spinbutton', { name: 'Page' })
  await user.clear(field)
  await user.type(field, '3{Enter}')
  await findPlace(/^51–75/)
  expect(address()).toBe('/photos?page=3')
  await user.click(button('First page'))
  await findPlace(/^1–25/)
  expect(field).toHaveValue(1)
  await user.type(field, '{Backspace}3{Enter}')
  await findPlace(/^51–75/)
  await user.clear(field)
  await user.type(field, '0{Enter}')
  expect(field).toHaveValue(3)
  expect(address()).toBe('/photos?page=3')
})

it.each([
  ['/photos?page=3', '100', '/photos?max=100', '1–100 of 100'],
  ['/photos?status=DOWNLOADED&page=3&max=50', '25', '/photos?status=DOWNLOADED&page=5', '101–125 of 257'],
  ['/photos?status=DOWNLOADED&page=7', '50', '/photos?status=DOWNLOADED&page=4&max=50', '151–200 of 257'],
])(
  'another number of photos per page keeps the first row in sight: %s to %s',
  async (from, max, to, place) => {
    const { user } = await openApp(from)
    const [first = ''] = await shownEmails()
    await user.selectOptions(pages().getByRole('combobox', { name: 'Photos per page' }), max)
    expect(await findPlace(place)).toBeVisible()
    expect(address()).toBe(to)
    expect(await findRow(first)).toBeInTheDocument()
  },
)

it('the number of rows is not claimed before it is known', async () => {
  const letGo = holdProbes()
  await openApp('/photos?status=DOWNLOADED&page=2')
  await findPlace('26–50 of more than 50')
  expect(await findTable()).toHaveAttribute('aria-rowcount', '-1')
  expect(button('Last page')).toHaveAccessibleDescription("The number of pages isn't known yet")
  letGo()
  await findPlace('26–50 of 257')
  expect(await findTable()).toHaveAttribute('aria-rowcount', '258')
  const [, firstRow] = within(await findTable()).getAllByRole('row')
  expect(firstRow).toHaveAttribute('aria-rowindex', '27')
})

it.each([0, 25])(
  'a queue that ends with a full page ends there: Next is off (%i pages before)',
  async (offset) => {
    endListAfter(offset + 25)
    await openApp(`/photos?page=${offset / 25 + 1}`)
    await findPlace(`${offset + 1}–${offset + 25} of ${offset + 25}`)
    expect(next()).toHaveAttribute('aria-disabled', 'true')
    expect(next()).toHaveAccessibleDescription('This is the last page')
  },
)

it('Next can be pressed while nobody knows whether there is more, and goes on when it is known', async () => {
  const letGo = holdPages('offset=15&')
  const { user } = await openApp('/photos')
  await findTable()
  expect(next()).not.toHaveAttribute('aria-disabled')
  await user.click(next())
  expect(await findPlace('Looking for the next page…')).toBeVisible()
  expect(address()).toBe('/photos')
  letGo()
  expect(await findPlace(/^26–50 of/)).toBeVisible()
  expect(address()).toBe('/photos?page=2')
  expect(next()).toHaveFocus()
})

it('Next pressed before it is known that nothing follows stays, and says so', async () => {
  endListAfter(25)
  const letGo = holdPages('offset=15&')
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(next())
  await findPlace('Looking for the next page…')
  letGo()
  await findPlace('1–25 of 25')
  expect(address()).toBe('/photos')
  expect(next()).toHaveAccessibleDescription('This is the last page')
  expect(next()).toHaveFocus()
})

it.each([
  ['?status=DOWNLOADED', [listOf('DOWNLOADED', 0, 25), listOf('DOWNLOADED', 15, 35)]],
  ['?status=DOWNLOADED&max=100', [listOf('DOWNLOADED', 0, 100), listOf('DOWNLOADED', 90, 110)]],
  ['?status=DOWNLOADED&max=250', [listOf('DOWNLOADED', 0, 250), listOf('DOWNLOADED', 240, 11)]],
  ['?status=DOWNLOADED&max=1000', [listOf('DOWNLOADED', 0, 1000), listOf('DOWNLOADED', 256, 11)]],
  ['?status=ALL&max=250', ['GET /photo?offset=0&max=250', 'GET /photo?offset=240&max=11']],
])(
  'up to 100 per page the next page is read ahead, above it one photo tells: %s',
  async (query, requests) => {
    await openApp(`/photos${query}`)
    await findTable()
    await waitFor(() => expect(askedPages()).toEqual(requests))
    await findPlace(/ of /)
    expect(askedPages()).toEqual(requests)
  },
)

it('going through the whole queue reads nothing twice', async () => {
  const { user } = await openApp('/photos')
  for (const place of [/^1–25/, /^26–50/, /^51–75/]) {
    await findPlace(place)
    await user.click(next())
  }
  await findPlace('76–100 of 100')
  expect(next()).toHaveAccessibleDescription('This is the last page')
  const ahead = [25, 50, 75, 100].map((offset) => listOf('PENDING', offset - 10, 35))
  // That the last row is the last one is seen twice.
  expect(askedPages()).toEqual([listOf('PENDING', 0, 25), ...ahead, listOf('PENDING', 99, 26)])
  expect(new Set(asked).size).toBe(asked.length)
})

it('a page come back to within a minute is not read again, after a minute it is', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await user.click(next())
  await findPlace('26–50 of 100')
  await waitFor(() => expect(askedPages()).toHaveLength(3))
  await findCounts()
  asked.length = 0

  passSeconds(50)
  await user.click(button('Previous page'))
  await findPlace(/^1–25/)
  expect(asked).toEqual([])
  await user.click(next())
  await findPlace(/^26–50/)
  expect(asked).toEqual([])

  passSeconds(20)
  await user.click(button('Previous page'))
  await findPlace(/^1–25/)
  await waitFor(() => expect(askedPages()).toContain(listOf('PENDING', 0, 25)))
})

it('the old rows stay, marked as waiting, while another page of the same queue is read', async () => {
  const letGo = holdPages('offset=50')
  const { user } = await openApp('/photos')
  const before = await shownEmails()
  const field = pages().getByRole('spinbutton', { name: 'Page' })
  await user.clear(field)
  await user.type(field, '3{Enter}')
  expect(await findPlace('Loading page 3…')).toBeVisible()
  expect(await findTable()).toHaveAttribute('aria-busy', 'true')
  expect(await shownEmails()).toEqual(before)
  letGo()
  await findPlace(/^51–75/)
  await waitFor(async () => expect(await findTable()).toHaveAttribute('aria-busy', 'false'))
  expect(await shownEmails()).not.toEqual(before)
})

it('a page past the end says so and leads to the first page, where nobody can tell which is the last', async () => {
  server.use(http.get('*/cloudcard/photo', ({ request }) => (isProbe(request.url) ? fails() : undefined)))
  const { user } = await openApp('/photos?status=APPROVED&page=9')
  expect(await screen.findByRole('heading', { name: 'This page is past the end' })).toBeVisible()
  expect(screen.queryByText(/^No approved photos/)).not.toBeInTheDocument()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  const [inMessage, inBar] = screen.getAllByRole('button', { name: 'First page' })
  expect(inBar).toBe(button('First page'))
  if (inMessage) await user.click(inMessage)
  await findPlace(/^1–25/)
  expect(address()).toBe('/photos?status=APPROVED')
  expect(document.body).not.toHaveFocus()
})

it('Enter that ends a composition in the field Page goes nowhere', async () => {
  await openApp('/photos')
  await findPlace('1–25 of 100')
  const page = pages().getByRole('spinbutton', { name: 'Page' })
  fireEvent.change(page, { target: { value: '3' } })
  fireEvent.keyDown(page, { key: 'Enter', isComposing: true })
  fireEvent.keyDown(page, { key: 'Enter', keyCode: 229 })
  expect(address()).toBe('/photos')
  fireEvent.keyDown(page, { key: 'Enter' })
  await findPlace('51–75 of 100')
})

it('a row that goes away with the focus, as when another page comes, passes it on to a row', async () => {
  await openApp('/photos')
  ;(await findRow('amara.okafor')).focus()
  act(() => go('/photos?page=4'))
  await findPlace('76–100 of 100')
  expect(shownEmails()).not.toContain('amara.okafor@lakemont.example')
  expect(within(await findTable()).getAllByRole('link')).toContain(document.activeElement)
})
