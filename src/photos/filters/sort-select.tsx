import type { Sort, SortColumn } from '../photo-search'

const orders: readonly [SortColumn, isDescending: boolean, words: string][] = [
  ['submitted', true, 'Submitted, newest first'],
  ['submitted', false, 'Submitted, oldest first'],
  ['score', false, 'Score, lowest first'],
  ['score', true, 'Score, highest first'],
  ['cardholder', false, 'Cardholder, A–Z'],
  ['cardholder', true, 'Cardholder, Z–A'],
  ['identifier', false, 'ID number, ascending'],
  ['identifier', true, 'ID number, descending'],
]

/** "Score, lowest first" */
export const sortWords = (sort: Sort | null): string =>
  orders.find((order) => isOrder(order, sort))?.[2] ?? 'CloudCard order'

const isOrder = ([column, isDescending]: (typeof orders)[number], sort: Sort | null) =>
  sort?.column === column && sort.isDescending === isDescending

/** For where the column heads, which sort, are not shown. */
export function SortSelect({ sort, onSort }: { sort: Sort | null; onSort: (sort: Sort | null) => void }) {
  const chosen = orders.findIndex((order) => isOrder(order, sort))
  return (
    <label className="flex items-center gap-2">
      <span className="whitespace-nowrap text-text-2">Sort by</span>
      <select
        value={chosen}
        onChange={(event) => {
          const order = orders[Number(event.target.value)]
          onSort(order ? { column: order[0], isDescending: order[1] } : null)
        }}
        className="h-11 min-w-0 rounded-control border border-control bg-surface px-2"
      >
        <option value={-1}>CloudCard order</option>
        {orders.map(([, , words], index) => (
          <option key={words} value={index}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
