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
type PlaceIn = (rule: Rule) => Place | undefined

/** What of a list was seen without a gap, in each order that it may have. */
export function createCoverage() {
  const covered = new Map<Rule, { begin: Place; end: Place }>()
  let isBegun = false
  return {
    begin: (rule: Rule) => covered.get(rule)?.begin,
    end: (rule: Rule) => covered.get(rule)?.end,
    /** The orders in which there may be unseen rows between what is covered and the answer. */
    gapsTo(answer: Part, rules: readonly Rule[]): Rule[] {
      if (answer.offset === 0 || (!isBegun && answer.keys.length > 0)) return []
      return rules.filter((rule) => {
        const begin = spanOf(rule, answer.keys)?.first
        const end = covered.get(rule)?.end
        return !begin || !end || !isLinked(rule, begin, end)
      })
    },
    /** Whether there may be some for tied rows alone, which come in any order. */
    isTiedTo: (answer: Part, rules: readonly Rule[]) =>
      rules.length > 0 &&
      rules.every((rule) => {
        const begin = spanOf(rule, answer.keys)?.first
        return begin === undefined || begin.at === covered.get(rule)?.end.at
      }),
    add(answer: Part, rules: readonly Rule[]) {
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
    /** Takes in front what another one covers that reaches into this. */
    addInFront(other: { begin: PlaceIn; end: PlaceIn }, rules: readonly Rule[]) {
      for (const rule of rules) {
        const [begin, end] = [other.begin(rule), other.end(rule)]
        if (!begin || !end) continue
        const known = covered.get(rule)
        covered.set(rule, { begin, end: known && !isBehind(rule, end, known.end) ? known.end : end })
      }
    },
  }
}
