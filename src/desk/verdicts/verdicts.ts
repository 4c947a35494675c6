import type { Photo } from '../../cloudcard/photo'
import type { Update } from '../../cloudcard/update-photo'
import { approve } from './approve'
import { deny } from './deny'
import type { Verdict } from './verdict'

/** All that the office can decide, in the order of the buttons. */
const list = [approve, deny] as const

type DecisionOf<V> = V extends Verdict<infer D> ? D : never
/** What was decided on a photo: the verdict, the status that it leads to, and what was given with it. */
export type Decision = DecisionOf<(typeof list)[number]>
export type AnyVerdict = Verdict<Decision>

export const verdicts: readonly AnyVerdict[] = list

export const verdictOf = ({ verdict }: Pick<Decision, 'verdict'>) =>
  verdicts.find(({ name }) => name === verdict) as AnyVerdict

/**
 * The verdict that a word stands for which was kept in the browser: its name, or, as earlier releases wrote it down, the status
 * that it leads to. undefined for any other word.
 */
export const verdictKeptAs = (word: unknown): AnyVerdict | undefined =>
  verdicts.find(({ name }) => name === word) ?? verdicts.find(({ to }) => to === word)

/** What is happening to it, in a word: "Approve", "Approving", "Approved". */
export const verbsOf = (decision: Pick<Decision, 'verdict'>) => verdictOf(decision).words

/** The decision that needs nothing but its verdict; null where something is given with it. */
export function plainDecision(verdict: Decision['verdict']): Decision | null {
  const known = verdictOf({ verdict })
  return known.form === null ? known.decision : null
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
