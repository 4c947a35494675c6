import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { address, findPlace, findTable, openApp, pane, runSandbox } from './app'
import { idsOf, listed } from './listed'

runSandbox()

const grid = () => screen.findByRole('grid', { name: /photos$/ })
const tiles = async () => within(await grid()).getAllByRole('gridcell')
/** The photos on the screen, from left to right and from top to bottom, by the addresses of their links. */
const tileIds = async () =>
  within(await grid())
    .getAllByRole('link')
    .map((link) => Number(new URL((link as HTMLAnchorElement).href).searchParams.get('photo')))

it('the view switch shows the same photos as a grid, and the address says so', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  const view = within(screen.getByRole('group', { name: 'View' }))
  expect(view.getByRole('button', { name: 'Table' })).toHaveAttribute('aria-pressed', 'true')
  await user.click(view.getByRole('button', { name: 'Grid' }))
  await waitFor(async () => expect(await tileIds()).toEqual(idsOf(listed()).slice(0, 25)))
  expect(address()).toBe('/photos?view=grid')
  expect(view.getByRole('button', { name: 'Grid' })).toHaveAttribute('aria-pressed', 'true')
  await user.click(view.getByRole('button', { name: 'Table' }))
  await findTable()
  expect(address()).toBe('/photos')
})

it('a tile says score, ID number and status, and whose photo it is', async () => {
  await openApp('/photos?view=grid')
  await waitFor(async () =>
    expect((await tiles())[2]).toHaveAccessibleName(/marisol.*12% Bad.*L0027714.*Pending/),
  )
})

it('it is one tab stop; arrows, Home, End and Page keys move in two dimensions', async () => {
  const { user } = await openApp('/photos?view=grid')
  await waitFor(async () => expect(await tiles()).toHaveLength(25))
  const all = await tiles()
  expect(all.filter((tile) => tile.tabIndex === 0)).toEqual([all[0]])
  const columns = Number((await grid()).getAttribute('aria-colcount'))
  all[0]?.focus()
  for (const [keys, place] of [
    ['{ArrowRight}', 1],
    ['{ArrowDown}', columns + 1],
    ['{Home}', columns],
    ['{End}', 2 * columns - 1],
    ['{ArrowUp}', columns - 1],
    ['{Control>}{End}{/Control}', 24],
    ['{PageUp}', 24 % columns],
    ['{Control>}{Home}{/Control}', 0],
  ] as const) {
    await user.keyboard(keys)
    expect((await tiles())[place], keys).toHaveFocus()
  }
})

it('Enter opens the photo beside the grid, closing it leads back to its tile, and Space selects', async () => {
  const { user } = await openApp('/photos?view=grid')
  await waitFor(async () => expect(await tiles()).toHaveLength(25))
  ;(await tiles())[0]?.focus()
  await user.keyboard('{ArrowRight}{Enter}')
  await pane()
  await waitFor(() => expect(address()).toBe(`/photos?view=grid&photo=${idsOf(listed())[1]}`))
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  await waitFor(async () => expect((await tiles())[1]).toHaveFocus())
  await user.keyboard(' ')
  expect((await tiles())[1]).toHaveAttribute('aria-selected', 'true')
  expect(await screen.findByText('1 selected')).toBeVisible()
})

it('search, filters, sort and pages hold for the grid as for the table', async () => {
  const { user } = await openApp('/photos?view=grid&page=2')
  await findPlace('26–50 of 100')
  await waitFor(async () => expect(await tileIds()).toEqual(idsOf(listed()).slice(25, 50)))
  await user.selectOptions(screen.getAllByRole('combobox', { name: 'Sort by' })[0] as HTMLElement, [
    screen.getAllByRole('option', { name: /oldest first/i })[0] as HTMLElement,
  ])
  await findPlace('1–25 of 100')
  const oldest = listed()
    .filter(({ dateCreated }) => dateCreated)
    .sort((a, b) => Date.parse(a.dateCreated ?? '') - Date.parse(b.dateCreated ?? ''))
  await waitFor(async () => expect((await tileIds())[0]).toBe(oldest[0]?.id))
  await user.type(screen.getByRole('searchbox', { name: 'Search photos' }), 'marisol')
  await findPlace(/that match$/)
  expect((await tiles())[0]).toHaveAccessibleName(/^marisol/)
})

it('a page of 100 stands whole in the document, also where the last row of tiles is not full', async () => {
  await openApp('/photos?view=grid&max=100')
  await findPlace('1–100 of 100')
  const slider = await screen.findByRole('slider', { name: 'Photos per row' })
  const { fireEvent } = await import('@testing-library/react')
  for (const columns of [4, 6, 7, 9]) {
    fireEvent.change(slider, { target: { value: String(columns) } })
    expect(await grid()).toHaveAttribute('aria-colcount', String(columns))
    expect(await tileIds(), `${columns} side by side`).toEqual(idsOf(listed()).slice(0, 100))
  }
})

it('how many stand side by side is chosen with a slider, from 4 to as many as are large enough to see, and remembered on this device', async () => {
  const { user } = await openApp('/photos?view=grid')
  const slider = await screen.findByRole('slider', { name: 'Photos per row' })
  expect(slider).toHaveAttribute('min', '4')
  expect(slider).toHaveAttribute('max', '15')
  slider.focus()
  const { fireEvent } = await import('@testing-library/react')
  fireEvent.change(slider, { target: { value: '5' } })
  expect(await grid()).toHaveAttribute('aria-colcount', '5')
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByRole('button', { name: 'Sign in' })
  vi.resetModules()
  const { getSettings } = await import('../../src/session/settings')
  expect(getSettings().gridSize).toBe(5)
})
