import type { Photo } from '../../cloudcard/photo'
import type { Update } from '../../cloudcard/update-photo'
import { isApiError } from '../../cloudcard/api-error'
import { createStore } from '../../base/store'
import { approve } from './approve'
import { backToPending } from './back-to-pending'
import { nothingSaid } from './denial'
import { deny } from './deny'
import { hold } from './hold'
import { release } from './release'
import { sendAgain } from './send-again'
import type { Said, Verdict } from './verdict'

/** All that the office can decide, in the order of the buttons. */
const list = [approve, deny, hold, release, sendAgain, backToPending] as const

type DecisionOf<V> = V extends Verdict<infer D> ? D : never
/** What was decided on a photo: the verdict, the status that it leads to, and what was given with it. */
export type Decision = DecisionOf<(typeof list)[number]>
export type AnyVerdict = Verdict<Decision>

export const verdicts: readonly AnyVerdict[] = list

export const verdictOf = ({ verdict }: Pick<Decision, 'verdict'>) =>
  verdicts.find(({ name }) => name === verdict) as AnyVerdict

/** What is happening to it, in a word: "Approve", "Approving", "Approved". */
export const verbsOf = (decision: Pick<Decision, 'verdict'>) => verdictOf(decision).words

/** The decision that needs nothing but its verdict; null where something is given with it. */
export const plainDecision = ({ name, to, form }: AnyVerdict): Decision | null =>
  form ? null : ({ verdict: name, status: to } as Decision)

/** What was said with a decision. */
export const saidWith = (decision: Decision): Said => verdictOf(decision).said?.(decision) ?? nothingSaid

/** What CloudCard is asked for. */
export const updateFor = (decision: Decision): Update => ({
  status: decision.status,
  ...verdictOf(decision).carries?.(decision),
})

/** The verdicts that CloudCard has refused this account: they are not offered any more. */
export const refusedVerdicts = createStore<readonly AnyVerdict[]>([], 'work')

/** Whether an answer says that the account may not decide so at all, whatever the photo; then it is remembered. */
export function isRefusedForAll(decision: Decision, error: unknown): boolean {
  return verdictOf(decision).isGuess === true && isApiError(error) && error.isOfAccount
}

export function noteRefused(verdict: AnyVerdict): void {
  if (!refusedVerdicts.get().includes(verdict)) refusedVerdicts.set([...refusedVerdicts.get(), verdict])
}

/** What the office decides on photos of a status. */
export const verdictsFrom = ({ status }: Pick<Photo, 'status'>): readonly AnyVerdict[] =>
  verdicts.filter(({ from }) => from.includes(status))

/** Whether photos of a status, or some of 'ALL', can be chosen to be decided together. */
export function isDecidable(status: string): boolean {
  return status === 'ALL' || verdicts.some(({ from }) => from.includes(status))
}
