import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Link } from 'react-router-dom'
import type { Photo } from '../../api/photo'
import type { Organization } from '../../api/organization'
import { photoQuery } from '../../api/photos-query'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { Icon } from '../../components/icon'
import { Message } from '../../components/message'
import { paths } from '../../paths'
import { isApiError } from '../../api/api-error'
import { errorWords } from '../../session/error-words'
import { LargePicture } from '../../photo/picture/large-picture'
import { PhotoFacts } from './photo-facts'
import { formatSearch, type PhotoSearch } from '../photo-search'
import { ScoreText } from '../../photo/score-text'
import { StepButton } from './step-button'
import { useDecodeAhead } from '../../photo/picture/use-decode-ahead'
import { useLastError } from '../use-last-error'
import type { Neighbours } from '../use-neighbours'

/** From this width on the pane stands beside the list; below it takes its place. */
const besideTheList = '(min-width: 75rem)'

/**
 * One photo beside the list, drawn from its row without a request.
 *
 * @param row undefined when the photo is not on the page: then Get a Photo is asked
 */
export function PhotoPane({
  id,
  row,
  isRowComing,
  search,
  organization,
  neighbours,
  positionText,
  onClose,
}: {
  id: number
  row: Photo | undefined
  /** The page is still being read: only then is it known whether the photo is on it. */
  isRowComing: boolean
  search: PhotoSearch
  organization: Organization | null
  neighbours: Neighbours
  positionText: string
  onClose: () => void
}) {
  const region = useRef<HTMLElement>(null)
  const detail = useQuery({ ...photoQuery(id), enabled: row === undefined && !isRowComing })
  const failure = useLastError(detail)
  const photo = row ?? detail.data?.photo
  useDecodeAhead(neighbours.upcoming)

  // Where the pane takes the place of the list, the row that had the focus is gone.
  useEffect(() => {
    if (!window.matchMedia(besideTheList).matches) region.current?.focus()
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'ArrowRight') neighbours.next.go()
    else if (event.key === 'ArrowLeft') neighbours.previous.go()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      onKeyDown={onKeyDown}
      ref={region}
      tabIndex={-1}
      aria-label="Photo details"
      aria-busy={photo === undefined && (isRowComing || detail.isFetching)}
      className="appear flex min-h-0 w-full flex-col overflow-y-auto border-line bg-surface outline-offset-[-2px] min-[75rem]:w-[25rem] min-[75rem]:border-l min-[105rem]:w-[30rem]"
    >
      <div className="relative h-[max(15rem,calc(100dvh-24.5rem))] shrink-0 bg-well py-3">
        <span className="absolute top-3 left-4 z-1 text-xs text-text-2">
          {neighbours.notice || positionText}
        </span>
        <div className="absolute top-2 right-2 z-1">
          <Button look="icon" aria-label="Close" onClick={onClose} className="h-11 w-11">
            <Icon name="close" />
          </Button>
        </div>
        <div className="picture-well mx-14 h-full">
          {photo && <LargePicture picture={photo.picture} alt={altText(photo)} />}
        </div>
        <div className="absolute top-1/2 left-1 z-1 -translate-y-1/2">
          <StepButton direction="previous" step={neighbours.previous} />
        </div>
        <div className="absolute top-1/2 right-1 z-1 -translate-y-1/2">
          <StepButton direction="next" step={neighbours.next} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {neighbours.notice || (photo ? `Photo ${positionText}: ${altText(photo)}` : 'Reading the photo…')}
      </p>
      {photo ? (
        <>
          <div className="flex min-h-11 items-center justify-between gap-2 px-4 pt-2">
            <ScoreText score={photo.score} thresholds={organization} size="pane" />
            <Link
              to={paths.photo(id, formatSearch({ ...search, photo: null }))}
              className="flex min-h-8 items-center gap-1 rounded-row text-accent"
            >
              Open photo page
              <Icon name="next" className="size-3.5" />
            </Link>
          </div>
          <div className="px-4 pb-4">
            <PhotoFacts photo={photo} detail={detail.data} organization={organization} />
          </div>
        </>
      ) : failure ? (
        isApiError(failure) && failure.kind === 'not-found' ? (
          <Message title={`Photo ${id} is not there`}>It may have been replaced or removed.</Message>
        ) : (
          <Failure
            title="The photo could not be read"
            words={errorWords(failure)}
            isTrying={detail.isFetching}
            onRetry={() => void detail.refetch()}
          />
        )
      ) : (
        <p className="p-4 text-text-2">Reading the photo…</p>
      )}
    </section>
  )
}

/** Lists carry no names: the e-mail says whose photo it is. */
function altText(photo: Photo): string {
  return `Photo of ${photo.cardholder.email || photo.cardholder.username || `photo ${photo.id}`}`
}
