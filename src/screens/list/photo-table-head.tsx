import { memo } from 'react'
import { ariaSort, SortHeader } from '../filters/sort-header'
import { ExplainTopic, topics, type Topic } from '../../fields/explanations'
import { fields, sortColumns, type FieldName, type Sort, type SortColumn } from '../../fields/fields'
import { wordsFor } from '../../fields/kinds/field'
import { useOffice } from '../../fields/use-office'
import type { PhotoRows } from '../../photos/photo-rows'
import type { PhotoColumns } from './photo-columns'
import { SelectPageBox } from '../collection/selecting'
import { cellLook } from './row-layout'

/** The name has no column of its own: it stands below the e-mail. */
const sortsIn = (id: string): readonly SortColumn[] =>
  id === 'cardholder' ? ['cardholder', 'name'] : sortColumns.filter((each) => each === id)

/** The heads of the columns; those that sort are buttons. */
export const PhotoTableHead = memo(function PhotoTableHead({
  columns,
  rows,
  sort,
}: {
  columns: PhotoColumns
  /** Of this page, for choosing all of them. */
  rows: PhotoRows
  sort: Sort | null
}) {
  const office = useOffice()
  const nameOf = (field: FieldName) => wordsFor(fields[field].name, office)
  return (
    <thead role="rowgroup" className="photo-head">
      <tr role="row" aria-rowindex={1} className="photo-row">
        {columns.map(({ id = '' }) => {
          const sorts = sortsIn(id)
          const [own] = sorts
          const sorting = sorts.find((each) => each === sort?.column) ?? own
          const label = Object.hasOwn(fields, id) ? nameOf(id as FieldName) : 'Photo'
          const isExplained = Object.hasOwn(topics, id)
          return (
            <th
              key={id}
              role="columnheader"
              scope="col"
              aria-sort={sorting && ariaSort(sort, sorting)}
              // Without the words of other buttons in it.
              aria-label={
                sorting && sorting !== own
                  ? `${label}, by ${nameOf(sorting).toLowerCase()}`
                  : isExplained || sorts.length > 1
                    ? label
                    : undefined
              }
              {...cellLook(id)}
            >
              {id === 'select' ? (
                <SelectPageBox rows={rows} />
              ) : (
                <span className={`flex min-w-0 flex-1 items-center ${sorts.length > 1 ? 'gap-x-4' : ''}`}>
                  {own === undefined && label}
                  {sorts.map((each) => (
                    <SortHeader key={each} column={each} label={nameOf(each)} sort={sort} />
                  ))}
                  {isExplained && <ExplainTopic topic={id as Topic} isStop={false} />}
                </span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
})
