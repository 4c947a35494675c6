import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { useListSearch } from '../../photos/shown-search'
import { ariaSort, SortHeader } from './sort-header'

function Heads() {
  const { sort } = useListSearch()
  return (
    <table>
      <thead>
        <tr>
          {(['submitted', 'score'] as const).map((column) => (
            <th key={column} aria-sort={ariaSort(sort, column)}>
              <SortHeader column={column} label={column} sort={sort} />
            </th>
          ))}
        </tr>
      </thead>
    </table>
  )
}

it('sorts up, down, and not at all', async () => {
  const user = userEvent.setup()
  render(<Heads />)
  const score = screen.getByRole('columnheader', { name: 'score' })
  const press = () => user.click(screen.getByRole('button', { name: 'score' }))
  expect(score).toHaveAttribute('aria-sort', 'none')
  await press()
  expect(score).toHaveAttribute('aria-sort', 'ascending')
  await press()
  expect(score).toHaveAttribute('aria-sort', 'descending')
  await press()
  expect(score).toHaveAttribute('aria-sort', 'none')
})

it('another column begins upwards', async () => {
  const user = userEvent.setup()
  render(<Heads />)
  await user.dblClick(screen.getByRole('button', { name: 'score' }))
  await user.click(screen.getByRole('button', { name: 'submitted' }))
  expect(screen.getByRole('columnheader', { name: 'submitted' })).toHaveAttribute('aria-sort', 'ascending')
  expect(screen.getByRole('columnheader', { name: 'score' })).toHaveAttribute('aria-sort', 'none')
})
