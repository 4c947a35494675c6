import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { isApiError } from '../../cloudcard/api-error'
import type { Organization } from '../../cloudcard/organization'
import type { Photo } from '../../cloudcard/photo'
import { photoQuery } from '../../cloudcard/photos-query'
import { Button } from '../../ui/button'
import { Failure } from '../../ui/failure'
import { Icon } from '../../ui/icon'
import { Message } from '../../ui/message'
import { paths } from '../../base/paths'
import { useDecodeAhead } from '../../picture/use-decode-ahead'
import { DecisionBar } from '../../desk/decision-bar'
import { cardholderOf } from '../../desk/decision-words'
import { KeysFrame } from '../../desk/keys-frame'
import { Comparison } from '../../desk/look/comparison'
import { LookTools } from '../../desk/look/look-tools'
import { Tray } from '../../desk/tray'
import { useReview } from '../../desk/use-review'
import { errorWords } from '../../session/error-words'
import { formatSearch, type PhotoSearch } from '../../photos/photo-search'
import { useLastError } from '../../photos/use-last-error'
import { useNeighbours, type Position } from '../../photos/use-neighbours'
import type { PhotoList } from '../../photos/use-page-list'
import { photoAt } from '../../photos/photo-rows'
import { positionText } from '../list/range-words'
import { PaneFacts } from './pane-facts'
import { reviewParts } from './review-parts'

/**
 * One photo beside the list, drawn from its row without a request, and decided there; where it is not on the page, Get a
 * Photo is asked.
 */
export function PhotoPane({
  id,
  list,
  search,
  organization,
  onGo,
  onEnd,
  onClose,
}: {
  id: number
  list: PhotoList
  search: PhotoSearch
  organization: Organization | null
  onGo: (target: { photo: number; page: number }) => void
  /** No photo follows that still waits. */
  onEnd: () => void
  onClose: () => void
}) {
  const row = list.isCurrent ? photoAt(list.rows, list.rows.indexOf(id)) : null
  // The page is still being read: only then is it known whether the photo is on it.
  const isRowComing = !list.isCurrent && !list.reading.isError
  const neighbours = useNeighbours(search, list, id, onGo, onEnd)
  const position = positionText(neighbours.position, list.total?.total ?? null)
  const heading = useRef<HTMLHeadingElement>(null)
  const detail = useQuery({ ...photoQuery(id), enabled: row === null && !isRowComing })
  const failure = useLastError(detail)
  const photo = row ?? detail.data?.photo ?? null
  const review = useReview(id, photo, {
    address: paths.photos(formatSearch({ ...search, photo: id })),
    heading,
    goOn: neighbours.goOn,
    next: neighbours.next.go,
    previous: neighbours.previous.go,
    close: onClose,
  })
  const { deciding, look, onKeyDown } = review
  useDecodeAhead(neighbours.upcoming)
  const pagePath = paths.photo(id, formatSearch({ ...search, photo: null }))
  const known = useMemo(
    () => photo && { photo, detail: detail.data, organization, pagePath },
    [photo, detail.data, organization, pagePath],
  )
  // The photo comes first; what is said of it stands a frame behind.
  const facts = useDeferredValue(known, null)

  // Whoever opens a photo reviews it: its keys work from here on.
  // A page that was loaded with it leaves the focus where the browser puts it.
  const isOpened = useRef(useLocation().key !== 'default')
  useEffect(() => {
    if (isOpened.current) heading.current?.focus({ preventScroll: true })
  }, [])

  const place = photo ? placeWords(neighbours.position, position, altText(photo)) : 'Loading the photo…'
  const { picture, form, words, heard, previous, next } = reviewParts(
    photo,
    photo ? altText(photo) : '',
    review,
    neighbours,
    {
      organization,
      detail: detail.data,
    },
  )
  const decide = (
    <div className="pane-decide">
      {words}
      <DecisionBar deciding={deciding} />
    </div>
  )
  // On the line of the pages bar, so that it neither pushes nor covers.
  const tray = <Tray className="pane-tray h-12 shrink-0 border-t border-line bg-canvas" />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      // A click on what takes no focus leaves it here; Safari gives none to buttons.
      tabIndex={-1}
      onKeyDown={onKeyDown}
      aria-label="Photo details"
      aria-busy={photo === null && (isRowComing || detail.isFetching)}
      className="pane appear relative print:hidden! min-h-0 w-full border-line bg-surface outline-none min-[75rem]:absolute min-[75rem]:inset-y-0 min-[75rem]:right-0 min-[75rem]:w-(--pane) min-[75rem]:border-l"
    >
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {photo ? altText(photo) : `Photo ${id}`}
      </h2>
      <KeysFrame />
      <div className="pane-well relative flex flex-col bg-well pt-3 pb-1">
        <span className="absolute top-3 left-2 z-1 text-xs text-text-2">
          {position}
          {look.isOriginal && <strong className="block font-semibold text-text">Original</strong>}
        </span>
        <div className="absolute top-2 right-2 z-1">
          <Button look="icon" aria-label="Close" onClick={onClose} className="h-11 w-11">
            <Icon name="close" />
          </Button>
        </div>
        <div className="mx-14 min-h-0 flex-1">{!look.isComparing && picture}</div>
        {photo && (
          <LookTools
            look={look}
            hasOriginal={photo.original !== null}
            className="mt-1 flex-wrap justify-center gap-x-3"
          />
        )}
        <div className="absolute top-1/2 left-1 z-1 -translate-y-1/2">{previous}</div>
        <div className="absolute top-1/2 right-1 z-1 -translate-y-1/2">{next}</div>
      </div>
      {!look.isComparing && heard(place)}
      {photo ? (
        <>
          <div className="pane-facts overflow-y-auto">
            {(!look.isComparing && form) || <PaneFacts facts={facts} />}
          </div>
          {!look.isComparing && decide}
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
      {photo && (
        <Comparison
          photo={photo}
          title={altText(photo)}
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
    </section>
  )
}

function Place({ children }: { children: ReactNode }) {
  return <div className="pane-facts flex overflow-y-auto">{children}</div>
}

/** "Photo 3 of 412: Photo of …"; where it has no place, its own words alone. */
function placeWords(position: Position | null, text: string, alt: string): string {
  if (position === null) return alt
  return position === 'decided' ? `${text}: ${alt}` : `Photo ${text}: ${alt}`
}

const altText = (photo: Photo) => `Photo of ${cardholderOf(photo)}`
