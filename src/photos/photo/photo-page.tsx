import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router-dom'
import { isApiError } from '../../api/api-error'
import { photoQuery } from '../../api/photos-query'
import { Failure } from '../../components/failure'
import { Icon } from '../../components/icon'
import { Message } from '../../components/message'
import { paths } from '../../paths'
import { errorWords } from '../../session/error-words'
import { photoAt } from '../photo-rows'
import { formatSearch, parseSearch } from '../photo-search'
import { PhotoDetailColumns } from './photo-detail-columns'
import { StepButton } from './step-button'
import { StatusMark } from '../../photo/status-mark'
import { useDecodeAhead } from '../../photo/picture/use-decode-ahead'
import { useLastError } from '../use-last-error'
import { useNeighbours } from '../use-neighbours'
import { useOrganization } from '../use-organization'
import { usePhotoList } from '../use-photo-list'
import { useSearchText } from '../use-search-text'

/** One photo in full, as Get a Photo has it; it keeps the list's parameters, so that it stays in the same queue. */
export function PhotoPage() {
  const { id: idText = '' } = useParams()
  const id = /^[1-9]\d{0,14}$/.test(idText) ? Number(idText) : null
  const { search: query, key } = useLocation()
  const navigate = useNavigate()
  const search = useMemo(() => ({ ...parseSearch(new URLSearchParams(query)), photo: null }), [query])
  const [text] = useSearchText()
  const { list } = usePhotoList(search, text)
  const photo = useQuery({ ...photoQuery(id ?? 0), enabled: id !== null })
  const failure = useLastError(photo)
  const organization = useOrganization(id) ?? photo.data?.organization ?? null
  const neighbours = useNeighbours(search, list, id, (target) => {
    const next = formatSearch({ ...search, page: target.page })
    void navigate(paths.photo(target.photo, next), { replace: true })
  })
  const heading = useRef<HTMLHeadingElement>(null)
  const following = neighbours.upcoming[0]?.id ?? null
  useQuery({ ...photoQuery(following ?? 0), enabled: following !== null, meta: { isAhead: true } })
  useDecodeAhead(neighbours.upcoming)

  // Coming from the list, a screen reader hears where one is; on a first load the page itself is read.
  const isFirstPage = useRef(key === 'default')
  useEffect(() => {
    if (!isFirstPage.current) heading.current?.focus()
  }, [])

  const listPath = paths.photos(formatSearch(search))
  const comeBack = { photo: id ?? undefined }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'ArrowRight') neighbours.next.go()
    else if (event.key === 'ArrowLeft') neighbours.previous.go()
    else if (event.key === 'Escape') void navigate(listPath, { state: comeBack })
  }

  if (id === null || (isApiError(photo.error) && photo.error.kind === 'not-found')) {
    return (
      <main className="flex flex-1 bg-surface">
        <title>Photo not found – Loupe</title>
        <Message
          isPage
          title={id === null ? 'There is no such photo' : `Photo ${id} is not there`}
          action={
            <Link to={listPath} className="flex min-h-8 items-center text-accent underline">
              Back to the list
            </Link>
          }
        >
          It may have been replaced by an edited one, or removed. The list shows what there is.
        </Message>
      </main>
    )
  }
  // While it is read, the row of the list says already what it can.
  const shown = photo.data?.photo ?? photoAt(list.rows, list.rows.indexOf(id))
  const position = neighbours.position?.toLocaleString('en') ?? ''
  const status =
    neighbours.notice ||
    (photo.isPending
      ? 'Reading the photo…'
      : position && list.total !== null
        ? `${position} of ${list.total.total.toLocaleString('en')}`
        : position)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className="flex min-h-0 flex-1 flex-col" aria-busy={photo.isFetching} onKeyDown={onKeyDown}>
      <title>{`Photo ${id} – Loupe`}</title>
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 border-y border-line bg-surface px-4">
        <Link
          to={listPath}
          state={comeBack}
          className="flex min-h-8 items-center gap-1 rounded-row text-accent"
        >
          <Icon name="previous" className="size-3.5" />
          Back to the list
        </Link>
        <h1 ref={heading} tabIndex={-1} className="font-semibold max-sm:sr-only">
          Photo {id}
        </h1>
        {shown && (
          <span className="flex max-sm:hidden">
            <StatusMark status={shown.status} />
          </span>
        )}
        <p role="status" className="ml-auto grow text-right text-text-2 sm:min-w-36 sm:grow-0">
          {/* Other words are other text: they come, and do not push the old ones aside. */}
          <span key={status}>{status}</span>
        </p>
        <div className="flex">
          <StepButton direction="previous" step={neighbours.previous} />
          <StepButton direction="next" step={neighbours.next} />
        </div>
      </header>
      {failure ? (
        <div className="flex flex-1 bg-surface">
          <Failure
            title="The photo could not be read"
            words={errorWords(failure)}
            isTrying={photo.isFetching}
            onRetry={() => void photo.refetch()}
          />
        </div>
      ) : (
        shown && <PhotoDetailColumns photo={shown} detail={photo.data} organization={organization} />
      )}
    </main>
  )
}
