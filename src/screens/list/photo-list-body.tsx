import { memo, type ReactNode, type Ref } from 'react'
import { counted, numberWords } from '../../base/words'
import { Failure, FailureLine } from '../../ui/failure'
import { Button } from '../../ui/button'
import { Line } from '../../ui/line'
import { Message } from '../../ui/message'
import { ExplainTopic } from '../../fields/explanations'
import { useStore } from '../../base/store'
import { errorWords } from '../../session/error-words'
import { ListSkeleton } from './list-skeleton'
import type { PhotoRows } from '../../photos/photo-rows'
import { officeHabits } from '../../photos/office-habits'
import { everyPhoto, type ListSearch } from '../../photos/photo-search'
import { setSearch } from '../../photos/shown-search'
import { PhotoTable } from './photo-table'
import type { CollectionHandle } from '../collection/use-collection'
import { photosOf } from '../../fields/status'
import { useLastError } from '../../photos/use-last-error'
import type { PhotoList } from '../../photos/sources/photo-list'
import { AskFirst, NoMatch, PhotoGrid } from './later-parts'

/** Error, waiting, empty or the table, in that order. Drawn again only when what it is given has changed. */
export const PhotoListBody = memo(function PhotoListBody({
  shown: list,
  tableRef,
}: {
  shown: PhotoList
  tableRef: Ref<CollectionHandle>
}) {
  const { search, reading, reader } = list
  const failure = useLastError(reading)
  const { atMost } = useStore(officeHabits)
  const trying = { isTrying: reading.isFetching, onRetry: reading.retry }
  if (failure) {
    const title = 'The photos could not be loaded'
    return inPlace(<Failure title={title} words={errorWords(failure)} {...trying} />)
  }
  if (reader?.state.phase === 'asking' && list.rows.count === 0) return inPlace(<AskFirst {...reader} />)
  if (list.searched > 0 && list.matching.count === 0) return inPlace(<NoMatch list={list} />)
  if (reading.data === undefined)
    return reading.isFetching ? <ListSkeleton canStop={reader === null} /> : inPlace(null)
  // A later page of what is still growing may yet come.
  if (list.rows.count === 0 && reader !== null && reading.isFetching) return <ListSkeleton canStop={false} />
  if (list.isCurrent && list.rows.count === 0)
    return inPlace(<NoPhotos search={search} onRetry={reading.retry} />)
  // On one page of everything they are a filter, with its count.
  const unreadable = list.isCurrent && search.max !== everyPhoto ? unreadableNames(list.rows) : []
  const Layout = search.view === 'grid' ? PhotoGrid : PhotoTable
  return (
    <>
      {reading.isError && (
        <FailureLine title="The list could not be refreshed" words={errorWords(reading.error)} {...trying} />
      )}
      {list.isCurrent && list.mayMiss && (
        <FailureLine
          title="Photos may be missing between these pages"
          words={{ text: 'The list kept changing, or CloudCard sent the same photos again.' }}
          {...trying}
        />
      )}
      {reader === null && atMost < search.max && (
        <Line role="status">
          CloudCard sends at most {counted(atMost, 'photo')} at a time, so a page of {numberWords(search.max)}{' '}
          takes longer.
        </Line>
      )}
      {unreadable.length > 0 && (
        <FailureLine
          title={`${counted(unreadable.length, 'photo')} could not be read (${unreadable.join(', ')})`}
          more={<ExplainTopic topic="unreadable" />}
          words={{
            text: unreadable.length === 1 ? 'It is marked in the list.' : 'They are marked in the list.',
          }}
          {...trying}
        />
      )}
      {/* Results grow while a whole status is read; those that are there are right already. */}
      <Layout list={list} isBusy={reading.isFetching && reader === null} ref={tableRef} />
    </>
  )
})

/** A list, or a page of it, that holds nothing. */
function NoPhotos({ search, onRetry }: { search: ListSearch; onRetry: () => void }) {
  if (search.page > 1) {
    return (
      <Message
        title="This page is past the end"
        action={
          <Button icon="first" onClick={() => setSearch({ page: 1 })}>
            First page
          </Button>
        }
      >
        The list is shorter now, or was never this long.
      </Message>
    )
  }
  return (
    <Message
      title={`No ${photosOf(search.status)}`}
      action={
        <Button icon="refresh" onClick={onRetry}>
          Load again
        </Button>
      }
    >
      {search.status === 'PENDING' ? 'Every photo has been decided.' : 'There are none right now.'}
    </Message>
  )
}

const inPlace = (content: ReactNode) => (
  <div className="flex min-h-0 flex-1 overflow-y-auto bg-surface">{content}</div>
)

/** The ids of the rows that could not be read, or the places on the page of those without one. */
function unreadableNames(rows: PhotoRows): string[] {
  const names: string[] = []
  for (let index = 0; index < rows.count; index++) {
    const row = rows.at(index)
    if (row?.kind === 'unreadable') names.push(row.row.id === null ? `row ${index + 1}` : `id ${row.row.id}`)
  }
  return names
}
