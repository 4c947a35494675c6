import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  findCounts,
  findPlace,
  findTable,
  holdPages,
  idsIn,
  openApp,
  pages,
  pane,
  runSandbox,
  sandbox,
  shownIds,
  tab,
} from './app'
import { aListed, serveList } from './long-list'

runSandbox()

const button = (name: string) => pages().getByRole('button', { name })
const idsOf = (status: string) => sandbox.db.withStatus(status).map(({ id }) => id)
const isReadable = (id: number) => !sandbox.db.photo(id)?.quirk?.startsWith('unreadable')
/** How often a status was asked about, by pages and to count it. */
const askedOf = (status: string) => asked.filter((request) => request.includes(`status=${status}&`)).length
const readable = (ids: readonly number[]) => ids.filter(isReadable)

/** Presses a button of the pages bar until it is off; gives the ids that were on the screen when each page was left. */
async function turnAll(name: string): Promise<number[]> {
  const shown: number[] = []
  for (let presses = 0; presses < 40; presses++) {
    await waitFor(async () => expect(await findTable()).toHaveAttribute('aria-busy', 'false'))
    const table = await findTable()
    const before = address()
    const isOff = () => button(name).getAttribute('aria-disabled') === 'true'
    // In one breath, since a page that was short may be read on just then.
    const ids = idsIn(table)
    fireEvent.click(button(name))
    const isLeft = () => address() !== before || isOff()
    await waitFor(() => expect(isLeft() || idsIn(table).length > ids.length).toBe(true))
    // What has come to the page meanwhile is looked at first.
    if (!isLeft()) continue
    shown.push(...ids)
    if (address() === before) return shown
    const page = /page=(\d+)/.exec(address())?.[1]
    await waitFor(async () => {
      const [link] = within(await findTable()).getAllByRole('link')
      expect(/page=(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1]).toBe(page)
    })
  }
  throw new Error('The pages never end')
}

it('a page is more than 50 photos though CloudCard sends at most 50 at a time, and the limit is said', async () => {
  sandbox.lists = { atMost: 50 }
  const letGo = holdPages('offset=49&')
  await openApp('/photos?status=DOWNLOADED&max=100')
  await findPlace('1–50')
  expect(button('Next page')).not.toHaveAttribute('aria-disabled')
  letGo()
  await findPlace('1–100 of 257')
  expect(tab('Downloaded')).toHaveAccessibleName('Downloaded 257')
  expect(screen.getByText(/^CloudCard sends at most 50 photos at a time/)).toBeVisible()
  expect(button('Next page')).not.toHaveAttribute('aria-disabled')
})

it.each([
  ['sends at most 20 photos at a time', { atMost: 20 }],
  ['sends a photo less than it was asked for', { fewer: 1 }],
  ['answers the last photos behind the end', { behindEnd: 'last' }],
  ['answers the first photos behind the end', { behindEnd: 'first' }],
  ['lists every tenth photo twice', { doubleEvery: 10 }],
] as const)('every photo is shown once, and the list has an end, where CloudCard %s', async (_how, lists) => {
  sandbox.lists = lists
  await openApp('/photos')
  expect(await turnAll('Next page')).toEqual(readable(idsOf('PENDING')))
  await findPlace(/ of \d+$/)
  await findCounts()
  expect(screen.queryByText(/may be missing/)).not.toBeInTheDocument()
  expect(askedOf('PENDING')).toBeLessThan(60)
})

it.each(['last', 'first'] as const)(
  'a list of 100 is of 100, however far offsets are answered with its %s photos',
  async (behindEnd) => {
    sandbox.lists = { behindEnd }
    const { user } = await openApp('/photos')
    await findPlace('1–25 of 100')
    expect(tab('Pending')).toHaveAccessibleName('Pending 100')
    await user.click(button('Last page'))
    await findPlace('76–100 of 100')
    expect(button('Next page')).toHaveAccessibleDescription('This is the last page')
    expect(askedOf('PENDING')).toBeLessThan(60)
  },
)

it('a page number behind the end leads to the last page, though it is answered with photos', async () => {
  sandbox.lists = { behindEnd: 'last' }
  await openApp('/photos?page=40')
  await findPlace('76–100 of 100')
  // The address follows what is shown.
  await waitFor(() => expect(address()).toBe('/photos?page=4'))
})

