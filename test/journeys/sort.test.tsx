import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  askedPages,
  changeRows,
  findIds,
  findPlace,
  findTable,
  holdPages,
  openApp,
  pages,
  pane,
  runSandbox,
  searchField,
  shownIds,
} from './app'
import { idsOf, listed, type Listed } from './listed'

runSandbox()

const head = (name: string) => screen.getByRole('columnheader', { name })
const headButton = (name: string) => within(head(name)).getByRole('button', { name })

type Key = number | string | null
const byNumber = new Intl.Collator('en', { numeric: true })
const compare = (a: Key, b: Key) => {
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b)
  return a.includes('@') ? Number(a > b) - Number(a < b) : byNumber.compare(a, b)
}

/** Equal ones in the order of the list, and last what is not known, whichever way. */
function sorted(rows: readonly Listed[], keyOf: (row: Listed) => Key, sign: 1 | -1): Listed[] {
  const known = rows.filter((row) => keyOf(row) !== null)
  const unknown = rows.filter((row) => keyOf(row) === null)
  return [...known.sort((a, b) => sign * compare(keyOf(a), keyOf(b))), ...unknown]
}

const scoreOf = ({ lowestClassification: score }: Listed) => (typeof score === 'number' ? score : null)

it.each<[head: string, sort: string, (row: Listed) => Key]>([
  ['Submitted', 'submitted', ({ dateCreated }) => (dateCreated ? Date.parse(dateCreated) : null)],
  ['Score', 'score', scoreOf],
  ['Cardholder', 'cardholder', ({ person }) => person?.email ?? null],
  ['ID number', 'identifier', ({ person }) => person?.identifier || null],
])('%s sorts the whole status up, down, and then as CloudCard lists it', async (name, sort, keyOf) => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  expect(head(name)).toHaveAttribute('aria-sort', 'none')
  for (const [sign, direction, query] of [
    [1, 'ascending', sort],
    [-1, 'descending', `-${sort}`],
  ] as const) {
    await user.click(headButton(name))
    const wanted = idsOf(sorted(listed(), keyOf, sign))
    await findIds(wanted)
    await findPlace('1–25 of 100')
    expect(head(name)).toHaveAttribute('aria-sort', direction)
    expect(address()).toBe(`/photos?sort=${query}`)
    await user.click(pages().getByRole('button', { name: 'Last page' }))
    // What could not be read is behind all others.
    await findIds(wanted.slice(75))
    await user.click(pages().getByRole('button', { name: 'First page' }))
    await findIds(wanted)
  }
  await user.click(headButton(name))
  await findIds(idsOf(listed()))
  expect(head(name)).toHaveAttribute('aria-sort', 'none')
  expect(address()).toBe('/photos')
})

it('ID numbers come in the order of their numbers, whatever their leading zeros', async () => {
  const numbers = ['00451872', '7', 'A10', '010', 'a9', '451871', '']
  const ids = idsOf(listed())
  changeRows((rows) =>
    rows.flatMap((row) => {
      const { id, person } = (row ?? {}) as Listed
      const place = ids.indexOf(id)
      const identifier = numbers[place]
      return identifier === undefined ? [] : [{ ...(row as Listed), person: { ...person, identifier } }]
    }),
  )
  const { user } = await openApp('/photos')
  await findPlace('1–7 of 7')
  await user.click(headButton('ID number'))
  const at = (identifier: string) => ids[numbers.indexOf(identifier)] ?? 0
  await findIds(['7', '010', '451871', '00451872', 'a9', 'A10', ''].map(at))
  await user.click(headButton('ID number'))
  await findIds(['A10', 'a9', '00451872', '451871', '010', '7', ''].map(at))
})

it('only one column sorts, and only what can be sorted has a button', async () => {
  const { user } = await openApp('/photos?sort=score')
  await findPlace('1–25 of 100')
  await user.click(headButton('Submitted'))
  await waitFor(() => expect(head('Submitted')).toHaveAttribute('aria-sort', 'ascending'))
  expect(address()).toBe('/photos?sort=submitted')
  const sorts = screen.getAllByRole('columnheader').map((each) => [each.textContent, each.ariaSort])
  expect(sorts).toEqual([
    ['', null],
    ['Photo', null],
    ['CardholderName', 'none'],
    ['ID number', 'none'],
    ['Submitted', 'ascending'],
    ['Score', 'none'],
    ['Checks', null],
    ['Documents', null],
  ])
  expect(within(head('Checks')).queryByRole('button', { name: /^Checks/ })).not.toBeInTheDocument()
})

