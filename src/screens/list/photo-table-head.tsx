import { memo } from 'react'
import { ariaSort, SortHeader } from '../filters/sort-header'
import { ExplainChecks, ExplainScore } from '../../fields/explanations'
import { useIdentifierLabel } from '../../session/use-identifier-label'
import { useKnownOrganization } from './organization-context'
import { isSortColumn, type Sort } from '../../photos/photo-search'
import type { PhotoRows } from '../../photos/photo-rows'
import type { PhotoColumns } from './photo-columns'
import { SelectPageBox } from './select-box'

/** The thresholds are the organization's: the heads are drawn before they are known. */
function ScoreHelp() {
  return <ExplainScore thresholds={useKnownOrganization()} isStop={false} />
}

/** The heads of the columns; those that sort are buttons. */
export const PhotoTableHead = memo(function PhotoTableHead({
  columns,
  rows,
  sort,
  onSort,
}: {
  columns: PhotoColumns
  /** Of this page, for choosing all of them. */
  rows: PhotoRows
  sort: Sort | null
  onSort: (sort: Sort | null) => void
}) {
  const identifierLabel = useIdentifierLabel()
  const labelOf = (id: string, header: unknown) => (id === 'identifier' ? identifierLabel : String(header))
  return (
    <thead role="rowgroup" className="photo-head">
      <tr role="row" aria-rowindex={1} className="photo-row">
        {columns.map(({ id = '', header }) => {
          const column = isSortColumn(id) ? id : null
          return (
            <th
              key={id}
              role="columnheader"
              scope="col"
              aria-sort={column ? ariaSort(sort, column) : undefined}
              // Without that of the button that explains it.
              aria-label={id === 'score' || id === 'checks' ? String(header) : undefined}
              className={`photo-cell-${id} whitespace-nowrap`}
            >
              {id === 'select' ? (
                <SelectPageBox rows={rows} />
              ) : (
                <span className="flex min-w-0 flex-1 items-center">
                  {column ? (
                    <SortHeader column={column} label={labelOf(id, header)} sort={sort} onSort={onSort} />
                  ) : (
                    labelOf(id, header)
                  )}
                  {id === 'score' && <ScoreHelp />}
                  {id === 'checks' && <ExplainChecks isStop={false} />}
                </span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
})
