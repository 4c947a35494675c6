import { useDeferredValue, useRef, type KeyboardEvent } from 'react'
import { enterContent, useSkipTarget } from '../../ui/skip-link'
import { useWindowEvent } from '../../ui/use-window-event'
import { isModified, isPressed, isWriting } from '../../session/pressed'
import { close } from '../../desk/commands/browse'
import { listKeys } from '../../desk/commands/list-keys'
import { FirstHint } from './first-hint'
import { ListSelection } from './list-selection'
import { ListSkeleton } from './list-skeleton'
import { ListToolbar } from './list-toolbar'
import { PagesBar } from './pages-bar'
import { PaperFoot, PaperHead } from '../print/paper'
import { PhotoListBody } from './photo-list-body'
import { unlistedWords, useListable } from '../../photos/listable'
import { useCounts } from '../../photos/counts'
import { focusSearchField } from '../filters/search-field'
import { rangeWords } from './range-words'
import { statusFilters, statusLabel } from '../../fields/status'
import { Line } from '../../ui/line'
import { StatusTabs } from './status-tabs'
import { useOrganization } from '../../photos/use-organization'
import { usePhotoList } from '../../photos/sources/photo-source'
import { closePane, usePane } from '../viewer/use-pane'
import { useListSearch } from '../../photos/shown-search'
import { useNews } from './use-news'
import { usePlaceInList } from './use-place-in-list'
import { ElsewhereLine, EndOfQueue, NamesLine, PhotoPane, ReadingLine } from './later-parts'
import './photos-page.css'

const keysIntoList = ['ArrowDown', 'ArrowUp', 'Enter']

/** The list of one status, page by page, with the pane beside it. */
export function PhotosPage() {
  const search = useListSearch()
  const list = usePhotoList()
  const { reader, person } = list
  const listable = useListable(list.isCurrent)
  const counts = useCounts(search.status, reader ? null : list.total, list.isCurrent, listable)
  useOrganization(list.sampleId)
  const heading = useRef<HTMLHeadingElement>(null)

  const asked: readonly string[] = search.status === 'ALL' ? search.filters.in : []
  const unlisted = statusFilters.filter((each) => listable[each] === false && asked.includes(each))

  const { isAtEnd, isPaneOpen } = usePane()

  // What was pressed is painted before the rows of another page: with them the 98th percentile of interactions is 56 ms, and 32 else.
  // First rows, and those of another order or search, are drawn with it: another order of 100,000 is there after 25 ms and not 40.
  const before = useDeferredValue(reader ? null : list)
  const shown = before === null || reader || before.rows.count === 0 ? list : before
  const { setPerPage, setView, attachTable, focusList, onScroll } = usePlaceInList(shown, heading, isAtEnd)

  useSkipTarget(focusList)

  // From the heading, or where nothing has the focus and only the window hears of keys, these lead into the list.
  useWindowEvent('keydown', (event) => {
    const { key, target, shiftKey, defaultPrevented } = event
    if ((isPaneOpen && !isAtEnd) || (target !== heading.current && target !== document.body)) return
    if (defaultPrevented || shiftKey || isModified(event) || !keysIntoList.includes(key)) return
    event.preventDefault()
    enterContent()
  })

  const news = useNews(list)

  // The pane comes and goes first, over the list; the list makes room a frame later, since its rows are the most to lay out: closing
  // it is painted after 16 to 24 ms, and after 32 to 48 in one frame with them.
  const hasRoomForPane = useDeferredValue(isPaneOpen)

  function onKeyDown(event: KeyboardEvent) {
    const { nativeEvent } = event
    if (event.defaultPrevented || isWriting(nativeEvent)) return
    if (isPressed(close, nativeEvent) && isPaneOpen) closePane()
    else if (isPressed(listKeys.search, nativeEvent)) {
      event.preventDefault()
      focusSearchField()
    }
  }

  const title = statusLabel(search.status)
  // Never the photos of another status under this heading, not for a moment.
  const isOtherStatus = shown.search.status !== search.status

  return (
    // The keys of the list and the pane; each has its own controls, this only listens in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flex min-h-0 flex-1 flex-col print:block" onKeyDown={onKeyDown}>
      <title>{`${title}${search.page > 1 ? `, page ${search.page}` : ''} – Loupe`}</title>
      <StatusTabs counts={counts} listable={listable} />
      <main className="photos-page relative flex min-h-0 flex-1 print:block">
        <h1 ref={heading} tabIndex={-1} className="sr-only">
          {title}
        </h1>
        <div
          // What is scrolled in it is the table, or the grid.
          onScrollCapture={onScroll}
          className={`min-w-0 flex-1 flex-col @container/list print:mr-0! print:block! ${
            isPaneOpen ? 'hidden pane:flex' : 'flex'
          } ${hasRoomForPane ? 'pane:mr-(--pane)' : ''}`}
        >
          <ListToolbar counts={list.counts} reading={list.reading} news={news} onView={setView} />
          <FirstHint />
          <PaperHead shown={shown} range={rangeWords(shown)} />
          {reader && <ReadingLine list={list} reader={reader} />}
          {unlisted.map((status) => (
            <Line key={status} role="status">
              {unlistedWords(status)}
            </Line>
          ))}
          {reader && <NamesLine list={list} reader={reader} />}
          {person.photo && person.isElsewhere && <ElsewhereLine photo={person.photo} search={search} />}
          {isOtherStatus ? <ListSkeleton /> : <PhotoListBody shown={shown} tableRef={attachTable} />}
          <PaperFoot />
          <ListSelection shown={shown} setPerPage={setPerPage} />
          <PagesBar list={list} shown={shown} setPerPage={setPerPage} hasTray={!isPaneOpen} />
        </div>
        {isAtEnd ? (
          <EndOfQueue list={list} counts={counts} listable={listable} onReadAgain={news.refresh} />
        ) : (
          isPaneOpen && <PhotoPane list={list} />
        )}
      </main>
    </div>
  )
}
