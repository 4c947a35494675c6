import { memo, type ReactNode, type RefObject } from 'react'
import type { Row, UnreadableRow } from '../../api/photo'
import { Button } from '../../components/button'
import { Failure, FailureLine } from '../../components/failure'
import { Icon } from '../../components/icon'
import { Message } from '../../components/message'
import { errorWords } from '../../session/error-words'
import { ListSkeleton } from './list-skeleton'
import type { PhotoSearch } from '../photo-search'
import { PhotoTable, type PhotoTableHandle } from './photo-table'
import { photosOf, statusLabel } from '../status'
import { useLastError } from '../use-last-error'
import type { PhotoList } from '../use-photo-list'
import type { SetSearch } from '../use-photo-search'

/** What the list shows, as one thing that changes as a whole. */
export type ShownList = {
  search: PhotoSearch
  list: PhotoList
  /** Those of the page, or those that match. */
  rows: readonly Row[]
  isSearching: boolean
}

/** Error, waiting, empty or the table, in that order. Drawn again only when what it is given has changed. */
export const PhotoListBody = memo(function PhotoListBody({
  shown: { search, list, rows, isSearching },
  setSearch,
  onOpen,
  onClearSearch,
  tableRef,
}: {
  shown: ShownList
  setSearch: SetSearch
  onOpen: (photoId: number) => void
  onClearSearch: () => void
  tableRef: RefObject<PhotoTableHandle | null>
}) {
  const { page } = list
  const retry = () => void page.refetch()
  const failure = useLastError(page)
  if (failure) {
    return (
      <Place>
        <Failure
          title="The photos could not be read"
          words={errorWords(failure)}
          isTrying={page.isFetching}
          onRetry={retry}
        />
      </Place>
    )
  }
  if (!page.data) return <ListSkeleton />
  const what = photosOf(search.status)
  if (list.isCurrent && page.data.rows.length === 0) {
    return (
      <Place>
        {search.page === 1 ? (
          <Message
            title={`No ${what}`}
            action={
              <Button onClick={retry}>
                <Icon name="refresh" />
                Read again
              </Button>
            }
          >
            {search.status === 'PENDING' ? 'Every photo has been decided.' : 'There is none at the moment.'}
          </Message>
        ) : (
          <Message
            title="This page is past the end"
            action={
              <Button onClick={() => setSearch({ page: 1 })}>
                <Icon name="first" />
                First page
              </Button>
            }
          >
            The list has become shorter, or never was that long.
          </Message>
        )}
      </Place>
    )
  }
  if (isSearching && rows.length === 0) {
    return (
      <Place>
        <Message title="No photo matches" action={<Button onClick={onClearSearch}>Clear filters</Button>}>
          Only the {page.data.rows.length} photos on this page were searched. Lists carry no names: try the ID
          number or the e-mail.
        </Message>
      </Place>
    )
  }
  const unreadable = page.data.rows.flatMap((row) => (row.kind === 'unreadable' ? [row.row] : []))
  return (
    <>
      {page.isError && (
        <FailureLine
          title="The list could not be brought up to date"
          words={errorWords(page.error)}
          isTrying={page.isFetching}
          onRetry={retry}
        />
      )}
      {unreadable.length > 0 && list.isCurrent && (
        <FailureLine
          title={unreadableTitle(unreadable)}
          words={{
            text: unreadable.length === 1 ? 'It keeps its place below.' : 'They keep their places below.',
          }}
          isTrying={page.isFetching}
          onRetry={retry}
        />
      )}
      <PhotoTable
        ref={tableRef}
        caption={`${statusLabel(search.status)} photos`}
        rows={rows}
        firstRowNumber={list.offset + 1}
        total={isSearching ? rows.length : (list.total ?? -1)}
        search={search}
        onOpen={onOpen}
        isBusy={page.isFetching}
      />
    </>
  )
})

function Place({ children }: { children: ReactNode }) {
  return <div className="flex min-h-0 flex-1 overflow-y-auto bg-surface">{children}</div>
}

/** "1 photo could not be read (id 123)": the ids, or the places of those without one. */
function unreadableTitle(rows: readonly UnreadableRow[]): string {
  const names = rows.map(({ id, index }) => (id === null ? `row ${index + 1}` : `id ${id}`)).join(', ')
  return `${rows.length} ${rows.length === 1 ? 'photo' : 'photos'} could not be read (${names})`
}
