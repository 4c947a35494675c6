/** What the order of a list may be told by: null where the row does not say. `created`, `updated` in epoch ms. */
export type RowKeys = { id: number | null; created: number | null; updated: number | null }

type KnownOrder = `${keyof RowKeys} ${'ascending' | 'descending'}`
export type Order = KnownOrder | 'unknown'

/** An order that the list may have, for no answer has contradicted it. */
export type Rule = ReturnType<typeof newRule>

/** A place in an order; `at` rises along the list, whichever way the order runs. */
export type Place = { at: number; id: number }
type Span = { first: Place; last: Place }

/** By chance, tied rows come in the order of their ids so many times in a row in one of a billion lists. */
const enoughTiedPairs = 30

/** Nobody changes so many photos within a second but all at once. */
const enoughForOnce = 300

export type Orders = ReturnType<typeof createOrders>

export function createOrders() {
  let rules = (['id', 'created', 'updated'] as const).flatMap((key) => [newRule(key, -1), newRule(key, 1)])
  return {
    /** What the list may be ordered by, the most useful first. */
    alive: (): readonly Rule[] => rules,
    /** Those of them in which there is no gap yet. */
    linking: (): readonly Rule[] => rules.filter((rule) => !rule.isBroken),
    /** Drops the orders that the rows of one answer contradict. */
    learn(keys: readonly RowKeys[]) {
      rules = rules.filter((rule) => fits(rule, keys))
    },
  }
}

function newRule(key: keyof RowKeys, sign: 1 | -1) {
  const name: KnownOrder = `${key} ${sign === 1 ? 'ascending' : 'descending'}`
  return {
    name,
    key,
    sign,
    /** How the ids ran where keys were the same: rising (1), falling (-1), both (0), never seen (null). */
    tieSign: null as 1 | -1 | 0 | null,
    tiedPairs: 0,
    isTieTrusted: false,
    /** All rows that were seen have the same key. */
    isFlat: true,
    flatAt: null as number | null,
    /** Two answers could not be linked: in this order something may be missing. */
    isBroken: false,
  }
}

/** null for a row that could not be read, and for one that lacks the key. */
export function placeOf(rule: Rule, row: RowKeys): Place | null {
  const value = row[rule.key]
  return row.id === null || value === null ? null : { at: rule.sign * value, id: row.id }
}

/** Where the readable rows of an answer begin and end; null where there are none. */
export function spanOf(rule: Rule, keys: readonly RowKeys[]): Span | null {
  const first = keys.find((row) => row.id !== null)
  const last = keys.findLast((row) => row.id !== null)
  const begin = first && placeOf(rule, first)
  const end = last && placeOf(rule, last)
  return begin && end ? { first: begin, last: end } : null
}

/**
 * Whether an answer that begins at `begin` leaves no gap behind one that ends at `end`. Tied rows may come in another
 * order each time, so a group of them that both have a part of may hide a row, unless ids are seen to decide.
 */
export function isLinked(rule: Rule, begin: Place, end: Place): boolean {
  if (begin.at !== end.at) return begin.at < end.at
  if (rule.key === 'id') return true
  if (rule.tiedPairs < enoughTiedPairs || !rule.tieSign) return false
  rule.isTieTrusted = true
  return rule.tieSign * begin.id <= rule.tieSign * end.id
}

/** Whether an answer from the front that ends at `last` has everything that was put in front of `begin` since. */
export function isReaching(rule: Rule, begin: Place, last: Place): boolean {
  if (rule.key !== 'updated' || begin.at < last.at) return isLinked(rule, begin, last)
  // What is updated now may get in among those of the same second, which is over where all of so many have it.
  return rule.isFlat && rule.tiedPairs >= enoughForOnce && isLinked(rule, begin, last)
}

export function isBehind(rule: Rule, place: Place, other: Place): boolean {
  if (place.at !== other.at) return place.at > other.at
  return (rule.tieSign ?? 0) * (place.id - other.id) > 0
}

function fits(rule: Rule, keys: readonly RowKeys[]): boolean {
  let lastAt = Number.NEGATIVE_INFINITY
  let lastId = 0
  for (const row of keys) {
    if (row.id === null) continue
    const value = row[rule.key]
    // Where it would put a row without a key nobody knows.
    if (value === null) return false
    const at = rule.sign * value
    if (at < lastAt) return false
    rule.flatAt ??= at
    if (at !== rule.flatAt) rule.isFlat = false
    // Listed twice.
    if (at === lastAt && row.id === lastId) continue
    if (at === lastAt) noteTie(rule, row.id > lastId ? 1 : -1)
    lastAt = at
    lastId = row.id
  }
  return true
}

function noteTie(rule: Rule, sign: 1 | -1) {
  rule.tiedPairs++
  if (rule.tieSign === null) rule.tieSign = sign
  if (rule.tieSign === sign) return
  rule.tieSign = 0
  // What was linked by it may have a gap.
  if (rule.isTieTrusted) rule.isBroken = true
}
