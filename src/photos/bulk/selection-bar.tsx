import type { ReactNode } from 'react'
import { Button } from '../../components/button'
import { clearSelection, select, useSelection } from '../../review/selection'
import type { ShownList } from '../list/photo-list-body'
import { photosBetween, type PhotoRows } from '../photo-rows'

const number = (count: number) => count.toLocaleString('en')

/** How many are chosen, how many of them are out of sight, and what can be done with them. */
export function SelectionBar({
  shown: { list, whole },
  onCleared,
}: {
  shown: ShownList
  onCleared: () => void
}) {
  const selection = useSelection()
  const { rows } = list
  const outOfSight = countOutOfSight(selection, rows)
  const matching = list.whole
  // What was not read is not counted, and is not chosen either.
  const isAllRead = list.total !== null && whole?.state?.limit === null
  const readWords = isAllRead || !whole ? '' : `, of ${number(whole.searched)} read`
  const thatMatch = whole?.isNarrowed ? ' that match' : ''
  return (
    <section
      aria-label="Selection"
      className="flex min-h-15 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2"
    >
      <p role="status">
        <span className="font-semibold">{number(selection.size)} selected</span>
        {outOfSight > 0 && <span className="text-text-2">, {number(outOfSight)} of them out of sight</span>}
      </p>
      {selection.size - outOfSight < rows.count && (
        <LinkButton onPress={() => select(photosBetween(rows, 0, rows.count - 1), true)}>
          Select all on this page
        </LinkButton>
      )}
      {matching && matching.count > rows.count && selection.size < matching.count && (
        <LinkButton onPress={() => select(photosBetween(matching, 0, matching.count - 1), true)}>
          Select all {number(matching.count)}
          {thatMatch}
          {readWords}
        </LinkButton>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <Button
          look="quiet"
          className="text-text-2"
          onClick={() => {
            // The bar goes away.
            onCleared()
            clearSelection()
          }}
        >
          Clear selection
        </Button>
      </div>
    </section>
  )
}

function countOutOfSight(selection: ReadonlyMap<number, unknown>, rows: PhotoRows): number {
  let count = 0
  for (const photoId of selection.keys()) if (rows.indexOf(photoId) < 0) count++
  return count
}

function LinkButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onPress} className="min-h-8 text-accent hover:underline">
      {children}
    </button>
  )
}
