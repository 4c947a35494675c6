import type { Random } from './random'
import { kinds, type Kind, type Step, type StepKind } from './steps'

/** So long the person waits after a step, in ms: in a hurry, or at a usual pace. */
const paces = [40, 350, 350, 700, 1500] as const
const slowly = 1_500

type Given = [kind: StepKind, what?: string, amount?: number]

/** What people do in a row, and chance alone would seldom bring together. */
const habits: readonly (readonly Given[])[] = [
  [
    ['page', 'Last page'],
    ['arrival', '', 5],
    ['page', 'Previous page'],
    ['page', 'Previous page'],
  ],
  [
    ['page', 'Next page'],
    ['colleague', 'APPROVED'],
    ['colleague', 'DENIED'],
    ['page', 'Next page'],
  ],
  [['row'], ['judge', 'A'], ['crash'], ['signIn'], ['stay']],
  [['row'], ['twice', 'Approve', 400]],
  [['row'], ['judge', 'A'], ['twice', 'Approve', 400]],
  [['row'], ['judge', 'J'], ['reloadTyping']],
  [['openAtRelease'], ['search', 'adams, anna and amanda adams']],
  [['row'], ['letter', 'C'], ['button', 'Show documents'], ['key', '+'], ['stay']],
  [['row'], ['fault', 'yes without doing it', 0], ['judge', 'A'], ['stay'], ['banner', 'My decisions']],
  [['row'], ['fault', 'lost answer', 0], ['judge', 'A'], ['stay'], ['banner', 'My decisions']],
  [['row'], ['denial'], ['judge', 'A'], ['letter', 'U']],
  [['row'], ['hold'], ['stay'], ['status', 'On hold'], ['row'], ['letter', 'H'], ['stay']],
  [['status', 'Approved'], ['row'], ['letter', 'P'], ['stay']],
  [['status', 'Failed'], ['row'], ['letter', 'F'], ['stay']],
  [['row'], ['repair'], ['judge', 'A'], ['judge', 'A'], ['stay'], ['judge', 'A']],
  [['row'], ['repair', 'R'], ['openTab'], ['row'], ['judge', 'A']],
  [['row'], ['letter', 'G'], ['letter', 'L'], ['judge', 'A']],
  [['open', '/photos'], ['search'], ['open', '/photos?status=DENIED']],
  [['zoom', '400'], ['row'], ['judge', 'A'], ['judge', 'A'], ['zoom', '100']],
  [['chooseAll'], ['together', 'Approve'], ['together', 'Approve'], ['stay']],
  [['offline'], ['row'], ['judge', 'A'], ['online']],
  [['row'], ['judge', 'A'], ['signOut']],
]
const habitShare = 0.12

function drawOf(kind: StepKind, random: Random, [, what, amount]: Partial<Given> = []): Step {
  const definition: Kind = kinds[kind]
  const drawnWhat = definition.what?.(random) ?? ''
  const drawnAmount = definition.amount?.(random) ?? 0
  return { kind, what: what || drawnWhat, amount: amount ?? drawnAmount, after: random.pick(paces) }
}

export function drawSteps(random: Random, length: number): Step[] {
  const entries = Object.entries(kinds) as [StepKind, Kind][]
  const total = entries.reduce((sum, [, { weight }]) => sum + weight, 0)
  const steps: Step[] = []
  while (steps.length < length) {
    if (random.chance() < habitShare) {
      for (const given of random.pick(habits))
        steps.push({ ...drawOf(given[0], random, given), after: slowly })
      continue
    }
    let left = random.chance() * total
    const [kind = 'stay'] = entries.find(([, { weight }]) => (left -= weight) < 0) ?? []
    steps.push(drawOf(kind, random))
  }
  return steps.slice(0, length)
}
