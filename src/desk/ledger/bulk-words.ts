import { wallTimeOf } from '../../base/clock'
import { counted, numberWords } from '../../base/words'
import { clockTime } from '../../fields/kinds/time'
import { verbsOf } from '../verdicts/verdicts'
import { isUnconfirmed, nowWords, whyRefused, whyWaiting } from './decision-words'
import type { Batch, Failure } from './batch'

/** What is happening to it, but for the seconds of one that is held: "Approve 41 photos". */
export function bulkWords(batch: Batch): string {
  const { doing, does, done } = verbsOf(batch.decision)
  const { total, sent, failed, unsent, state } = batch
  switch (state.kind) {
    case 'held':
    case 'sending':
      return `${doing} ${counted(total, 'photo')}`
    case 'asking':
      return `${does} ${counted(total, 'photo')}? This was due a while ago.`
    case 'stopped':
    case 'done': {
      const verb = state.kind === 'stopped' && batch.photos.size > 0 ? 'Stopping' : done
      const parts = [`${verb} ${numberWords(sent)} of ${counted(total, 'photo')}`]
      if (failed > 0) parts.push(`${numberWords(failed)} failed`)
      if (unsent > 0) parts.push(`${numberWords(unsent)} not sent`)
      return failed + unsent === 0 && sent === total ? `${done} ${counted(total, 'photo')}` : parts.join(', ')
    }
  }
}

/** Why nothing is being sent just now, and when it goes on; "" while it is. */
export function waitWords({ state }: Batch): string {
  if (state.kind !== 'sending' || !state.wait) return ''
  const { error, until } = state.wait
  return `${whyWaiting(error)}. Next try at ${clockTime(wallTimeOf(until))}.`
}

/** Why a photo is still undecided, in a few words. */
export function failureWords(failure: Failure): string {
  if (failure.kind === 'conflict') return `Changed by someone else: ${nowWords(failure.now)}`
  if (failure.kind === 'refused' && isUnconfirmed(failure.error)) return 'Not confirmed. Look at it again.'
  if (failure.kind === 'refused') return `Not accepted: ${whyRefused(failure.error)}`
  return 'No answer. It may have gone through.'
}