it('another order begins at page one, and Back and Forward go through the orders', async () => {
  const { user } = await openApp('/photos?page=2')
  await findPlace('26–50 of 100')
  await user.click(headButton('Score'))
  await findIds(idsOf(sorted(listed(), scoreOf, 1)))
  expect(address()).toBe('/photos?sort=score')
  await user.click(headButton('Score'))
  await findIds(idsOf(sorted(listed(), scoreOf, -1)))
  window.history.back()
  await findIds(idsOf(sorted(listed(), scoreOf, 1)))
  window.history.back()
  await findIds(idsOf(listed()).slice(25))
})

/** Bad ones, the lowest first. */
const worst = () =>
  idsOf(sorted(listed(), scoreOf, 1)).slice(0, listed().filter((row) => (scoreOf(row) ?? 1) <= 0.4).length)

it('Next and Previous photo follow the filtered, sorted order, over its pages', async () => {
  const { user } = await openApp('/photos?score=good&sort=score')
  const wanted = idsOf(sorted(listed(), scoreOf, 1).filter((row) => (scoreOf(row) ?? 0) >= 0.8))
  await findPlace(`1–25 of ${wanted.length} that match`)
  await findIds(wanted)
  const links = within(await findTable()).getAllByRole('link')
  if (links[23]) await user.click(links[23])
  const details = within(await pane())
  expect(details.getByText(`24 of ${wanted.length}`)).toBeVisible()
  for (const place of [25, 26, 27]) {
    await user.click(details.getByRole('button', { name: 'Next photo' }))
    expect(details.getByText(`${place} of ${wanted.length}`)).toBeVisible()
    await waitFor(() => expect(address()).toContain(`photo=${wanted[place - 1]}`))
  }
  await findPlace(`26–50 of ${wanted.length} that match`)
  for (const place of [26, 25]) {
    await user.click(details.getByRole('button', { name: 'Previous photo' }))
    await waitFor(() => expect(address()).toContain(`photo=${wanted[place - 1]}`))
  }
  await findPlace(`1–25 of ${wanted.length} that match`)
})

it('the photo page is in the same order, opened from the pane, by its address and on the way back', async () => {
  const ids = worst()
  const { user } = await openApp(`/photos/${ids[1]}?sort=score&score=bad`)
  const next = await screen.findByRole('button', { name: 'Next photo' })
  await screen.findByText(`2 of ${ids.length}`)
  await user.click(next)
  await screen.findByText(`3 of ${ids.length}`)
  expect(address()).toBe(`/photos/${ids[2]}?sort=score&score=bad`)
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  await findIds(ids)
  expect(address()).toBe('/photos?sort=score&score=bad')
  const links = within(await findTable()).getAllByRole('link')
  expect(links[2]).toHaveFocus()
  if (links.at(-1)) await user.click(links.at(-1) as HTMLElement)
  await user.click(await within(await pane()).findByRole('link', { name: 'Open photo page' }))
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Next photo' })).toHaveAccessibleDescription(
      'This is the last photo that matches',
    ),
  )
  await user.click(screen.getByRole('button', { name: 'Previous photo' }))
  expect(address()).toBe(`/photos/${ids.at(-2)}?sort=score&score=bad`)
})

it('while the status is read, the photo page does not say that its photo is not among those that match', async () => {
  const ids = worst()
  const letGo = holdPages('max=1000')
  await openApp(`/photos/${ids[0]}?score=bad&sort=score`)
  const next = await screen.findByRole('button', { name: 'Next photo' })
  expect(next).toHaveAccessibleDescription("This photo isn't among those found so far")
  letGo()
  await screen.findByText(`1 of ${ids.length}`)
  expect(next).not.toHaveAttribute('aria-disabled')
})

it('what is searched is sorted too, and the search stays when the order changes', async () => {
  const { user } = await openApp('/photos?sort=cardholder')
  await findPlace('1–25 of 100')
  await user.type(searchField(), 'hospital')
  const wanted = sorted(listed(), ({ person }) => person?.email ?? null, 1).filter(({ person }) =>
    person?.email?.includes('hospital'),
  )
  await findPlace(`1–${wanted.length} of ${wanted.length} that match`)
  await findIds(idsOf(wanted))
  await user.click(headButton('Cardholder'))
  await findIds(idsOf(wanted).toReversed())
  expect(searchField()).toHaveValue('hospital')
  expect(await shownIds()).toHaveLength(wanted.length)
  expect(askedPages().filter((request) => request.includes('max=1000'))).toHaveLength(1)
})
