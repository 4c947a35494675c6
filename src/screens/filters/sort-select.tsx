import { useIdentifierLabel } from '../../session/use-identifier-label'
import type { Sort, SortColumn } from '../../photos/photo-search'

const orders: readonly [SortColumn, isDescending: boolean, words: string][] = [
  ['submitted', true, 'Submitted, newest first'],
  ['submitted', false, 'Submitted, oldest first'],
  ['score', false, 'Score, lowest first'],
  ['score', true, 'Score, highest first'],
  ['cardholder', false, 'Cardholder, A–Z'],
  ['cardholder', true, 'Cardholder, Z–A'],
  ['identifier', false, 'ascending'],
  ['identifier', true, 'descending'],
]

const wordsOf = ([column, , words]: (typeof orders)[number], identifierLabel: string) =>
  column === 'identifier' ? `${identifierLabel}, ${words}` : words

/** "Score, lowest first" */
export function sortWords(sort: Sort | null, identifierLabel: string): string {
  const order = orders.find((each) => isOrder(each, sort))
  return order ? wordsOf(order, identifierLabel) : 'CloudCard order'
}

const isOrder = ([column, isDescending]: (typeof orders)[number], sort: Sort | null) =>
  sort?.column === column && sort.isDescending === isDescending

/** For where the column heads, which sort, are not shown. */
export function SortSelect({ sort, onSort }: { sort: Sort | null; onSort: (sort: Sort | null) => void }) {
  const identifierLabel = useIdentifierLabel()
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
        {orders.map((order, index) => (
          <option key={order[2]} value={index}>
            {wordsOf(order, identifierLabel)}
          </option>
        ))}
      </select>
    </label>
  )
}
