import type { Answer, Coverage } from './coverage'
import { spanOf, type Rule } from './order'

// What changes faster than it can be read, or does not care for the offset, must not be read for ever.
const most = 30
const mostOfTies = 5

/** How often in a row answers could not be linked to what is covered, without getting any further. */
export function createFailures(coverage: Coverage) {
  let endsBefore = new Map<Rule, number | undefined>()

  function beginsTied(rule: Rule, answer: Answer<unknown>): boolean {
    const begin = spanOf(rule, answer.keys)?.first
    return begin === undefined || begin.at === coverage.end(rule)?.at
  }

  const failures = {
    count: 0,
    isEnough: () => failures.count > most,
    note(gap: readonly Rule[]) {
      const ends = new Map(gap.map((rule) => [rule, coverage.end(rule)?.at]))
      const hasAdvanced = gap.some((rule) => !endsBefore.has(rule) || endsBefore.get(rule) !== ends.get(rule))
      failures.count = hasAdvanced ? 1 : failures.count + 1
      endsBefore = ends
    },
    /** Tied rows come in any order: more tries do not help. */
    isEnoughFor(gap: readonly Rule[], answer: Answer<unknown>): boolean {
      const isTied = gap.length > 0 && gap.every((rule) => beginsTied(rule, answer))
      return failures.count >= (isTied ? mostOfTies : most)
    },
  }
  return failures
}
