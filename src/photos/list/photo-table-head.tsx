import { memo } from 'react'
import { ariaSort, SortHeader } from '../filters/sort-header'
import { isSortColumn, type Sort } from '../photo-search'
import { photoColumns } from './photo-columns'

/** The heads of the columns; those that sort are buttons. */
export const PhotoTableHead = memo(function PhotoTableHead({
  sort,
  onSort,
}: {
  sort: Sort | null
  onSort: (sort: Sort | null) => void
}) {
  return (
    <thead role="rowgroup" className="photo-head">
      <tr role="row" aria-rowindex={1} className="photo-row">
        {photoColumns.map(({ id = '', header }) => {
          const column = isSortColumn(id) ? id : null
          return (
            <th
              key={id}
              role="columnheader"
              scope="col"
              aria-sort={column ? ariaSort(sort, column) : undefined}
              className={`photo-cell-${id}`}
            >
              {column ? (
                <SortHeader column={column} label={String(header)} sort={sort} onSort={onSort} />
              ) : (
                String(header)
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
})
