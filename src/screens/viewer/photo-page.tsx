import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router-dom'
import { isApiError } from '../../cloudcard/api-error'
import { photoIdIn } from '../../cloudcard/photo-id'
import { photoQuery } from '../../cloudcard/photos-query'
import { Failure } from '../../ui/failure'
import { Icon } from '../../ui/icon'
import { Message } from '../../ui/message'
import { paths } from '../../base/paths'
import { useDecodeAhead } from '../../picture/use-decode-ahead'
import { StatusMark } from '../../fields/status-mark'
import { DecisionBar } from '../../desk/decision-bar'
import { KeysFrame } from '../../desk/keys-frame'
import { Comparison } from '../../desk/look/comparison'
import { LookTools } from '../../desk/look/look-tools'
import { Tray } from '../../desk/tray'
import { useReview } from '../../desk/use-review'
import { errorWords } from '../../session/error-words'
import { positionText } from '../list/range-words'
import { photoAt } from '../../photos/photo-rows'
import { formatSearch, parseSearch } from '../../photos/photo-search'
import { useLastError } from '../../photos/use-last-error'
import { useNeighbours } from '../../photos/use-neighbours'
import { useOrganization } from '../../photos/use-organization'
import { usePhotoList } from '../../photos/use-photo-list'
import { useSearchText } from '../../photos/use-search-text'
import { PhotoDetails } from './photo-details'
import { PhotoWhy } from './photo-why'
import { reviewParts } from './review-parts'

/** One photo in full, as Get a Photo has it; it keeps the list's parameters, so that it stays in the same queue. */
export function PhotoPage() {
  const { id: idText = '' } = useParams()
  const id = photoIdIn(idText)
  const { search: query, key } = useLocation()
  const navigate = useNavigate()
  const search = useMemo(() => ({ ...parseSearch(new URLSearchParams(query)), photo: null }), [query])
  const [text] = useSearchText()
  const { list } = usePhotoList(search, text)
  const photo = useQuery({ ...photoQuery(id ?? 0), enabled: id !== null })
  const failure = useLastError(photo)
  const organization = useOrganization(id) ?? photo.data?.organization ?? null
  const neighbours = useNeighbours(
    search,
    list,
    id,
    (target) => {
      const next = formatSearch({ ...search, page: target.page })
      void navigate(paths.photo(target.photo, next), { replace: true })
    },
    // The list says what was done, and what is left.
    () => void navigate(paths.photos(formatSearch(search)), { replace: true, state: { isAtEnd: true } }),
  )
  const heading = useRef<HTMLHeadingElement>(null)
  const following = neighbours.upcoming[0]?.id ?? null
  useQuery({ ...photoQuery(following ?? 0), enabled: following !== null, meta: { isAhead: true } })
  useDecodeAhead(neighbours.upcoming)

  const listPath = paths.photos(formatSearch(search))
  const comeBack = { photo: id ?? undefined }
  // While it is read, the row of the list says already what it can.
  const shown = photo.data?.photo ?? (id === null ? null : photoAt(list.rows, list.rows.indexOf(id)))
  const review = useReview(id ?? 0, shown, {
    address: paths.photo(id ?? 0, formatSearch(search)),
    heading,
    goOn: neighbours.goOn,
    next: neighbours.next.go,
    previous: neighbours.previous.go,
    close: () => void navigate(listPath, { state: comeBack }),
  })

  const { deciding, look, onKeyDown } = review

  // Coming from the list, a screen reader hears where one is; on a first load the page itself is read.
  const isFirstPage = useRef(key === 'default')
  useEffect(() => {
    if (!isFirstPage.current) heading.current?.focus()
  }, [])

  const isGone = id === null || (isApiError(photo.error) && photo.error.kind === 'not-found')
  // Its heading goes with the photo that is not there, and takes the focus along.
  useEffect(() => void (isGone && !isFirstPage.current && document.querySelector('h1')?.focus()), [isGone])

  if (isGone) {
    return (
      <main className="flex flex-1 bg-surface">
        <title>Photo not found – Loupe</title>
        <Message
          isPage
          title="Photo not found"
          action={
            <Link to={listPath} className="flex min-h-8 items-center text-accent underline">
              Back to the list
            </Link>
          }
        >
          It may have been replaced by an edited version, or removed.
        </Message>
      </main>
    )
  }
  const place = positionText(neighbours.position, list.total?.total ?? null)
  const status = photo.isPending ? 'Loading the photo…' : place
  const { picture, form, words, heard, previous, next } = reviewParts(
    failure ? null : shown,
    `Photo ${id}`,
    review,
    neighbours,
    { organization, detail: photo.data },
  )
  const decide = (
    <div className="photo-page-decide">
      {words}
      {/* Its room is there before it: nothing may move when the photo comes. */}
      {!failure &&
        (shown ? <DecisionBar deciding={deciding} /> : <div className="min-h-13 shrink-0 bg-surface" />)}
    </div>
  )
  const tray = <Tray most={2} className="photo-page-tray h-12 border-t border-line bg-canvas" />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main
      // A click on what takes no focus leaves it here; Safari gives none to buttons.
      tabIndex={-1}
      className="photo-page relative outline-none"
      aria-busy={photo.isFetching}
      onKeyDown={onKeyDown}
    >
      <title>{`Photo ${id} – Loupe`}</title>
      <KeysFrame />
      <div className="photo-page-scroll">
        <header className="photo-page-head flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 border-b border-line bg-surface px-4">
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
          {!look.isComparing && heard()}
        </header>
        <div className="photo-page-previous">{previous}</div>
        <div className="photo-page-next">{next}</div>
        <div className="photo-page-well bg-well">{!look.isComparing && picture}</div>
        {shown && !failure && (
          <LookTools
            look={look}
            hasOriginal={shown.original !== null}
            className="photo-page-foot items-center gap-x-3"
          />
        )}
        {failure ? (
          <div className="photo-page-failure flex bg-surface">
            <Failure
              title="The photo could not be loaded"
              words={errorWords(failure)}
              isTrying={photo.isFetching}
              onRetry={() => void photo.refetch()}
            />
          </div>
        ) : (
          shown && (
            <div className="photo-page-facts bg-surface">
              <PhotoWhy photo={shown} detail={photo.data} organization={organization} />
              {!look.isComparing && form ? (
                <div className="photo-page-details">{form}</div>
              ) : (
                <PhotoDetails photo={shown} detail={photo.data} />
              )}
            </div>
          )
        )}
      </div>
      {!look.isComparing && decide}
      {shown && (
        <Comparison
          photo={shown}
          title={`Photo ${id}`}
          {...{ look, deciding, onKeyDown, picture, form }}
          steps={
            <>
              {previous}
              {next}
            </>
          }
          foot={
            <>
              {decide}
              {tray}
              {heard()}
            </>
          }
        />
      )}
      {!look.isComparing && tray}
    </main>
  )
}
