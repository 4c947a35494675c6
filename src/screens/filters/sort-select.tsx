import { fields, sortColumns, sortOf, type Sort } from '../../fields/fields'
import { wordsFor, type Office } from '../../fields/kinds/field'
import { useOffice } from '../../fields/use-office'
import { setSearch, useListSearch } from '../../photos/shown-search'

const orders = sortColumns.flatMap((column) =>
  Object.entries(sortOf(column).orders).map(([way, words]) => ({
    column,
    words,
    isDescending: way === 'descending',
  })),
)
type Order = (typeof orders)[number]

const wordsOf = ({ column, words }: Order, office: Office) =>
  `${wordsFor(fields[column].name, office)}, ${words}`

/** "Score, lowest first" */
export function sortWords(sort: Sort | null, office: Office): string {
  const order = orders.find((each) => isOrder(each, sort))
  return order ? wordsOf(order, office) : 'CloudCard order'
}

const isOrder = ({ column, isDescending }: Order, sort: Sort | null) =>
  sort?.column === column && sort.isDescending === isDescending

/** For where the column heads, which sort, are not shown. */
export function SortSelect() {
  const sort = useListSearch(({ sort }) => sort)
  const office = useOffice()
  return (
    <label className="flex items-center gap-2">
      <span className="whitespace-nowrap text-text-2">Sort by</span>
      <select
        value={orders.findIndex((order) => isOrder(order, sort))}
        onChange={(event) => {
          const order = orders[Number(event.target.value)]
          setSearch({ sort: order ? { column: order.column, isDescending: order.isDescending } : null })
        }}
        className="h-11 min-w-0 rounded-control border border-control bg-surface px-2"
      >
        <option value={-1}>CloudCard order</option>
        {orders.map((order, index) => (
          <option key={index} value={index}>
            {wordsOf(order, office)}
          </option>
        ))}
      </select>
    </label>
  )
}
