import { replaceEqualDeep, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { isApiError, unconfirmed } from '../cloudcard/api-error'
import { photoQuery, readPhoto, withKnownOrganization } from '../cloudcard/photos-query'
import type { Photo } from '../cloudcard/photo'
import { updatePhoto, type Decision } from '../cloudcard/update-photo'
import { browserClock, wallTimeOf } from '../base/clock'
import { getSession } from '../session/session'
import { getSettings } from '../session/settings'
import { createDecisionMachine, type DecisionMachine } from './decision-machine'
import { cardholderOf, outcomeWords } from './decision-words'
import { canUndoBulk, type Bulk } from './bulk/bulk'
import { createBulkMachine, type BulkMachine } from './bulk/bulk-machine'
import {
  bulkDecision,
  heldDecisions,
  madeDecisions,
  setTogether,
  setUndo,
  type MadeDecision,
} from './decided'
import { tellPhotoChanged } from './photo-changes'
import { canUndo, type HeldDecision, type Outcome, type PhotoNow } from './held-decision'
import { followSession } from './desk-session'
import { keepJournal } from './journal'
import { keepRecord } from './kept-record'
import { say } from '../ui/notice'
import { unsentWords } from './unsent-words'
import { letGo, renewSelected } from './selection'

export type ReviewDesk = DecisionMachine & { bulk: BulkMachine }
/** What was taken back. */
export type Undone = { kind: 'one'; held: HeldDecision } | { kind: 'many'; bulk: Bulk }

type Desk = { client: QueryClient; machine: ReviewDesk; close: () => void }
let desk: Desk | null = null

/** The one machine of this page, connected with CloudCard, the session and the browser. */
export function useReviewDesk(): ReviewDesk {
  return deskOf(useQueryClient())
}

function deskOf(client: QueryClient): ReviewDesk {
  if (desk?.client !== client) {
    desk?.close()
    desk = openDesk(client)
  }
  return desk.machine
}

function openDesk(client: QueryClient): Desk {
  async function read(id: number): Promise<PhotoNow> {
    const detail = await readPhoto(id)
    const { photo } = detail
    // A page that is locked sends what is left, and keeps nothing of what it reads for that.
    if (getSession().signedIn !== null) {
      client.setQueryData(photoQuery(id).queryKey, withKnownOrganization(client, detail))
      tellPhotoChanged(photo)
      renewSelected([photo])
    }
    return {
      status: photo.status,
      version: photo.version,
      changedAt: photo.lastUpdated,
      picture: photo.picture,
    }
  }

  /** The answer says hardly anything: what else has changed is read. And whoever said that it was done may not have done it. */
  async function lookAfterwards(over: HeldDecision, made: MadeDecision) {
    const { photo, version, decision } = over
    const now = await read(photo.id).catch(() => null)
    if (now === null || now.status !== photo.status || now.version !== version) return
    const outcome = { kind: 'refused', error: unconfirmed() } as const
    madeDecisions.set(madeDecisions.get().map((each) => (each === made ? { ...made, outcome } : each)))
    single.doubt(over, outcome.error)
    say(`${cardholderOf(photo)}: ${outcomeWords(decision, outcome)}`)
  }

  const shared = {
    clock: browserClock,
    holdMs: () => Number(getSettings().hold) * 1000,
    read,
    update: (id: number, decision: Decision, version: number | null, isLeaving: boolean) =>
      updatePhoto(id, decision, version, { isLeaving }),
  }
  const bulk = createBulkMachine({
    ...shared,
    isTaken: (id) =>
      heldDecisions.get().some(({ photo, state }) => photo.id === id && state.kind !== 'refused'),
    onChange: (next) => bulkDecision.set(next),
    onEnd(decision, outcome) {
      madeDecisions.set([...madeDecisions.get(), madeOf(decision, outcome)])
      if (outcome.kind !== 'sent') return
      // Not read again, as a single one is: that would be as many requests once more.
      showDecided(client, decision, outcome)
      letGo(decision.photo.id)
    },
  })
  setTogether(bulk)
  const single = createDecisionMachine({
    ...shared,
    isTaken: (id) => bulk.of(id) !== null,
    onChange: (held) => heldDecisions.set(held),
    onEnd(decision, outcome) {
      const made = madeOf(decision, outcome)
      madeDecisions.set([...madeDecisions.get(), made])
      if (outcome.kind === 'sent' || outcome.kind === 'too-late') {
        showDecided(client, decision, outcome)
        letGo(decision.photo.id)
        void lookAfterwards(decision, made)
      }
      if (outcome.kind !== 'undone') {
        say(`${cardholderOf(decision.photo)}: ${outcomeWords(decision.decision, outcome)}`)
      }
    },
  })
  const machine = { ...single, bulk }
  setUndo((key) => void machine.undo(key))
  const closing = [followSession(machine), followBrowser(machine), keepJournal(), keepRecord()]
  return { client, machine, close: () => closing.forEach((close) => close()) }
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

function showDecided(
  client: QueryClient,
  { photo, decision }: HeldDecision,
  outcome: Extract<Outcome, { version: unknown }>,
): void {
  const changed: Photo = { ...photo, status: decision.status, version: outcome.version }
  client.setQueryData(photoQuery(photo.id).queryKey, (detail) => detail && { ...detail, photo: changed })
  tellPhotoChanged(changed)
}

/** Takes back what was decided last, one photo or many; null where there is nothing to undo. */
export function undoNewest(desk: ReviewDesk): Undone | null {
  const bulk = bulkDecision.get()
  const newest = heldDecisions.get().findLast(canUndo)
  if (bulk && canUndoBulk(bulk) && bulk.decidedAt >= (newest?.decidedAt ?? 0)) {
    const undone = desk.bulk.undo()
    return undone && { kind: 'many', bulk: undone }
  }
  const held = desk.undo()
  return held && { kind: 'one', held }
}

/** Whether a sign-on in front of Loupe keeps something from being sent. */
function isSignOnAwaited(): boolean {
  const states = [...heldDecisions.get(), bulkDecision.get()].map((each) => each?.state)
  return states.some(
    (state) => state?.kind === 'waiting' && isApiError(state.error) && state.error.kind === 'intercepted',
  )
}

function followBrowser(machine: ReviewDesk): () => void {
  const closing = new AbortController()
  const { signal } = closing
  window.addEventListener('online', () => retryAll(), { signal })
  // Whoever comes back may have signed in there.
  window.addEventListener('focus', () => isSignOnAwaited() && retryAll(), { signal })
  window.addEventListener('pagehide', () => leaveAll(), { signal })
  const retryAll = () => {
    machine.retry()
    machine.bulk.retry()
  }
  const leaveAll = () => {
    machine.leave()
    // What of many was not sent stays undecided.
    machine.bulk.stop()
  }
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
