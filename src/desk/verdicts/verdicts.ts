import type { Photo } from '../../cloudcard/photo'
import type { Update } from '../../cloudcard/update-photo'
import { approve } from './approve'
import { deny } from './deny'
import type { Verdict } from './verdict'

/** All that the office can decide, in the order of the buttons. */
const list = [approve, deny] as const

type DecisionOf<V> = V extends Verdict<infer D> ? D : never
/** What was decided on a photo: the status that it leads to, and what was given with it. */
export type Decision = DecisionOf<(typeof list)[number]>
export type AnyVerdict = Verdict<Decision>

export const verdicts: readonly AnyVerdict[] = list

/** The verdict that leads to a status; undefined for a status that nobody decides. */
export const verdictTo = (status: string): AnyVerdict | undefined => verdicts.find(({ to }) => to === status)

export const verdictOf = ({ status }: Pick<Decision, 'status'>) => verdictTo(status) as AnyVerdict

/** What is happening to it, in a word: "Approve", "Approving", "Approved". */
export const verbsOf = (decision: Pick<Decision, 'status'>) => verdictOf(decision).words

/** The decision that needs nothing but its status; null where something is given with it. */
export function plainDecision(status: Decision['status']): Decision | null {
  const verdict = verdictOf({ status })
  return verdict.form === null ? verdict.decision : null
}

/** What CloudCard is asked for. */
export const updateFor = (decision: Decision): Update => ({
  status: decision.status,
  ...verdictOf(decision).carries(decision),
})

/** What the office decides on photos of a status. */
export const verdictsFrom = ({ status }: Pick<Photo, 'status'>): readonly AnyVerdict[] =>
  verdicts.filter(({ from }) => from.includes(status))

/** Whether photos of a status, or some of 'ALL', can be chosen to be decided together. */
export function isDecidable(status: string): boolean {
  return status === 'ALL' || verdicts.some(({ from }) => from.includes(status))
}
