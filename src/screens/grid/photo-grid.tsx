import { statusLabel } from '../../fields/status'
import { SelectPageBox, useMayPick } from '../collection/selecting'
import type { ListLayoutProps } from '../collection/use-collection'
import { SortSelect } from '../filters/sort-select'
import { TileGrid } from './tile-grid'

/** The photos of the list side by side: the same ones in the same order as in the table. */
export function PhotoGrid({ list: { search, rows }, ...given }: ListLayoutProps) {
  const mayPick = useMayPick(search.status)
  return (
    <TileGrid
      {...{ search, rows, ...given }}
      caption={`${statusLabel(search.status)} photos`}
      head={
        mayPick && (
          // Only the box is named: its words are beside it for those who see them.
          <div className="-ml-1.5 flex items-center text-text-2">
            <span className="size-8">
              <SelectPageBox rows={rows} />
            </span>
            <span aria-hidden="true">All on this page</span>
          </div>
        )
      }
      tools={<SortSelect />}
    />
  )
}
