import { useQuery } from '@tanstack/react-query'
import { memo, useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { isApiError } from '../../api/api-error'
import type { Organization } from '../../api/organization'
import type { Photo } from '../../api/photo'
import type { PhotoDetail } from '../../api/photo-detail'
import { photoQuery } from '../../api/photos-query'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { Icon } from '../../components/icon'
import { Message } from '../../components/message'
import { paths } from '../../paths'
import { useDecodeAhead } from '../../photo/picture/use-decode-ahead'
import { ExplainScore } from '../../photo/explanations'
import { ScoreText } from '../../photo/score-text'
import { DecisionBar } from '../../review/decision-bar'
import { cardholderOf } from '../../review/decision-words'
import { DenyForm } from '../../review/deny-form'
import { Comparison } from '../../review/look/comparison'
import { LookTools } from '../../review/look/look-tools'
import { ReviewPicture } from '../../review/look/review-picture'
import { StatusWords } from '../../review/status-words'
import { Tray } from '../../review/tray'
import { useReview } from '../../review/use-review'
import { errorWords } from '../../session/error-words'
import { formatSearch, type PhotoSearch } from '../photo-search'
import { useLastError } from '../use-last-error'
import { useNeighbours, type Position } from '../use-neighbours'
import type { PhotoList } from '../use-page-list'
import { photoAt } from '../photo-rows'
import { positionText } from '../list/range-words'
import { PhotoFacts } from './photo-facts'
import { StepButton } from './step-button'

/**
 * One photo beside the list, drawn from its row without a request, and decided there; where it is not on the page, Get a
 * Photo is asked.
 *
 * @param isFirst the page was loaded with it: then the focus stays where the browser puts it
 */
export function PhotoPane({
  id,
  list,
  search,
  organization,
  isFirst,
  onGo,
  onClose,
}: {
  id: number
  list: PhotoList
  search: PhotoSearch
  organization: Organization | null
  isFirst: boolean
  onGo: (target: { photo: number; page: number }) => void
  onClose: () => void
}) {
  const row = list.isCurrent ? photoAt(list.rows, list.rows.indexOf(id)) : null
  // The page is still being read: only then is it known whether the photo is on it.
  const isRowComing = !list.isCurrent && !list.reading.isError
  const neighbours = useNeighbours(search, list, id, onGo)
  const position = positionText(neighbours.position, list.total?.total ?? null)
  const heading = useRef<HTMLHeadingElement>(null)
  const detail = useQuery({ ...photoQuery(id), enabled: row === null && !isRowComing })
  const failure = useLastError(detail)
  const photo = row ?? detail.data?.photo ?? null
  const { deciding, look, notice, onLook, onKeyDown } = useReview(id, photo, {
    address: paths.photos(formatSearch({ ...search, photo: id })),
    heading,
    goOn: neighbours.goOn,
    next: neighbours.next.go,
    previous: neighbours.previous.go,
    close: onClose,
  })
  useDecodeAhead(neighbours.upcoming)
  const pagePath = paths.photo(id, formatSearch({ ...search, photo: null }))
  const known = useMemo(
    () => photo && { photo, detail: detail.data, organization, pagePath },
    [photo, detail.data, organization, pagePath],
  )
  // The photo comes first; what is said of it stands a frame behind.
  const facts = useDeferredValue(known, null)

  // Whoever opens a photo reviews it: its keys work from here on.
  const isOpened = useRef(!isFirst)
  useEffect(() => {
    if (isOpened.current) heading.current?.focus({ preventScroll: true })
  }, [])

  const words = notice || neighbours.notice
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      onKeyDown={onKeyDown}
      aria-label="Photo details"
      aria-busy={photo === null && (isRowComing || detail.isFetching)}
      className="appear relative flex min-h-0 w-full flex-col border-line bg-surface after:pointer-events-none after:absolute after:inset-0 after:z-2 after:outline-accent after:-outline-offset-2 has-[>h2:focus-visible]:after:outline-2 min-[75rem]:absolute min-[75rem]:inset-y-0 min-[75rem]:right-0 min-[75rem]:w-(--pane) min-[75rem]:border-l"
    >
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {photo ? altText(photo) : `Photo ${id}`}
      </h2>
      <div
        // The form needs the room more than the photo, which has been looked at.
        className={`relative shrink-0 bg-well py-3 ${deciding.isDenying ? 'h-[max(10rem,calc(100dvh-32rem))]' : 'h-[max(15rem,calc(100dvh-24.5rem))]'}`}
      >
        <span className="absolute top-3 left-2 z-1 text-xs text-text-2">
          {position}
          {look.isOriginal && <strong className="block font-semibold text-text">Original</strong>}
        </span>
        <div className="absolute top-2 right-2 z-1">
          <Button look="icon" aria-label="Close" onClick={onClose} className="h-11 w-11">
            <Icon name="close" />
          </Button>
        </div>
        <div className="mx-14 h-full">
          {photo && <ReviewPicture photo={photo} alt={altText(photo)} look={look} onLook={onLook} />}
        </div>
        {photo && !deciding.isDenying && (
          <LookTools
            look={look}
            hasOriginal={photo.original !== null}
            className="absolute bottom-3 left-1 z-1 flex-col"
          />
        )}
        <div className="absolute top-1/2 left-1 z-1 -translate-y-1/2">
          <StepButton direction="previous" step={neighbours.previous} />
        </div>
        <div className="absolute top-1/2 right-1 z-1 -translate-y-1/2">
          <StepButton direction="next" step={neighbours.next} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {words || (photo ? placeWords(neighbours.position, position, altText(photo)) : 'Loading the photo…')}
      </p>
      {photo ? (
        <>
          <div className="min-h-0 flex-1 overflow-y-auto">
            {deciding.isDenying ? (
              <DenyForm
                key={id}
                draftKey={photo.id}
                longestId={photo.id}
                whom={cardholderOf(photo)}
                organization={organization}
                classifications={detail.data?.classifications ?? []}
                onDeny={deciding.deny}
                onCancel={deciding.closeDenial}
              />
            ) : (
              <Facts facts={facts} />
            )}
          </div>
          <StatusWords other={neighbours.notice} />
          <DecisionBar deciding={deciding} />
        </>
      ) : (
        <Place>
          {!failure ? (
            <p className="p-4 text-text-2">Loading the photo…</p>
          ) : isApiError(failure) && failure.kind === 'not-found' ? (
            <Message title="Photo not found">It may have been replaced or removed.</Message>
          ) : (
            <Failure
              title="The photo could not be loaded"
              words={errorWords(failure)}
              isTrying={detail.isFetching}
              onRetry={() => void detail.refetch()}
            />
          )}
        </Place>
      )}
      {/* On the line of the pages bar, so that it neither pushes nor covers. */}
      {photo && <Comparison photo={photo} look={look} />}
      <Tray className="h-12 shrink-0 border-t border-line bg-canvas" />
    </section>
  )
}

