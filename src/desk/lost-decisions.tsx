import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from '../ui/link'
import { photoQuery } from '../cloudcard/photos-query'
import type { Photo } from '../cloudcard/photo'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useStore } from '../base/store'
import { paths } from '../base/paths'
import { clockTime, shortTime } from '../fields/kinds/time'
import { useSession } from '../session/session'
import { plainDecision, verbsOf, verdictOf, verdicts, type Decision } from './verdicts/verdicts'
import { recordArrived } from './ledger/arrived'
import { counted } from '../base/words'
import { cardholderOf, nowWords } from './ledger/decision-words'
import { draftOf, keepDraft } from './verdicts/drafts'
import { findLostDecisions, lostDecisions, strikeOut, type LostDecision } from './ledger/journal'
import { restoredWordsOf } from './ledger/kept-record'
import { useReviewDesk } from './review-desk'

/** A lost decision, the photo as it is now (null where it could not be looked at), and the decision with what was given. */
type Looked = { lost: LostDecision; photo: Photo | null; given: Decision | null }

const isUnchanged = ({ lost, photo }: Looked): boolean =>
  photo !== null && photo.version === lost.version && !isMade(lost, photo)

const isMade = (lost: LostDecision, photo: Photo | null): boolean => photo?.status === verdictOf(lost).to

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
  const looked = useLookedUp(signedIn === null ? none : lost)
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
function useLookedUp(lost: readonly LostDecision[]): readonly Looked[] {
  const client = useQueryClient()
  const [looked, setLooked] = useState<readonly Looked[]>([])
  useEffect(() => {
    let isOver = false
    const look = async (each: LostDecision): Promise<Looked> => {
      const query = { ...photoQuery(each.photo), staleTime: 0 }
      const detail = await client.fetchQuery(query).catch(() => null)
      const given = await restoredWordsOf(each.photo)
      return { lost: each, photo: detail?.photo ?? null, given }
    }
    const lookAtAll = async () => {
      const all = await Promise.all(lost.slice(0, mostAtOnce).map(look))
      if (isOver) return
      const arrived = all.filter(({ lost, photo }) => isMade(lost, photo))
      for (const { lost, photo, given } of arrived) if (photo) recordArrived(lost, photo, given)
      if (arrived.length > 0) answerFor(arrived)
      else setLooked(all)
    }
    void lookAtAll()
    return () => void (isOver = true)
  }, [client, lost])
  return looked.filter((each) => lost.includes(each.lost))
}

const answerFor = (looked: readonly Looked[]) => strikeOut(new Set(looked.map(({ lost }) => lost.photo)))

function LostDialog({ looked, onClose }: { looked: readonly Looked[]; onClose: () => void }) {
  const desk = useReviewDesk()
  const toSend = verdicts.flatMap((verdict) => {
    const unchanged = looked.filter((each) => each.lost.verdict === verdict.name && isUnchanged(each))
    const decision = plainDecision(verdict)
    return decision && unchanged.length > 0 ? [{ verdict, decision, unchanged }] : []
  })
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
                const { lost, given } = each
                if (given && !draftOf(lost.verdict, lost.photo)) keepDraft(lost.photo, given)
                onClose()
              }}
              className="text-accent"
            >
              {verbsOf(each.lost).does} {each.photo ? cardholderOf(each.photo) : `photo ${each.lost.photo}`}
            </Link>
            , decided {timeWords(each.lost.at)}
            <span className="block text-xs text-text-2">{whatNow(each)}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {toSend.map(({ verdict, decision, unchanged }) => (
          <Button
            key={verdict.name}
            look="filled"
            onClick={() => {
              onClose()
              for (const { photo } of unchanged)
                if (photo) desk.decide(photo, decision, paths.photo(photo.id))
              answerFor(unchanged)
            }}
          >
            {verdict.words.does} {unchanged.length === 1 ? 'it' : counted(unchanged.length, 'photo')} now
          </Button>
        ))}
        <Button
          onClick={() => {
            onClose()
            answerFor(looked)
          }}
        >
          {toSend.length > 0 ? "Don't send" : 'OK'}
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
  const { form } = verdictOf(lost)
  if (!form) return 'Not changed since: it can be sent now.'
  return each.given ? `Not changed since. ${form.lostWords.known}` : form.lostWords.unknown
}

/** "at 10:42", with its day where that is another one. */
function timeWords(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? `at ${clockTime(at)}` : shortTime(at)
}
