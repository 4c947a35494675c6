import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useState } from 'react'
import { createStore, useStore } from '../../base/store'
import { counted } from '../../base/words'
import { isApiError } from '../../cloudcard/api-error'
import { knownPhoto } from '../../cloudcard/known-photos'
import { personQuery, wholeNameOf } from '../../cloudcard/person'
import type { Photo } from '../../cloudcard/photo'
import { photoQuery } from '../../cloudcard/photos-query'
import { madeDecisions } from '../../desk/ledger/decided'
import { hasReasons, madeHereWords, ReasonsFact, useMadeHere } from '../../desk/reasons-fact'
import { Fact, Facts } from '../../fields/facts'
import { fullTime, isoTime } from '../../fields/kinds/time'
import { StatusMark } from '../../fields/status'
import { useListable } from '../../photos/listable'
import { photoAddress } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import { isSamePerson, otherPhotosOf } from '../../photos/this-person'
import { useLastError } from '../../photos/use-last-error'
import { restReading } from '../../photos/whole/rest-reading'
import { Thumbnail } from '../../picture/thumbnail'
import { usePicture } from '../../picture/use-picture'
import { errorWords } from '../../session/error-words'
import { Button } from '../../ui/button'
import { RetryButton } from '../../ui/failure'
import { Link } from '../../ui/link'
import { RestLine } from './rest-line'

/** So many are drawn: an address that many share is nobody's. */
const mostPhotos = 100

/** CloudCard has said once that this account may not look for people: it is not asked again. */
const isLookUpRefused = createStore(false, 'read')

/** The other photos of the person on the open one. Folded in, it costs nothing when one goes on to the next photo. */
export function ThisPerson({ photo }: { photo: Photo }) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <section aria-label="This person" className="min-w-0">
      <Button
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Hide other photos' : 'Other photos of this person'}
      </Button>
      {isOpen && (
        <div ref={bringIntoSight} id={id} className="mt-3 grid gap-3">
          <PersonPhotos photo={photo} />
        </div>
      )}
    </section>
  )
}

/** Beside the list it opens below the edge of what can be seen. */
const bringIntoSight = (opened: Element | null) =>
  opened?.closest('section')?.scrollIntoView({ block: 'nearest' })

function PersonPhotos({ photo }: { photo: Photo }) {
  const client = useQueryClient()
  const current = useCurrentPhoto(photo)
  const { phase, statuses } = useStore(restReading)
  const made = useStore(madeDecisions)
  const listable = useListable(true)
  // It goes through everything that was read: only when there is a whole status more, or something was decided.
  const others = useMemo(
    () => otherPhotosOf(client, photo),
    // oxlint-disable-next-line react/exhaustive-deps
    [client, photo, current.photo, phase, statuses, made],
  )
  const isAnyone = photo.cardholder.id !== null || photo.cardholder.email || photo.cardholder.identifier
  if (!isAnyone) return <p>CloudCard doesn't say whose photo this is, so no other photos can be found.</p>
  return (
    <>
      <p role="status">
        {others.length === 0
          ? 'No other photo of this person among those that were loaded.'
          : `${counted(others.length, 'other photo')} of this person among those that were loaded.`}
      </p>
      {current.id === photo.id && <p>This photo is the current one.</p>}
      {current.words && (
        <p className="flex flex-wrap items-center gap-2">
          {current.words}
          {current.failure && <RetryButton {...current.failure} />}
        </p>
      )}
      {others.length > 0 && (
        <ul className="grid gap-3">
          {others.slice(0, mostPhotos).map((other) => (
            <li key={other.id}>
              <OtherPhoto photo={other} isCurrent={other.id === current.id} />
            </li>
          ))}
        </ul>
      )}
      {others.length > mostPhotos && <p>Only the newest {mostPhotos} are shown.</p>}
      <RestLine listable={listable} />
    </>
  )
}

function OtherPhoto({ photo, isCurrent }: { photo: Photo; isCurrent: boolean }) {
  const { dateCreated, status } = photo
  const search = useListSearch()
  const { problem } = usePicture(photo.picture)
  const made = useMadeHere(photo)
  const botAction = useQuery({ ...photoQuery(photo.id), enabled: false }).data?.helperBotAction ?? ''
  const decided = made ? madeHereWords(made) : botWords(photo, botAction)
  const isToldBelow = made !== null && hasReasons(photo)
  return (
    <>
      <Link
        to={photoAddress(photo.id, search)}
        className="flex items-center gap-3 rounded-row text-accent hover:bg-hover"
      >
        <span className="h-16 w-12 shrink-0">
          <Thumbnail picture={photo.picture} isLazy />
        </span>
        <span className="grid min-w-0">
          <StatusMark status={status} />
          {dateCreated === null ? (
            <span>Photo {photo.id}, date not known</span>
          ) : (
            <time dateTime={isoTime(dateCreated)}>{fullTime(dateCreated)}</time>
          )}
          {isCurrent && <span className="text-text-2">Current photo</span>}
        </span>
      </Link>
      <Facts>
        {problem && <Fact name="Picture">{problem.short}</Fact>}
        {decided && !isToldBelow && <Fact name="Decided">{decided}</Fact>}
        <ReasonsFact photo={photo} whole={undefined} />
      </Facts>
    </>
  )
}

/** The status alone is trusted: an action of the bot that says something else was not the last one. */
function botWords({ status, isDecidedAutomatically }: Photo, action: string): string | null {
  if (status === 'PENDING') return null
  if (status === 'DENIED')
    return isDecidedAutomatically || /deny|denied/i.test(action) ? 'Denied by the bot' : null
  if (status === 'APPROVED')
    return isDecidedAutomatically || /approve/i.test(action) ? 'Approved by the bot' : null
  return isDecidedAutomatically ? 'Decided by the bot' : null
}

/** What CloudCard names as the current photo of a person, read where it was not known yet. */
function useCurrentPhoto(photo: Photo) {
  const client = useQueryClient()
  const { cardholder } = photo
  const isRefused = useStore(isLookUpRefused)
  const whole = wholeNameOf(cardholder.identifier) ?? wholeNameOf(cardholder.email)
  const person = useQuery({
    ...personQuery(whole?.findBy ?? 'identifier', whole?.value ?? ''),
    enabled: whole !== null && !isRefused,
  })
  const named = person.data ?? null
  const isToRead = named !== null && named !== photo.id && !knownPhoto(client, named)
  const detail = useQuery({ ...photoQuery(named ?? 0), enabled: isToRead })
  const read = detail.data?.photo ?? null
  // A number that leads to somebody else is none.
  const id = read && !isSamePerson(read, photo) ? null : named
  const failed = person.isError ? person : detail
  const error = useLastError(failed)
  const isForbidden = isApiError(person.error) && person.error.kind === 'forbidden'
  useEffect(() => {
    if (isForbidden) isLookUpRefused.set(true)
  }, [isForbidden])
  const isGone = isApiError(error) && error.kind === 'not-found'
  const canTry = !isRefused && !isForbidden && !isGone
  return {
    id,
    photo: read,
    words: wordsOf(),
    failure: canTry &&
      error && {
        words: errorWords(error),
        isTrying: failed.isFetching,
        onRetry: () => void failed.refetch(),
      },
  }

  function wordsOf(): string | null {
    if (isRefused || isForbidden)
      return "CloudCard doesn't let your account look up people, so their current photo is only shown if it was loaded."
    if (error && !isGone) return `The current photo could not be looked up. ${errorWords(error).text}`
    if (person.isPending && whole) return 'Looking up the current photo…'
    return id === null || isGone ? "CloudCard doesn't say which photo is the current one." : null
  }
}
