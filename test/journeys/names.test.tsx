import { screen, waitFor, within } from '@testing-library/react'
import { getResponse, http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'
import {
  address,
  expectNothingPersonal,
  findIds,
  findPlace,
  findTable,
  openApp,
  pages,
  pane,
  runSandbox,
  sandbox,
  server,
  shownIds,
  stopHoldTime,
} from './app'
import { idsOf, listed, type Listed } from './listed'

runSandbox()
const pass = stopHoldTime()

/** By the places of their photos among the pending ones; everybody else has none. */
const namesByPlace = new Map([
  [3, 'Zoë Adams'],
  [5, 'ángel Ruiz'],
  [30, 'Bo Li'],
  [31, 'Angela Moss'],
])
const pending = () => idsOf(listed())
const idAt = (place: number) => pending()[place] ?? 0
/** The photos at these places, and behind them all others in CloudCard's order. */
const first = (...places: number[]) => {
  const ids = places.map(idAt)
  return [...ids, ...pending().filter((id) => !ids.includes(id))]
}

beforeEach(() => {
  const emails = listed().map(({ person }) => person?.email)
  server.use(
    http.get('*/cloudcard/photo/:id', async ({ request }) => {
      const answer = await getResponse(sandbox.handlers, request)
      const photo = (await answer?.json()) as Listed
      const customFields = { 'Full Name': namesByPlace.get(emails.indexOf(photo.person?.email)) ?? '' }
      return HttpResponse.json({ ...photo, person: { ...photo.person, customFields } })
    }),
  )
})

const head = () => screen.getByRole('columnheader', { name: /^Cardholder/ })
const headButton = () => within(head()).getByRole('button', { name: 'Name' })
const loadNames = () => screen.findByRole('button', { name: /^Load \d+ names$/ })

it('Name sorts the whole status by the names that are known; who has none stands last either way', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await user.click(headButton())
  await waitFor(() => expect(head()).toHaveAttribute('aria-sort', 'ascending'))
  expect(head()).toHaveAccessibleName('Cardholder, by name')
  await waitFor(() => expect(address()).toBe('/photos?sort=name'))
  await findIds(pending())
  expect(
    await screen.findByText(
      'CloudCard lists no names. Known here: 0 of 100. Photos without a name stand last.',
    ),
  ).toBeVisible()

  await user.click(await loadNames())
  await findIds(first(5, 31, 30, 3))
  expect(await screen.findByText(/Known here: 4 of 100\. Photos without a name stand last\.$/)).toBeVisible()
  await user.click(headButton())
  await findIds(first(3, 30, 31, 5))
  expect(head()).toHaveAttribute('aria-sort', 'descending')
  await waitFor(() => expect(address()).toBe('/photos?sort=-name'))
  await user.click(pages().getByRole('button', { name: 'Last page' }))
  await findPlace('76–100 of 100')
  await waitFor(async () => {
    const ids = await shownIds()
    expect(ids).toEqual(pending().slice(-ids.length))
  })
  await user.click(pages().getByRole('button', { name: 'First page' }))
  await user.click(headButton())
  await findIds(pending())
  expect(head()).toHaveAttribute('aria-sort', 'none')
  expect(head()).toHaveAccessibleName('Cardholder')
  expectNothingPersonal()
})

it('the e-mail of the same column still sorts by itself', async () => {
  const { user } = await openApp('/photos?sort=name')
  await findPlace('1–25 of 100')
  expect(head()).toHaveAccessibleName('Cardholder, by name')
  await user.click(within(head()).getByRole('button', { name: 'Cardholder' }))
  await waitFor(() => expect(address()).toBe('/photos?sort=cardholder'))
  await waitFor(() => expect(head()).toHaveAccessibleName('Cardholder'))
  expect(head()).toHaveAttribute('aria-sort', 'ascending')
})

