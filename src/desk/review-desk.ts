import { replaceEqualDeep, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { isApiError, unconfirmed } from '../cloudcard/api-error'
import { learnPhoto, replacePhoto } from '../cloudcard/known-photos'
import { keepDetail, readPhoto } from '../cloudcard/photos-query'
import type { Photo } from '../cloudcard/photo'
import { updatePhoto } from '../cloudcard/update-photo'
import { isRefusedForAll, noteRefused, updateFor, verdictOf } from './verdicts/verdicts'
import { browserClock, wallTimeOf } from '../base/clock'
import { livesFor } from '../base/lifetimes'
import { getSession } from '../session/session'
import { getSettings } from '../session/settings'
import { cardholderOf, outcomeWords } from './ledger/decision-words'
import {
  decisions,
  hasArrived,
  madeDecisions,
  tellDecisionsChanged,
  undoWanted,
  type MadeDecision,
} from './ledger/decided'
import type { HeldDecision, Outcome, PhotoNow } from './ledger/held-decision'
import { followSession, unsentWords } from './ledger/desk-session'
import { keepJournal } from './ledger/journal'
import { keepRecord } from './ledger/kept-record'
import { createLedger, type Ledger } from './ledger/ledger'
import { openRepairer } from './open-repairer'
import type { Repairer } from './repair/repairer'
import { isBeingReplaced } from './repair/repairs'
import { say } from '../ui/notice'
import { letGo } from './selection'

let desk: ReturnType<typeof openDesk> | null = null
livesFor('document', () => {
  desk?.close()
  desk = null
})

/** The one ledger of this page, connected with CloudCard, the session and the browser. */
export function useReviewDesk(): Ledger {
  return deskOf(useQueryClient()).ledger
}

/** What asks CloudCard to turn, crop and clean photos. */
export function useRepairer(): Repairer {
  return deskOf(useQueryClient()).repairer
}

function deskOf(client: QueryClient) {
  if (desk?.client !== client) {
    desk?.close()
    desk = openDesk(client)
  }
  return desk
}

function openDesk(client: QueryClient) {
  async function readAnew(id: number): Promise<Photo> {
    const detail = await readPhoto(id)
    // A page that is locked sends what is left, and keeps nothing of what it reads for that.
    if (getSession().signedIn !== null) keepDetail(client, detail)
    return detail.photo
  }

  async function read(id: number): Promise<PhotoNow> {
    const { status, version, lastUpdated: changedAt, picture } = await readAnew(id)
    return { status, version, changedAt, picture }
  }

  /** The answer says hardly anything: what else has changed is read. And whoever said that it was done may not have done it. */
  async function lookAfterwards(over: HeldDecision, made: MadeDecision) {
    const { photo, version, decision } = over
    const now = await readAnew(photo.id).catch(() => null)
    if (now === null || now.status !== photo.status || now.version !== version) return
    // That it was done was put into the lists, as newer than this.
    if (getSession().signedIn !== null) replacePhoto(client, photo.id, now)
    const outcome = { kind: 'refused', error: unconfirmed() } as const
    madeDecisions.set(madeDecisions.get().map((each) => (each === made ? { ...made, outcome } : each)))
    ledger.doubt(over, outcome.error)
    say(`${cardholderOf(photo)}: ${outcomeWords(decision, outcome)}`)
  }

  const ledger = createLedger({
    clock: browserClock,
    holdMs: () => Number(getSettings().hold) * 1000,
    isBlocked: isBeingReplaced,
    decisions,
    read,
    update: (id, decision, version, isLeaving) =>
      updatePhoto(id, updateFor(decision), version, { isLeaving }),
    onChange: tellDecisionsChanged,
    onEnd(over, outcome) {
      const { photo, decision, policy } = over
      const made = madeOf(over, outcome)
      madeDecisions.set([...madeDecisions.get(), made])
      if (hasArrived(outcome)) {
        learnPhoto(client, { ...photo, status: decision.status, version: outcome.version })
        letGo(photo.id)
        if (policy.isReadAfter) void lookAfterwards(over, made)
      }
      if (outcome.kind === 'refused' && isRefusedForAll(decision, outcome.error)) {
        noteRefused(verdictOf(decision))
        // The others would be refused as well.
        if (!policy.standsAlone) {
          ledger.stop(over.key)
          say(`${outcomeWords(decision, outcome)}.`)
        }
      }
      if (policy.standsAlone && outcome.kind !== 'undone') {
        say(`${cardholderOf(photo)}: ${outcomeWords(decision, outcome)}`)
      }
    },
  })
  const { repairer, close: closeRepairer } = openRepairer(client, readAnew)
  const closing = [
    undoWanted.subscribe(() => {
      const key = undoWanted.get()
      if (key !== null) ledger.undo(key)
    }),
    followSession(ledger),
    followBrowser(ledger),
    keepJournal(),
    keepRecord(),
    closeRepairer,
  ]
  return { client, ledger, repairer, close: () => closing.forEach((close) => close()) }
}

function madeOf({ key, photo, decision, decidedAt }: HeldDecision, outcome: Outcome): MadeDecision {
  return {
    key,
    photoId: photo.id,
    from: photo.status,
    cardholder: cardholderOf(photo),
    identifier: photo.cardholder.identifier,
    // Thousands are denied for the same reasons, or just approved: kept once.
    decision: replaceEqualDeep(madeDecisions.get().at(-1)?.decision, decision),
    decidedAt: wallTimeOf(decidedAt),
    outcome,
    endedAt: browserClock.now(),
  }
}

/** Whether a sign-on in front of Loupe keeps something from being sent. */
function isSignOnAwaited(): boolean {
  return [...decisions.open.values()].some(
    ({ state }) => state.kind === 'waiting' && isApiError(state.error) && state.error.kind === 'intercepted',
  )
}

function followBrowser(ledger: Ledger): () => void {
  const closing = new AbortController()
  const { signal } = closing
  window.addEventListener('online', ledger.retry, { signal })
  // Whoever comes back may have signed in there.
  window.addEventListener('focus', () => isSignOnAwaited() && ledger.retry(), { signal })
  window.addEventListener('pagehide', ledger.leave, { signal })
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const unsent = unsentWords()
    if (unsent.length === 0) return
    // The browser's own words cannot name them; they stand in the status line behind its question.
    say(`Not sent yet: ${unsent.join(', ')}`)
    event.preventDefault()
  }
  window.addEventListener('beforeunload', onBeforeUnload, { signal })
  return () => closing.abort()
}
