import { useQuery } from '@tanstack/react-query'
import { namesQuery } from '../../api/cardholder-names'
import { photosOf, statusLabel } from '../../photo/status'
import { csvName } from '../../review/export/csv'
import { SaveDialog } from '../../review/export/save-dialog'
import { useIdentifierLabel } from '../../session/use-identifier-label'
import type { ShownList } from '../list/photo-list-body'
import { noRows } from '../photo-rows'
import { everyPhoto } from '../photo-search'
import { useThresholds } from '../use-organization'
import { AskFirst } from '../whole/ask-first'
import { ReadingLine } from '../whole/reading-line'
import { useWholeList } from '../whole/use-whole-list'
import { yieldToBrowser } from '../whole/yield-to-browser'
import { photoCells, photoHeads } from './photo-cells'

/** Exactly the rows that match, in their order; where only a page was read, the status is read first. */
export function PhotosExport({ shown, onClose }: { shown: ShownList; onClose: () => void }) {
  const { search, text } = shown
  const thresholds = useThresholds()
  const identifierLabel = useIdentifierLabel()
  const { data: names } = useQuery(namesQuery)
  const everything = useWholeList(
    { ...search, page: 1, max: everyPhoto },
    text,
    thresholds,
    null,
    shown.whole === null,
  )
  const { list, whole, state, isNarrowed } = shown.whole ?? everything
  const rows = list.whole ?? noRows
  const isAll = list.total !== null && state?.phase === 'done'
  const isPart = state?.phase === 'stopped' || (state?.phase === 'done' && state.limit !== null)
  const count = rows.count.toLocaleString('en')
  const photos = photosOf(search.status)
  return (
    <SaveDialog
      fileName={csvName(`${statusLabel(search.status)} photos`)}
      what={`${count} ${photos}${isNarrowed ? ' that match' : ''}${isPart ? ', of those that were loaded' : ''}`}
      heads={photoHeads(identifierLabel)}
      identifierLabel={identifierLabel}
      count={rows.count}
      rowAt={(index) => {
        const row = rows.at(index)
        const name = row?.kind === 'photo' ? names?.get(row.photo.id) : undefined
        return row ? photoCells(row, name, thresholds ?? null) : []
      }}
      pause={yieldToBrowser}
      offReason={
        rows.count === 0 && state?.phase === 'done'
          ? 'There is nothing to save'
          : isAll || isPart
            ? undefined
            : 'Not all photos are loaded yet'
      }
      onClose={onClose}
    >
      {whole &&
        state &&
        (state.phase === 'asking' ? (
          <AskFirst state={state} whole={whole} />
        ) : (
          <div className="-mx-4 -mt-4 mb-3 empty:hidden">
            <ReadingLine
              status={search.status}
              state={state}
              whole={whole}
              isAskedBelow={false}
              onShowUnreadable={null}
            />
          </div>
        ))}
    </SaveDialog>
  )
}
