import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { defaultSearch, formatSearch } from '../../src/photos/photo-search'
import {
  address,
  askedPages,
  findPlace,
  findTable,
  holdPages,
  openApp,
  pages,
  passSeconds,
  reload,
  sandbox,
  shownIds,
  tab,
  runSandbox,
} from './app'

runSandbox()

const button = (name: string) => pages().getByRole('button', { name })
const next = () => button('Next page')
const idsOf = (status: string) => sandbox.db.withStatus(status).map(({ id }) => id)

/** A colleague decides the photos at these places of a status. */
function decide(places: readonly number[], status = 'PENDING') {
  const ids = idsOf(status)
  for (const place of places) {
    const id = ids[place]
    if (id !== undefined) sandbox.db.change(id, { status: status === 'APPROVED' ? 'DENIED' : 'APPROVED' })
  }
}

/** Waits until a page is there, read anew where it had become old. */
async function findPage(query: string) {
  await waitFor(async () => {
    expect(address()).toBe(`/photos${query}`)
    // The rows follow the address when there is time; their links say of which page they are.
    const [link] = within(await findTable()).getAllByRole('link')
    expect(link?.getAttribute('href')?.replace(/[?&]photo=\d+$/, '')).toBe(`/photos${query}`)
    expect(screen.getByRole('navigation', { name: 'Pages' })).toHaveTextContent(/\d–\d/)
    expect(await findTable()).toHaveAttribute('aria-busy', 'false')
  })
  return shownIds()
}

it.each([
  [5, '21–45 of 95', 22],
  [20, '6–30 of 80', 7],
  [25, '1–25 of 75', 2],
])(
  'Next shows the photo that followed the last one, though a colleague has decided %i before it',
  async (decided, place, rowNumber) => {
    const letGo = holdPages('offset=15&')
    const { user } = await openApp('/photos')
    await findTable()
    const following = idsOf('PENDING').slice(25, 50)
    decide(Array.from({ length: decided }, (_, index) => index))
    letGo()
    await findPlace(`1–25 of ${100 - decided}`)
    await user.click(next())
    await findPlace(place)
    expect(await shownIds()).toEqual(following)
    expect(address()).toBe('/photos?page=2')
    expect(document.title).toBe('Pending, page 2 – Loupe')
    const [, firstRow] = within(await findTable()).getAllByRole('row')
    expect(firstRow).toHaveAttribute('aria-rowindex', String(rowNumber))
    expect(await findTable()).toHaveAttribute('aria-rowcount', String(101 - decided))
  },
)

it('a page that was read ahead minutes ago is right when one comes to it', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  const following = idsOf('PENDING').slice(25, 50)
  passSeconds(300)
  decide([1, 2, 3, 4, 5])
  await user.click(next())
  await findPlace('21–45 of 95')
  expect(await shownIds()).toEqual(following)
  expect(tab('Pending')).toHaveAccessibleName('Pending 95')
})

it('photos that arrived in front shift the places, and none is shown twice', async () => {
  const letGo = holdPages('offset=15&')
  const { user } = await openApp('/photos?status=APPROVED')
  await findTable()
  const [first, following] = [idsOf('APPROVED').slice(0, 25), idsOf('APPROVED').slice(25, 50)]
  for (const id of idsOf('PENDING').slice(0, 4)) sandbox.db.change(id, { status: 'APPROVED' })
  expect(idsOf('APPROVED')[0]).not.toBe(first[0])
  letGo()
  await user.click(next())
  await findPlace('30–54 of 64')
  expect(await shownIds()).toEqual(following)
})

// Some places lie before the page that is shown, some on it, some behind it.
const goes = [
  [0, 1, 2, 3, 4],
  [20, 21, 22, 23, 24],
  [2, 12, 26, 27, 40],
  [0, 1, 2, 44, 45],
  [5, 6, 7, 8, 9],
]

it.each([
  ['PENDING', 'quickly', 0, 2],
  ['PENDING', 'taking minutes for each', 90, 2],
  ['DOWNLOADED', 'quickly', 0, 1],
  ['DOWNLOADED', 'taking minutes for each', 90, 1],
] as const)(
  'going through %s %s while 40 leave in several goes, every photo that stays is shown',
  async (status, _how, seconds, goesPerPage) => {
    const unreadable = new Set(
      sandbox.db.photos.filter(({ quirk }) => quirk?.startsWith('unreadable')).map(({ id }) => id),
    )
    const before = idsOf(status).length
    let goesLeft = 8
    const query = (page: number) => formatSearch({ ...defaultSearch, status, page })
    const { user } = await openApp(`/photos${query(1)}`)
    const shown: number[] = []
    for (let page = 1; ; page++) {
      shown.push(...(await findPage(query(page))))
      for (let go = 0; go < goesPerPage && goesLeft > 0; go++) {
        decide(goes[goesLeft-- % goes.length] ?? [], status)
      }
      passSeconds(seconds)
      await user.click(next())
      const isTurned = () => address() === `/photos${query(page + 1)}`
      await waitFor(() => expect(isTurned() || next().getAttribute('aria-disabled') === 'true').toBe(true))
      if (!isTurned()) break
    }
    expect(idsOf(status)).toHaveLength(before - 40)
    const missed = idsOf(status).filter((id) => !shown.includes(id) && !unreadable.has(id))
    expect(missed).toEqual([])
    expect(new Set(shown).size).toBe(shown.length)
    expect(next()).toHaveAccessibleDescription('This is the last page')
    expect(button('Last page')).toHaveAccessibleDescription('This is the last page')
  },
)

it.each([
  ['at once', 0],
  ['after minutes', 120],
])('Previous and Back show the same photos as before, %s', async (_when, seconds) => {
  const { user } = await openApp('/photos')
  const first = await findPage('')
  decide([0, 3, 7])
  passSeconds(seconds)
  await user.click(next())
  const second = await findPage('?page=2')
  await user.click(next())
  const third = await findPage('?page=3')
  decide([0, 5, 9])

  passSeconds(seconds)
  await user.click(button('Previous page'))
  expect(await findPage('?page=2')).toEqual(second)
  await user.click(next())
  expect(await findPage('?page=3')).toEqual(third)
  passSeconds(seconds)
  window.history.back()
  await expect.poll(address).toBe('/photos?page=2')
  expect(await findPage('?page=2')).toEqual(second)
  expect(new Set([...first, ...second, ...third]).size).toBe(first.length + second.length + third.length)
})

it('a reload of a page begins where its number says', async () => {
  const { user, unmount } = await openApp('/photos')
  await findPage('')
  decide([0, 3, 7, 11, 24])
  passSeconds(120)
  await user.click(next())
  await findPlace(/^21–45/)
  await user.click(next())
  await findPlace(/^46–70/)
  await reload(unmount)
  await findPlace('51–75 of 95')
  expect(address()).toBe('/photos?page=3')
  expect(askedPages()[0]).toBe('GET /photo?status=PENDING&offset=50&max=25')
})
