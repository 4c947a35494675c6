import { fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { drawnWords, watchDrawn } from '../drawn'
import {
  findCounts,
  findPlace,
  findRow,
  findTable,
  openApp,
  pane,
  runSandbox,
  searchField,
  tabs,
} from './app'

runSandbox()
beforeAll(watchDrawn)

/** What was drawn outside of the open photo while something happened. */
async function drawnBy(act: () => Promise<unknown>): Promise<string> {
  // What was under way is done first.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  globalThis.drawn = []
  await act()
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return drawnWords(globalThis.drawn.filter(({ name, within }) => ![name, ...within].includes('PhotoPane')))
}

it('at a step to the next photo nothing of the page, the toolbar, the tabs or the other rows is drawn', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await screen.findAllByText('Good')
  await findCounts()
  await user.click(await findRow('marisol.vega@lakemont.example'))
  const details = within(await pane())
  await details.findByText(/^Photo \d+ of 100: Photo of marisol.vega@lakemont.example$/)
  const drawn = await drawnBy(async () => {
    await user.keyboard('j')
    await details.findByText(/^Photo \d+ of 100: Photo of (?!marisol)/)
  })
  expect(drawn).toBe('CardholderCell 2, Breakable 2')
})

it('where a picture turns out to be dead, its own row is drawn and no other', async () => {
  await openApp('/photos')
  await findPlace('1–25 of 100')
  await screen.findAllByText('Good')
  await findCounts()
  const table = within(await findTable())
  const row = (await findRow('marisol.vega@lakemont.example')).closest('tr')
  const picture = row?.querySelector('img')
  if (!picture) throw new Error('The row has no picture')
  const drawn = await drawnBy(async () => {
    fireEvent.error(picture)
    await table.findByText("Picture didn't load")
  })
  expect(drawn.split(', ').filter((words) => words.startsWith('CardholderCell '))).toEqual([
    'CardholderCell 1',
  ])
})

it('a key in the search field draws the field, and neither the tabs nor a row that stays', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await screen.findAllByText('Good')
  await findCounts()
  await user.type(searchField(), 'marisol.v')
  await findPlace('1–1 of 1 that match')
  const drawn = await drawnBy(async () => {
    await user.keyboard('e')
  })
  expect(drawn).toMatch(/SearchField/)
  expect(drawn).not.toMatch(/StatusTab|PhotoCells|CardholderCell/)
})

it('a page turn draws each row of the other page once, what is around the list as it goes and as it comes, the banner never', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  // What is loaded once somebody touches the page.
  await user.click(screen.getByRole('heading', { level: 1 }))
  const drawn = await drawnBy(async () => {
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    await findPlace('26–50 of 100')
  })
  expect(drawn).toContain('PhotoCells 25, SelectBox 25')
  const times = (name: string) => Number(new RegExp(`\\b${name} (\\d+)`).exec(drawn)?.[1] ?? 0)
  expect(times('StatusTab')).toBeLessThanOrEqual(2 * tabs().getAllByRole('link').length)
  const around = ['ListToolbar', 'SearchField', 'FilterBar', 'SortSelect', 'PhotoListBody', 'PhotoTable']
  expect(around.filter((name) => times(name) > 2)).toEqual([])
  expect(drawn).not.toMatch(/\b(App|Banner|PageFrame|SkipLink) /)
})

it('a tick draws its own box and the two places of the tab stop, and nothing else of the list', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await findCounts()
  await user.click(screen.getByRole('checkbox', { name: /^Select lena/ }))
  await screen.findByText('1 selected')
  const drawn = await drawnBy(async () => {
    await user.click(screen.getByRole('checkbox', { name: /^Select marisol/ }))
    await screen.findByText('2 selected')
  })
  const ofBar = /^(SelectionBar|Button|LinkButton|Count|Icon|LineDrawing) /
  expect(drawn.split(', ').filter((words) => !ofBar.test(words))).toEqual([
    'CardholderCell 2',
    // Where something is said below or beside it, an address has one line.
    'Breakable 1',
    'SelectBox 1',
    'Box 1',
  ])
})
