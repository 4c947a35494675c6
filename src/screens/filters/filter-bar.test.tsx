import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { address } from '../../base/address'
import { FilterBar } from './filter-bar'
import { noFilters, type FilterCounts, type Filters } from '../../photos/filters/filters'
import { defaultSearch, parseSearch } from '../../photos/photo-search'
import { setSearch } from '../../photos/shown-search'

const someCounts: FilterCounts = {
  score: [1200, 330, 96, 12],
  in: [1638, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  scored: [208],
  submitted: [77],
  checks: [12, 33, 240, 101, 1, 77, 45],
  documents: [1300, 338, 14, 338],
  unreadable: [2],
  skipped: [0],
}

/** What the address says by now. */
const told = () => parseSearch(new URLSearchParams(address.get().query))

function show({
  filters = {},
  counts = null,
}: { filters?: Partial<Filters>; counts?: FilterCounts | null } = {}) {
  setSearch({ ...defaultSearch, filters: { ...noFilters, ...filters } })
  const bar = (counts: FilterCounts | null) => <FilterBar counts={counts} />
  const { rerender } = render(bar(counts), { wrapper: WithQueries })
  return { user: userEvent.setup(), setCounts: (next: FilterCounts) => rerender(bar(next)) }
}

/** What the office calls things is asked for with queries. */
function WithQueries({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const bar = () => screen.getByRole('group', { name: 'Filters' })

it('names the filters that have no value, and nothing else', () => {
  show()
  expect(
    within(bar())
      .getAllByRole('button')
      .map((each) => each.textContent),
  ).toEqual(['Score', 'Submitted', 'Checks', 'Documents', 'Load errors'])
})

it('opens a filter, takes the focus there, and says the value once it has one', async () => {
  const { user } = show({ counts: someCounts })
  await user.click(button('Score'))
  expect(button('Score')).toHaveAttribute('aria-expanded', 'true')
  const editor = await screen.findByRole('region', { name: 'Filter by score' })
  expect(button('Score')).toHaveAttribute('aria-controls', editor.id)
  await waitFor(() => expect(within(editor).getByRole('checkbox', { name: 'Good 1,200' })).toHaveFocus())
  await user.click(within(editor).getByRole('checkbox', { name: 'Bad 96' }))
  await user.click(within(editor).getByRole('checkbox', { name: 'Fair 330' }))
  expect(told().filters.score).toEqual(['fair', 'bad'])
  expect(button('Score: Fair, Bad 426')).toHaveAttribute('aria-expanded', 'true')
})

it('has one filter open at a time', async () => {
  const { user } = show()
  await user.click(button('Score'))
  await screen.findByRole('region', { name: 'Filter by score' })
  await user.click(button('Documents'))
  expect(await screen.findByRole('region', { name: 'Filter by documents' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Filter by score' })).toBeNull()
  await user.click(button('Documents'))
  expect(screen.queryByRole('region')).toBeNull()
})

it('Escape closes the filter and gives the focus back', async () => {
  const { user } = show()
  await user.click(button('Checks'))
  const box = await screen.findByRole('checkbox', { name: 'Edited' })
  await user.click(box)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('region')).toBeNull()
  expect(button('Checks: Edited')).toHaveFocus()
})

it('switches a filter off and on again without losing it', async () => {
  const { user } = show({ filters: { score: ['bad'], checks: ['edited'] }, counts: someCounts })
  const toggle = button('Score filter')
  expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await user.click(toggle)
  expect(told().filters).toMatchObject({ score: ['bad'], checks: ['edited'], off: ['score'] })
  expect(toggle).toHaveAttribute('aria-pressed', 'false')
  expect(toggle).toHaveFocus()
  expect(button('Score: Bad off')).toBeVisible()
  await user.click(toggle)
  expect(told().filters.off).toEqual([])
})

it('a filter that is off is on again once its value is changed', async () => {
  const { user } = show({ filters: { score: ['bad'], off: ['score'] } })
  await user.click(button('Score: Bad off'))
  await user.click(await screen.findByRole('checkbox', { name: 'Good' }))
  expect(told().filters).toMatchObject({ score: ['good', 'bad'], off: [] })
})

it('removes a filter, and the focus is on its word', async () => {
  const { user } = show({ filters: { score: ['bad'], scored: { from: 5, to: null } } })
  await user.click(button('Score: from 5%'))
  await screen.findByRole('region', { name: 'Filter by score' })
  await user.click(button('Remove filter'))
  expect(told().filters).toEqual(noFilters)
  expect(screen.queryByRole('region')).toBeNull()
  expect(button('Score')).toHaveFocus()
})

it('removes nothing where nothing is chosen', async () => {
  const { user } = show()
  await user.click(button('Load errors'))
  await screen.findByRole('region')
  expect(button('Remove filter')).toHaveAccessibleDescription('Nothing is selected')
})

it('clears all filters, also those that are off', async () => {
  const { user } = show({ filters: { unreadable: true, documents: ['has'], off: ['documents'] } })
  await user.click(button('Clear filters'))
  expect(told().filters).toEqual(noFilters)
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull()
  expect(button('Score')).toHaveFocus()
})

it('writes a score that makes sense, and leaves the others alone', async () => {
  const { user } = show()
  await user.click(button('Score'))
  const from = await screen.findByRole('spinbutton', { name: 'Score from' })
  const to = screen.getByRole('spinbutton', { name: 'Score to' })
  await user.type(from, '80')
  expect(told().filters.scored).toEqual({ from: 80, to: null })
  await user.type(to, '9')
  expect(told().filters.scored).toEqual({ from: 80, to: null })
  expect(to).toBeInvalid()
  expect(to).toHaveAccessibleDescription('From must not be higher than to')
  await user.type(to, '0')
  expect(told().filters.scored).toEqual({ from: 80, to: 90 })
  expect(to).toBeValid()
  await user.clear(to)
  await user.type(to, '101')
  expect(told().filters.scored).toEqual({ from: 80, to: null })
  await user.tab()
  expect(to).toHaveValue(null)
  expect(button('Score: from 80%')).toBeVisible()
})

it('writes days', async () => {
  const { user } = show()
  await user.click(button('Submitted'))
  await user.type(await screen.findByLabelText('Submitted from'), '2025-08-01')
  await user.type(screen.getByLabelText('Submitted to'), '2025-08-12')
  expect(told().filters.submitted).toEqual({ from: '2025-08-01', to: '2025-08-12' })
  expect(button(/^Submitted: Aug 1\s–\s12, 2025/)).toBeVisible()
})

it('says the counts once they are there', async () => {
  const { user, setCounts } = show({ filters: { checks: ['ratio', 'background', 'bot'] } })
  await user.click(button('Checks: Wrong ratio, 2 more'))
  expect(await screen.findByRole('checkbox', { name: 'Still being checked' })).toBeChecked()
  setCounts(someCounts)
  // A photo can have several of them: the sum of theirs would be too much.
  expect(await screen.findByRole('button', { name: 'Checks: Wrong ratio, 2 more 45' })).toBeVisible()
  expect(screen.getByRole('checkbox', { name: 'Still being checked 1' })).toBeChecked()
})

it('counts who lacks a required document once', () => {
  show({ filters: { documents: ['lacks', 'required'] }, counts: someCounts })
  expect(button('Documents: None, 1 more 338')).toBeVisible()
})

it('in a narrow list is one button, with how many are on, and sorts too', async () => {
  const { user } = show({ filters: { score: ['bad'], checks: ['bot'], off: ['checks'] } })
  const filters = button('Filters 1')
  expect(filters).toHaveAttribute('aria-expanded', 'false')
  await user.click(filters)
  expect(filters).toHaveAttribute('aria-expanded', 'true')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Submitted, newest first')
  expect(told().sort).toEqual({ column: 'submitted', isDescending: true })
  await user.selectOptions(screen.getByRole('combobox'), 'CloudCard order')
  expect(told().sort).toBeNull()
  await user.keyboard('{Escape}')
  expect(filters).toHaveAttribute('aria-expanded', 'false')
  expect(filters).toHaveFocus()
})
