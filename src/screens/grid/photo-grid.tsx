import { useCallback, useMemo, type MouseEvent, type Ref } from 'react'
import { openHere } from '../../ui/text-click'
import { paths } from '../../base/paths'
import { isDecidable } from '../../desk/choices'
import { useMayDecide } from '../../session/session'
import { SortSelect } from '../filters/sort-select'
import type { PhotoTableHandle } from '../list/photo-table'
import { SelectPageBox } from '../list/select-box'
import { usePick } from '../list/use-pick'
import type { PhotoRows } from '../../photos/photo-rows'
import { formatSearch, type PhotoSearch, type Sort } from '../../photos/photo-search'
import { SizeSlider } from './size-slider'
import { TileGrid } from './tile-grid'

/**
 * The photos of the list side by side: the same ones in the same order as in the table.
 *
 * @param onOpen opens a photo in the pane; it must stay the same function while photos are stepped through
 */
export function PhotoGrid({
  caption,
  search,
  onOpen,
  rows,
  isBusy,
  onSort,
  ref,
}: {
  caption: string
  search: PhotoSearch
  onOpen: (photoId: number) => void
  rows: PhotoRows
  isBusy: boolean
  onSort: (sort: Sort | null) => void
  ref: Ref<PhotoTableHandle>
}) {
  const pick = usePick(rows)
  const mayPick = useMayDecide() && isDecidable(search.status)
  const listQuery = formatSearch({ ...search, photo: null })
  const onClick = useCallback(
    (event: MouseEvent<Element>, photo: number) => openHere(event, () => onOpen(photo)),
    [onOpen],
  )
  const link = useMemo(
    () => ({
      hrefOf: (photo: number) => paths.photos(`${listQuery}${listQuery ? '&' : '?'}photo=${photo}`),
      onClick,
    }),
    [listQuery, onClick],
  )
  return (
    <TileGrid
      label={caption}
      rows={rows}
      openPhoto={search.photo}
      link={link}
      onOpen={onOpen}
      onPick={mayPick ? pick : null}
      isBusy={isBusy}
      renderHead={({ columns, most }) => (
        <div className="flex min-h-8 shrink-0 flex-wrap print:hidden items-center gap-x-4 border-b border-line bg-surface px-4 text-xs">
          {mayPick && (
            // Only the box is named: its words are beside it for those who see them.
            <div className="-ml-1.5 flex items-center text-text-2">
              <span className="size-8">
                <SelectPageBox rows={rows} />
              </span>
              <span aria-hidden="true">All on this page</span>
            </div>
          )}
          <div className="ml-auto flex flex-wrap items-center gap-x-4 [&_select]:h-6 [&_select]:border-transparent">
            <SortSelect sort={search.sort} onSort={onSort} />
            <SizeSlider columns={columns} most={most} />
          </div>
        </div>
      )}
      ref={ref}
    />
  )
}
