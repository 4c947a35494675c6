import { isApiError, unconfirmed, type ApiErrorKind } from '../../cloudcard/api-error'
import type { Entries, LedgerOptions } from './entries'
import type { HeldDecision, Outcome, PhotoNow } from './held-decision'

type SenderOptions = Pick<LedgerOptions, 'clock' | 'update' | 'read'> & Pick<Entries, 'change' | 'close'>

const [firstPauseMs, longestPauseMs] = [2_000, 60_000]
/** After these nobody knows whether the decision has arrived. */
const uncertain = new Set<ApiErrorKind>(['server', 'timed-out', 'offline', 'unreadable', 'intercepted'])
const final = new Set<ApiErrorKind>(['forbidden', 'refused', 'not-found', 'unconfirmed'])
/** So often a decision is looked for that CloudCard has not confirmed: what it does a little later counts as well. */
const mostLooks = 3

/** Brings a decision to CloudCard once: where it may have arrived already, it looks before it sends again. */
export function createSender({ clock, update, read, change, close }: SenderOptions) {
  const end = (held: HeldDecision, outcome: Outcome) => close(held, 'sent', outcome)

  /** undefined where nothing is to be sent. */
  async function versionToSend(sent: HeldDecision): Promise<number | null | undefined> {
    const { version, isUncertain, looks, isUndoWished } = sent
    // Without a version nothing at CloudCard compares: it is looked at once more, right before.
    if (typeof version === 'number' && !isUncertain) return version
    const photo = await look(sent)
    const isOther = version != null && photo.version !== null && photo.version !== version
    if (isUncertain && photo.status === sent.decision.status) {
      end(sent, { kind: isUndoWished ? 'too-late' : 'sent', version: photo.version })
    } else if (isOther || photo.status !== sent.seenStatus) {
      if (isUndoWished) end(sent, { kind: 'left', now: photo })
      else change(sent, { state: { kind: 'conflict', now: photo } })
    } else if (isUndoWished) end(sent, { kind: 'undone' })
    else if (looks !== null) lookAgain(sent, looks + 1)
    else return change(sent, { version: photo.version })?.version
    return undefined
  }

  /** Where it may have arrived, and cannot be looked for, it is neither sent nor refused. */
  async function look({ photo, isUncertain }: HeldDecision): Promise<PhotoNow> {
    try {
      return await read(photo.id)
    } catch (error) {
      if (isUncertain && isApiError(error) && final.has(error.kind)) throw unconfirmed()
      throw error
    }
  }

  function lookAgain(sent: HeldDecision, looks: number) {
    change(sent, { looks })
    if (looks < mostLooks) wait(sent, unconfirmed(), true)
    else change(sent, { state: { kind: 'refused', error: unconfirmed() } })
  }

  async function fail(sent: HeldDecision, error: unknown): Promise<void> {
    const kind = isApiError(error) ? error.kind : 'refused'
    if (kind === 'conflict') return showConflict(sent)
    if (final.has(kind)) return void change(sent, { state: { kind: 'refused', error } })
    // Whoever answers that nobody is signed in may have done it first; what was never asked has no status.
    const isAnsweredSignedOut = isApiError(error) && kind === 'signed-out' && error.status !== null
    wait(sent, error, uncertain.has(kind) || isAnsweredSignedOut)
  }

  function wait(sent: HeldDecision, error: unknown, isNowUncertain: boolean) {
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** sent.tries)
    const askedFor = isApiError(error) ? (error.retryAt ?? 0) : 0
    change(sent, {
      state: { kind: 'waiting', retryAt: Math.max(clock.now() + pause, askedFor), error },
      isUncertain: sent.isUncertain || isNowUncertain,
      tries: sent.tries + 1,
    })
  }

  /** Whoever is told of a conflict may have made the change himself, by a try whose answer was lost. */
  async function showConflict(sent: HeldDecision): Promise<void> {
    try {
      const photo = await look(sent)
      if (sent.isUncertain && photo.status === sent.decision.status) {
        end(sent, { kind: 'sent', version: photo.version })
      } else change(sent, { state: { kind: 'conflict', now: photo } })
    } catch (error) {
      if (isApiError(error) && final.has(error.kind)) return fail(sent, error)
      // It is read before it is sent again, and so the conflict is seen then.
      wait(sent, error, true)
    }
  }

  /**
   * One try; resolves when it is over, whatever came of it. Only for a decision that is not being sent already.
   *
   * @param isLeaving the page goes away: nothing can be read first
   */
  return async (held: HeldDecision, isLeaving: boolean): Promise<void> => {
    let sent = change(held, { state: { kind: 'sending' } })
    if (!sent) return
    try {
      const version = isLeaving ? sent.version : await versionToSend(sent)
      if (version === undefined) return
      const answer = await update(sent.photo.id, sent.decision, version, isLeaving)
      if (answer.status === sent.decision.status) return end(sent, { kind: 'sent', version: answer.version })
      sent = change(sent, { isUncertain: true, looks: 0 })
      if (sent) await versionToSend(sent)
    } catch (error) {
      if (sent) await fail(sent, error)
    }
  }
}
