import type { Answer, Coverage } from './coverage'
import { spanOf, type Rule } from './order'

// What changes faster than it can be read, or does not care for the offset, must not be read for ever.
const most = 30
const mostOfTies = 5

/** How often in a row answers could not be linked to what is covered, without getting any further. */
export type Failures = {
  readonly count: number
  readonly isEnough: boolean
  note: (gap: readonly Rule[]) => void
  /** Tied rows come in any order: more tries do not help. */
  isEnoughFor: (gap: readonly Rule[], answer: Answer<unknown>) => boolean
}

export function createFailures(coverage: Coverage): Failures {
  let count = 0
  let endsBefore = new Map<Rule, number | undefined>()

  function beginsTied(rule: Rule, answer: Answer<unknown>): boolean {
    const begin = spanOf(rule, answer.keys)?.first
    return begin === undefined || begin.at === coverage.end(rule)?.at
  }

  return {
    get count() {
      return count
    },
    get isEnough() {
      return count > most
    },
    note(gap) {
      const ends = new Map(gap.map((rule) => [rule, coverage.end(rule)?.at]))
      const hasAdvanced = gap.some((rule) => !endsBefore.has(rule) || endsBefore.get(rule) !== ends.get(rule))
      count = hasAdvanced ? 1 : count + 1
      endsBefore = ends
    },
    isEnoughFor(gap, answer) {
      const isTied = gap.length > 0 && gap.every((rule) => beginsTied(rule, answer))
      return count >= (isTied ? mostOfTies : most)
    },
  }
}
