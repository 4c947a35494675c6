import { useQuery } from '@tanstack/react-query'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { photosOf, statusLabel } from '../../fields/status'
import { csvName } from '../../desk/export/csv'
import { SaveDialog } from '../../desk/export/save-dialog'
import { useOffice } from '../../fields/use-office'
import { useAllPhotos } from '../../photos/sources/photo-source'
import { AskFirst } from './ask-first'
import { NamesLine } from './names-line'
import { ReadingLine } from './reading-line'
import { photoCells, photoHeads } from '../../photos/export/photo-cells'

/** Exactly the rows that match, in their order; where only a page was read, the status is read first. */
export function PhotosExport({ onClose }: { onClose: () => void }) {
  const list = useAllPhotos()
  const office = useOffice()
  const { data: names } = useQuery(namesQuery)
  const { search } = list
  const { matching: rows, total, reader, isNarrowed } = list
  const { state } = reader ?? {}
  const isAll = total !== null && state?.phase === 'done'
  const isPart = state?.phase === 'stopped' || (state?.phase === 'done' && state.limit !== null)
  const count = rows.count.toLocaleString('en')
  const photos = photosOf(search.status)
  return (
    <SaveDialog
      fileName={csvName(`${statusLabel(search.status)} photos`)}
      what={`${count} ${photos}${isNarrowed ? ' that match' : ''}${isPart ? ', of those that were loaded' : ''}`}
      heads={photoHeads(office)}
      count={rows.count}
      rowAt={(index) => {
        const row = rows.at(index)
        const name = row?.kind === 'photo' ? names?.get(row.photo.id) : undefined
        return row ? photoCells(row, { office, name }) : []
      }}
      offReason={
        rows.count === 0 && state?.phase === 'done'
          ? 'There is nothing to save'
          : isAll || isPart
            ? undefined
            : 'Not all photos are loaded yet'
      }
      onClose={onClose}
    >
      {reader &&
        (reader.state.phase === 'asking' ? (
          <AskFirst {...reader} />
        ) : (
          <div className="-mx-4 -mt-4 mb-3 empty:hidden">
            <ReadingLine list={list} reader={reader} isForFile />
            <NamesLine list={list} reader={reader} isForFile />
          </div>
        ))}
    </SaveDialog>
  )
}