it('in a grid it is sorted by name too, and a tile says the name beside e-mail and ID number', async () => {
  const { user } = await openApp('/photos?view=grid')
  const sort = (await screen.findAllByRole('combobox', { name: 'Sort by' }))[0] as HTMLElement
  await user.selectOptions(sort, 'Name, A–Z')
  await waitFor(() => expect(address()).toBe('/photos?view=grid&sort=name'))
  await user.click(await loadNames())
  const { email, identifier } = listed()[5]?.person ?? {}
  await waitFor(() => {
    const [tile] = within(screen.getByRole('grid', { name: /photos$/ })).getAllByRole('gridcell')
    expect(tile).toHaveAccessibleName(new RegExp(`${email}.*ángel Ruiz.*${identifier}`))
  })
})

it('while names are loaded no row moves; stopped or done, all stand where they belong', async () => {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  server.use(
    http.get('*/cloudcard/photo/:id', async ({ params }) => {
      if (Number(params.id) === idAt(60)) await gate
    }),
  )
  const { user } = await openApp('/photos?sort=name')
  await user.click(await loadNames())
  const table = await findTable()
  expect(await within(table).findByText('Zoë Adams')).toBeVisible()
  expect(await shownIds()).toEqual(pending().slice(0, 25))
  letGo()
  await findIds(first(5, 31, 30, 3))
})

it('a name that is learnt from an open photo changes no order under way, and its photo stands in its place on the way back', async () => {
  const { user } = await openApp('/photos?sort=name')
  await findIds(pending())
  const links = within(await findTable()).getAllByRole('link')
  if (links[3]) await user.click(links[3])
  await user.click(await screen.findByRole('link', { name: 'Open photo page' }))
  await screen.findByText('Zoë Adams')
  // The next one is that of the order in which it was opened.
  await user.click(screen.getByRole('button', { name: 'Next photo' }))
  await waitFor(() => expect(address()).toBe(`/photos/${idAt(4)}?sort=name`))
  await user.click(screen.getByRole('button', { name: 'Next photo' }))
  await screen.findByText('ángel Ruiz')
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  await findIds(first(5, 3))
})

it('what is sorted once stays right as more names come: by another way, and by the first again', async () => {
  const { user } = await openApp('/photos?sort=name')
  await findIds(pending())
  await user.click(await loadNames())
  await findIds(first(5, 31, 30, 3))
  await user.click(within(head()).getByRole('button', { name: 'Cardholder' }))
  await waitFor(() => expect(address()).toBe('/photos?sort=cardholder'))
  namesByPlace.set(7, 'Aaron Aal')
  try {
    const links = within(await findTable()).getAllByRole('link')
    const place = (await shownIds()).indexOf(idAt(7))
    await user.click(links[place] as HTMLElement)
    await user.click(await screen.findByRole('link', { name: 'Open photo page' }))
    await screen.findByText('Aaron Aal')
    await user.click(screen.getByRole('link', { name: 'Back to the list' }))
    await findTable()
    await user.click(headButton())
    await findIds(first(7, 5, 31, 30, 3))
  } finally {
    namesByPlace.delete(7)
  }
})

it('a photo that CloudCard has turned has the name, and so the place, of the one before it', async () => {
  namesByPlace.set(2, 'Marisol Vega')
  try {
    const { user } = await openApp(`/photos?sort=name&photo=${idAt(2)}`)
    await user.click(await loadNames())
    const ids = first(5, 31, 30, 2, 3)
    await findIds(ids)
    const heading = within(await pane()).getByRole('heading', { name: /^Photo of marisol/ })
    heading.focus()
    await user.keyboard('r')
    await waitFor(() => {
      pass(1)
      expect(screen.getByRole('region', { name: 'Turned by CloudCard' })).toBeVisible()
    })
    const turned = Math.max(...sandbox.db.photos.map(({ id }) => id))
    await findIds(ids.map((id) => (id === ids[3] ? turned : id)))
    await within(await findTable()).findByText('Marisol Vega')
  } finally {
    namesByPlace.delete(2)
  }
})