it('J passes over a photo that is listed twice', async () => {
  sandbox.lists = { doubleEvery: 10 }
  const { user } = await openApp('/photos')
  await findPlace(/^1–\d+ of/)
  const [first, second, third] = readable(idsOf('PENDING'))
  await user.click(within(await findTable()).getAllByRole('link')[0] as HTMLElement)
  await pane()
  await user.keyboard('j')
  await waitFor(() => expect(address()).toContain(`photo=${second}`))
  await user.keyboard('j')
  await waitFor(() => expect(address()).toContain(`photo=${third}`))
  await user.keyboard('kk')
  await waitFor(() => expect(address()).toContain(`photo=${first}`))
})

it('Previous page shows what comes right before, though photos have arrived since', async () => {
  const rows = serveList(100)
  const before = rows.map(({ id }) => id)
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await user.click(button('Last page'))
  await findPlace('76–100 of 100')
  rows.unshift(...[105, 104, 103, 102, 101].map(aListed))
  await user.click(button('Previous page'))
  await findPlace(/^56–80/)
  expect(await shownIds()).toEqual(before.slice(50, 75))
})

it('paging back from the last page to the first shows every photo once, while many arrive and some leave at each step', async () => {
  const rows = serveList(300)
  const original = rows.map(({ id }) => id)
  let newest = 300
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 300')
  await user.click(button('Last page'))
  const shown: number[] = []
  for (let page = 12; page > 1; page--) {
    await waitFor(async () => {
      const [link] = within(await findTable()).getAllByRole('link')
      expect(/page=(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1]).toBe(String(page))
    })
    await waitFor(async () => expect(await findTable()).toHaveAttribute('aria-busy', 'false'))
    shown.push(...(await shownIds()))
    rows.unshift(...Array.from({ length: 17 }, () => aListed(++newest)).toReversed())
    for (const place of [40, 90, 150]) rows.splice(place, 1)
    await user.click(button('Previous page'))
  }
  // The first page is all that is left in front, and more than 25 by now.
  const last = rows.findIndex(({ id }) => id === Math.max(...shown))
  await findPlace(new RegExp(`^1–${last} of `))
  shown.push(...rows.slice(0, last).map(({ id }) => id))
  expect(screen.queryByText(/may be missing/)).not.toBeInTheDocument()
  expect(original.filter((id) => rows.some((row) => row.id === id) && !shown.includes(id))).toEqual([])
  expect(new Set(shown).size).toBe(shown.length)
})

it('K goes to the photo right before, over the border of a page, though photos have arrived since', async () => {
  const before = readable(idsOf('PENDING'))
  const { user } = await openApp('/photos?page=4')
  await findPlace('76–100 of 100')
  for (const id of idsOf('APPROVED').slice(0, 5)) sandbox.db.change(id, { status: 'PENDING' })
  const [first] = within(await findTable()).getAllByRole('link')
  const opened = (await shownIds())[0] ?? 0
  await user.click(first as HTMLElement)
  await pane()
  await user.keyboard('k')
  await waitFor(() => expect(address()).toContain(`photo=${before[before.indexOf(opened) - 1]}`))
  await waitFor(() => expect(address()).toContain('page=3'))
})

it.each([
  ['sends at most 20 photos at a time', { atMost: 20 }],
  ['sends a photo less than it was asked for', { fewer: 1 }],
  ['answers the last photos behind the end', { behindEnd: 'last' }],
  ['answers the first photos behind the end', { behindEnd: 'first' }],
  ['lists every tenth photo twice', { doubleEvery: 10 }],
] as const)('all photos are sorted, and counted, where CloudCard %s', async (_how, lists) => {
  sandbox.lists = lists
  await openApp('/photos?status=DOWNLOADED&sort=submitted')
  await findPlace('1–25 of 257')
  expect(screen.queryByText(/may be missing/)).not.toBeInTheDocument()
  expect(askedOf('DOWNLOADED')).toBeLessThan(90)
})

it('a photo whose number has 16 digits opens; those of 0 and less cannot be loaded, and are named', async () => {
  const rows = serveList(3)
  const long = 9_007_199_254_740_991
  rows[0] = { ...aListed(3), id: long }
  rows[1] = { ...aListed(2), id: 0 }
  rows[2] = { ...aListed(1), id: -7 }
  const { user } = await openApp('/photos')
  expect(await shownIds()).toEqual([long])
  expect(screen.getByRole('alert')).toHaveTextContent('2 photos could not be')
  await user.click(within(await findTable()).getByRole('link'))
  await pane()
  expect(address()).toContain(`photo=${long}`)
  await user.click(await screen.findByRole('link', { name: 'Open photo page' }))
  expect(await screen.findByRole('heading', { name: `Photo ${long}` })).toBeVisible()
})
