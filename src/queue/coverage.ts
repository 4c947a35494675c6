import { isBehind, isLinked, isReaching, spanOf, type Place, type Rule, type RowKeys } from './order'

/** One answer: so much of the list as it was at one moment. */
export type Answer<T> = {
  offset: number
  rows: readonly T[]
  keys: readonly RowKeys[]
  /** Less than was asked for: the list ended here. */
  isShort: boolean
  /** Asked for when all that was asked before had been answered. */
  isAlone: boolean
}

type Part = Pick<Answer<unknown>, 'offset' | 'keys'>

/** What of a list was seen without a gap, in each order that it may have. */
export type Coverage = {
  /** The orders in which there may be unseen rows between what is covered and the answer. */
  gapsTo(answer: Part, rules: readonly Rule[]): Rule[]
  add(answer: Part, rules: readonly Rule[]): void
  begin(rule: Rule): Place | null
  end(rule: Rule): Place | null
  /** Takes in front what another one covers that reaches into this. */
  addInFront(other: Coverage, rules: readonly Rule[]): void
}

export function createCoverage(): Coverage {
  const covered = new Map<Rule, { begin: Place; end: Place }>()
  let isBegun = false
  return {
    begin: (rule) => covered.get(rule)?.begin ?? null,
    end: (rule) => covered.get(rule)?.end ?? null,
    gapsTo(answer, rules) {
      if (answer.offset === 0 || (!isBegun && answer.keys.length > 0)) return []
      return rules.filter((rule) => {
        const begin = spanOf(rule, answer.keys)?.first
        const end = covered.get(rule)?.end
        return !begin || !end || !isLinked(rule, begin, end)
      })
    },
    add(answer, rules) {
      isBegun = true
      for (const rule of rules) {
        const span = spanOf(rule, answer.keys)
        const known = covered.get(rule)
        if (!span) continue
        if (!known) {
          covered.set(rule, { begin: span.first, end: span.last })
          continue
        }
        if (answer.offset === 0 && isReaching(rule, known.begin, span.last)) known.begin = span.first
        if (isBehind(rule, span.last, known.end)) known.end = span.last
      }
    },
    addInFront(other, rules) {
      for (const rule of rules) {
        const known = covered.get(rule)
        const begin = other.begin(rule)
        const end = other.end(rule)
        if (!begin || !end) continue
        if (!known) covered.set(rule, { begin, end })
        else {
          known.begin = begin
          if (isBehind(rule, end, known.end)) known.end = end
        }
      }
    },
  }
}