type Known = {
  photo: Photo
  detail: PhotoDetail | undefined
  organization: Organization | null
  pagePath: string
}

const Facts = memo(function Facts({ facts }: { facts: Known | null }) {
  if (!facts) return null
  const { photo, detail, organization, pagePath } = facts
  return (
    <>
      <div className="flex min-h-11 items-center justify-between gap-2 px-4 pt-2">
        <span className="flex min-w-0 items-center gap-1">
          <ScoreText score={photo.score} thresholds={organization} size="pane" />
          <ExplainScore thresholds={organization} />
        </span>
        <Link to={pagePath} className="flex min-h-8 items-center gap-1 rounded-row text-accent">
          Open photo page
          <Icon name="next" className="size-3.5" />
        </Link>
      </div>
      <div className="px-4 pb-4">
        <PhotoFacts photo={photo} detail={detail} organization={organization} />
      </div>
    </>
  )
})

function Place({ children }: { children: ReactNode }) {
  return <div className="flex min-h-0 flex-1 overflow-y-auto">{children}</div>
}

/** "Photo 3 of 412: Photo of …"; where it has no place, its own words alone. */
function placeWords(position: Position | null, text: string, alt: string): string {
  if (position === null) return alt
  return position === 'decided' ? `${text}: ${alt}` : `Photo ${text}: ${alt}`
}

const altText = (photo: Photo) => `Photo of ${cardholderOf(photo)}`
