import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo, useRef, type KeyboardEvent } from 'react'
import { ListSkeleton } from './list-skeleton'
import { ListToolbar } from './list-toolbar'
import { OrganizationProvider } from './organization-context'
import { PagesBar } from './pages-bar'
import { PhotoListBody, type ShownList } from './photo-list-body'
import type { PhotoSearch } from '../photo-search'
import { PhotoPane } from '../photo/photo-pane'
import type { PhotoTableHandle } from './photo-table'
import { rangeText } from '../../queue/page'
import { searchRows } from './search-rows'
import { photosOf, statusLabel } from '../status'
import { StatusTabs } from './status-tabs'
import { useNeighbours } from '../use-neighbours'
import { useNextPage } from './use-next-page'
import { useOrganization } from '../use-organization'
import { photosIn, usePhotoList } from '../use-photo-list'
import { usePhotoSearch } from '../use-photo-search'
import { usePlaceInList } from './use-place-in-list'
import { useSearchText } from './use-search-text'

/** The list of one status, page by page, with the pane beside it. */
export function PhotosPage() {
  const client = useQueryClient()
  const { search, setSearch, openPhoto } = usePhotoSearch()
  const [text, setText] = useSearchText()
  const list = usePhotoList(search)
  const nextPage = useNextPage(search, setSearch, list)
  const allRows = list.page.data?.rows
  const rows = useMemo(() => searchRows(allRows ?? [], text), [allRows, text])
  const isSearching = text.trim() !== ''
  const organization = useOrganization(photosIn(list.page.data)[0]?.id ?? null)
  const neighbours = useNeighbours(search, list, rows, !isSearching, search.photo, (target) =>
    setSearch(target, { replace: true }),
  )
  const table = useRef<PhotoTableHandle>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  // The table follows when there is time: what was pressed, and the photo in the pane, come first.
  const latest = useMemo(() => ({ search, list, rows, isSearching }), [search, list, rows, isSearching])
  const shown = useDeferredValue(latest)
  const { setPerPage } = usePlaceInList(shown.search, setSearch, shown.list, table, heading)

  const clearSearch = useCallback(() => {
    setText('')
    searchField.current?.focus()
  }, [setText])

  const closePane = () => setSearch({ photo: null }, { replace: true })

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key === 'Escape' && search.photo !== null && !isInField) closePane()
    else if (event.key === '/' && !isInField) {
      event.preventDefault()
      searchField.current?.focus()
    }
  }

  const title = statusLabel(search.status)
  // Never the photos of another status under this heading, not for a moment.
  const isOtherStatus = shown.search.status !== search.status
  const range = nextPage.notice || (isOtherStatus ? waitingWords(search) : shownWords(shown))

  return (
    // The keys of the list and the pane; each has its own controls, this only listens in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <title>{`${title}${search.page > 1 ? `, page ${search.page}` : ''} – Loupe`}</title>
      <StatusTabs search={search} total={list.total} />
      <main className="flex min-h-0 flex-1">
        <h1 ref={heading} tabIndex={-1} className="sr-only">
          {title}
        </h1>
        <div
          className={`min-w-0 flex-1 flex-col @container/list ${
            search.photo === null ? 'flex' : 'hidden min-[75rem]:flex'
          }`}
        >
          <ListToolbar
            text={text}
            onSearch={setText}
            fieldRef={searchField}
            readAt={list.page.data ? list.page.dataUpdatedAt : null}
            isReading={list.page.isFetching}
            onRefresh={() => void client.invalidateQueries({ queryKey: ['photos'] })}
          />
          <OrganizationProvider value={organization}>
            {isOtherStatus ? (
              <ListSkeleton />
            ) : (
              <PhotoListBody
                shown={shown}
                setSearch={setSearch}
                onOpen={openPhoto}
                onClearSearch={clearSearch}
                tableRef={table}
              />
            )}
          </OrganizationProvider>
          <PagesBar
            search={search}
            setSearch={setSearch}
            setPerPage={setPerPage}
            status={range}
            total={list.total}
            nextOffReason={nextPage.offReason}
            onNext={nextPage.go}
          />
        </div>
        {search.photo !== null && (
          <PhotoPane
            id={search.photo}
            row={photosIn(list.isCurrent ? list.page.data : undefined).find(({ id }) => id === search.photo)}
            isRowComing={!list.isCurrent && !list.page.isError}
            search={search}
            organization={organization}
            neighbours={neighbours}
            positionText={positionText(neighbours.position, list.total)}
            onClose={closePane}
          />
        )}
      </main>
    </div>
  )
}

function waitingWords({ status, page }: PhotoSearch): string {
  return page > 1 ? `Reading page ${page}…` : `Reading the ${photosOf(status)}…`
}

function shownWords({ search, list, rows, isSearching }: ShownList): string {
  const { page, offset, total, hasNext, isCurrent } = list
  if (page.isError && !page.data) return 'Could not read'
  if (!isCurrent) return waitingWords(search)
  const onPage = page.data?.rows.length ?? 0
  if (isSearching) return `${rows.length} of the ${onPage} photos on this page match`
  return rangeText({ offset, rows: onPage, total, isMore: hasNext === true })
}

function positionText(position: number | null, total: number | null): string {
  if (position === null) return ''
  return total === null
    ? position.toLocaleString('en')
    : `${position.toLocaleString('en')} of ${total.toLocaleString('en')}`
}
