import { memo } from 'react'
import { ariaSort, SortHeader } from '../filters/sort-header'
import { ExplainTopic, topics, type Topic } from '../../fields/explanations'
import { fields, sortColumns, type FieldName } from '../../fields/fields'
import { wordsFor } from '../../fields/kinds/field'
import { useOffice } from '../../fields/use-office'
import type { Sort } from '../../fields/fields'
import type { PhotoRows } from '../../photos/photo-rows'
import type { PhotoColumns } from './photo-columns'
import { SelectPageBox } from '../collection/select-box'
import { cellLook } from './row-layout'

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
  return (
    <thead role="rowgroup" className="photo-head">
      <tr role="row" aria-rowindex={1} className="photo-row">
        {columns.map(({ id = '' }) => {
          const column = sortColumns.find((each) => each === id)
          const label = Object.hasOwn(fields, id) ? wordsFor(fields[id as FieldName].name, office) : 'Photo'
          const isExplained = Object.hasOwn(topics, id)
          return (
            <th
              key={id}
              role="columnheader"
              scope="col"
              aria-sort={column ? ariaSort(sort, column) : undefined}
              // Without that of the button that explains it.
              aria-label={isExplained ? label : undefined}
              {...cellLook(id)}
            >
              {id === 'select' ? (
                <SelectPageBox rows={rows} />
              ) : (
                <span className="flex min-w-0 flex-1 items-center">
                  {column ? <SortHeader column={column} label={label} sort={sort} /> : label}
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
