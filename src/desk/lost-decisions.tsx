import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import { photoQuery } from '../cloudcard/photos-query'
import type { Photo } from '../cloudcard/photo'
import type { Denial } from '../cloudcard/update-photo'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useStore } from '../base/store'
import { paths } from '../base/paths'
import { clockTime, shortTime } from '../fields/time'
import { useSession } from '../session/session'
import { decisionVerbs } from './decision-verbs'
import { recordArrived } from './arrived'
import { cardholderOf, nowWords } from './decision-words'
import { draftOf, isGiven, keepDraft } from './denials'
import { findLostDecisions, lostDecisions, strikeOut, type LostDecision } from './journal'
import { forgetWordsOf, restoredWordsOf } from './kept-words'
import { useReviewDesk } from './review-desk'

/** A lost decision, the photo as it is now (null where it could not be looked at), and what was to be said of a denial. */
type Looked = { lost: LostDecision; photo: Photo | null; denial: Denial | null }

const isUnchanged = ({ lost, photo }: Looked): boolean =>
  photo !== null && photo.version === lost.version && photo.status !== lost.verdict

/**
 * Decisions that were held when their tab was closed, crashed or lost its power: found again by the same person, and asked
 * about. Nothing of them is sent unasked.
 */
export function LostDecisions() {
  const { signedIn, person } = useSession()
  const lost = useStore(lostDecisions)
  const [isOpen, setIsOpen] = useState(false)
  const username = signedIn === null ? '' : (person?.username ?? '')
  // Whatever is taken over is kept in the journal of the desk.
  useReviewDesk()
  // What the browser keeps is outside React.
  useEffect(() => void findLostDecisions(username), [username])
  const looked = useLookedAt(signedIn === null ? none : lost)
  if (signedIn === null || looked.length === 0) return null
  if (isOpen) return <LostDialog looked={looked} onClose={() => setIsOpen(false)} />
  return (
    <div className="appear fixed inset-x-2 bottom-14 z-40 flex flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-dialog border border-line-2 bg-surface px-3 py-1 shadow-dialog sm:inset-x-auto sm:left-1/2 sm:-translate-x-1/2">
      <p role="status">
        {looked.length === 1
          ? "One of your decisions wasn't sent before Loupe was closed."
          : `${looked.length.toLocaleString('en')} of your decisions weren't sent before Loupe was closed.`}
      </p>
      <Button onClick={() => setIsOpen(true)}>Review</Button>
    </div>
  )
}

const none: readonly LostDecision[] = []
/** Each is read; the others come up when these are answered for. */
const mostAtOnce = 100

/** Those that have arrived after all are recorded, and not asked about. */
function useLookedAt(lost: readonly LostDecision[]): readonly Looked[] {
  const client = useQueryClient()
  const [looked, setLooked] = useState<readonly Looked[]>([])
  useEffect(() => {
    let isOver = false
    const look = async (each: LostDecision): Promise<Looked> => {
      const query = { ...photoQuery(each.photo), staleTime: 0 }
      const detail = await client.fetchQuery(query).catch(() => null)
      const denial = await restoredWordsOf(each.photo)
      return { lost: each, photo: detail?.photo ?? null, denial }
    }
    const lookAtAll = async () => {
      const all = await Promise.all(lost.slice(0, mostAtOnce).map(look))
      if (isOver) return
      const arrived = all.filter(({ lost, photo }) => photo?.status === lost.verdict)
      for (const { lost, photo, denial } of arrived) if (photo) recordArrived(lost, photo, denial)
      if (arrived.length > 0) answerFor(arrived)
      else setLooked(all)
    }
    void lookAtAll()
    return () => {
      isOver = true
    }
  }, [client, lost])
  return looked.filter((each) => lost.includes(each.lost))
}

function answerFor(looked: readonly Looked[]): void {
  const photos = new Set(looked.map(({ lost }) => lost.photo))
  strikeOut(photos)
  forgetWordsOf(photos)
}

function LostDialog({ looked, onClose }: { looked: readonly Looked[]; onClose: () => void }) {
  const desk = useReviewDesk()
  const toApprove = looked.filter((each) => each.lost.verdict === 'APPROVED' && isUnchanged(each))
  const count = toApprove.length
  return (
    <Dialog title="Decisions that weren't sent" onClose={onClose}>
      <p className="text-text-2">
        Loupe was closed before it could send them, so CloudCard and the cardholders don&rsquo;t know of them.
      </p>
      <ul className="my-3 grid max-h-[50dvh] gap-2 overflow-y-auto">
        {looked.map((each) => (
          <li key={each.lost.photo} className="wrap-anywhere">
            <Link
              to={paths.photo(each.lost.photo)}
              onClick={() => {
                if (each.denial && !isGiven(draftOf(each.lost.photo))) keepDraft(each.lost.photo, each.denial)
                onClose()
              }}
              className="text-accent"
            >
              {decisionVerbs[each.lost.verdict].does}{' '}
              {each.photo ? cardholderOf(each.photo) : `photo ${each.lost.photo}`}
            </Link>
            , decided {timeWords(each.lost.at)}
            <span className="block text-xs text-text-2">{whatNow(each)}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {count > 0 && (
          <Button
            look="filled"
            onClick={() => {
              onClose()
              for (const { lost, photo } of toApprove)
                if (photo) desk.decide(photo, { status: 'APPROVED' }, paths.photo(lost.photo))
              answerFor(toApprove)
            }}
          >
            {count === 1 ? 'Approve it now' : `Approve ${count.toLocaleString('en')} photos now`}
          </Button>
        )}
        <Button
          onClick={() => {
            onClose()
            answerFor(looked)
          }}
        >
          {count > 0 ? "Don't send" : 'OK'}
        </Button>
      </div>
    </Dialog>
  )
}

function whatNow(each: Looked): string {
  const { lost, photo } = each
  if (photo === null) return 'The photo could not be loaded. Open it to see how it is.'
  if (!isUnchanged(each)) {
    return `Changed since: it ${nowWords({ status: photo.status, version: photo.version, changedAt: photo.lastUpdated })}.`
  }
  if (lost.verdict === 'APPROVED') return 'Not changed since: it can be sent now.'
  return each.denial
    ? 'Not changed since. Open the photo to deny it: its reasons and note are in the form.'
    : 'Its reasons and note were not kept. Open the photo to deny it again.'
}

/** "at 10:42", with its day where that is another one. */
function timeWords(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? `at ${clockTime(at)}` : shortTime(at)
}
