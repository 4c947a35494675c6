import type { Answer } from './coverage'
import { createGivenRows } from './given-rows'
import { createOrders, isReaching, placeOf, type Order, type RowKeys, type Rule } from './order'
import { untilAborted } from './read-ahead'
import { createOffice, mostAtOnce, type Office } from './office'
import { createScan } from './scan'

export type StatusReaderOptions<T> = {
  /** Reads `max` rows (1..1000) from `offset`; fewer may be the end. Rejects when it fails or the signal aborts. */
  readPage: (offset: number, max: number, signal: AbortSignal) => Promise<readonly T[]>
  keysOf: (row: T) => RowKeys
  /**
   * New rows, each photo once, in the order of the list.
   *
   * @param where 'before': in front of everything given so far
   */
  onRows: (rows: readonly T[], where: 'behind' | 'before') => void
  /** Rows that were given before and have a later `updated` now. */
  onChanged?: (rows: readonly T[]) => void
  /**
   * The `updated` of a photo that was given, for whoever keeps them all by their ids; undefined for any other. Without it
   * the reader keeps them itself.
   */
  keptUpdated?: (id: number) => number | null | undefined
  /** Rows per request, without those that are read again; default 1000 */
  pageSize?: number
  /** Requests side by side, default 2 */
  atATime?: number
  /** Begins at this offset instead of 0. */
  from?: number
  /** Stops after so many rows; of the rest nothing is claimed. */
  atMost?: number
  /** What the server answers at most, default 1000 */
  mostAtOnce?: number
  /** What is known of how it gives out its lists */
  office?: Office
}

export type StatusReading = {
  /** Every photo that was there all the while was given; false where that cannot be said. */
  isProven: boolean
  /** Rows given, unreadable ones too, and those that have left since. */
  total: number
  order: Order
}

const mostPasses = 3
const mostRounds = 50

/** Reads a whole status though photos come, go and move meanwhile; why that works is told in docs/reading.md. */
export function createStatusReader<T>(options: StatusReaderOptions<T>) {
  const { readPage, keysOf, onRows, onChanged, pageSize = mostAtOnce, atATime = 2, from = 0 } = options
  const {
    atMost = Number.POSITIVE_INFINITY,
    mostAtOnce: most = mostAtOnce,
    office = createOffice(),
  } = options
  const overlap = Math.min(20, pageSize + 1, most - 1)
  const orders = createOrders()
  const ofAll = { ask, orders, office, most, overlap }
  const given = createGivenRows(options.keptUpdated)
  let scan = newScan()
  let passes = 1
  let stage: 'reading' | 'updating' | 'done' = 'reading'
  // What the last look at the front said.
  let isWhole = false
  let isFrontMet = false
  let isFrontStill = true
  let turn: Promise<unknown> = Promise.resolve()

  async function ask(offset: number, max: number, signal: AbortSignal, isAlone: boolean): Promise<Answer<T>> {
    for (;;) {
      signal.throwIfAborted()
      const rows = await untilAborted(readPage(offset, max, signal), signal)
      const keys = rows.map(keysOf)
      const ids = keys.map(({ id }) => id)
      if (office.note(offset, max, ids)) continue
      orders.learn(keys)
      return { offset, rows, keys, isShort: rows.length < max, isAlone }
    }
  }

  function newScan() {
    return createScan({
      ...ofAll,
      onAnswer: (answer) => give([answer], false) > 0,
      from,
      max: Math.min(most, pageSize + overlap),
      atATime,
      wanted: () => (stage === 'reading' ? atMost - given.count : Number.POSITIVE_INFINITY),
    })
  }

  async function readAll(signal: AbortSignal) {
    for (;;) {
      await scan.readOn(signal, () => given.count >= atMost)
      if (!scan.isWhole && from === 0) await lookAtFront(signal)
      const isSettled =
        orders.alive().length > 0 || isWhole || scan.isWhole || (scan.inPlace.isStill && isFrontStill)
      if (isSettled || passes === mostPasses || given.count >= atMost) return
      passes++
      scan = newScan()
    }
  }

  async function readNews(signal: AbortSignal) {
    isWhole = false
    isFrontMet = false
    isFrontStill = false
    const isFalling = orders.alive().length > 0 && orders.alive().every(({ sign }) => sign === -1)
    if (!isFalling) {
      scan.reopen()
      await scan.readOn(signal)
    }
    if (from === 0) await lookAtFront(signal)
  }

  async function lookAtFront(signal: AbortSignal) {
    if (orders.alive().length > 0) {
      isFrontStill = false
      return meetFront(signal)
    }
    const answer = await ask(0, stage === 'reading' ? overlap : most, signal, true)
    give([answer], true)
    isWhole = answer.isShort && answer.keys.length < office.mostGiven && !office.habits.isShort
    const head = scan.inPlace.head.slice(0, overlap)
    isFrontStill = stage === 'reading' && head.every((id, place) => id === answer.keys[place]?.id)
  }

  /** Reads from the front until it meets what is known. */
  async function meetFront(signal: AbortSignal) {
    let size = overlap
    for (let round = 0; round < mostRounds; round++) {
      const answers: Answer<T>[] = []
      const seen = new Set<number | null>()
      const onAnswer = (answer: Answer<T>) => {
        const before = seen.size
        for (const { id } of answer.keys) seen.add(id)
        answers.push(answer)
        return seen.size > before
      }
      const front = createScan({ ...ofAll, onAnswer, from: 0, max: size, atATime: 1 })
      const falling = () => orders.linking().filter(({ sign }) => sign === -1)
      const isMet = () =>
        falling().every((rule) => {
          const begin = scan.coverage.begin(rule)
          const end = front.coverage.end(rule)
          return begin !== undefined && end !== undefined && isReaching(rule, begin, end)
        })
      if (falling().length === 0) return
      await front.readOn(signal, () => front.answers > 0 && (size < most || isMet()))
      if (size < most && !front.isAtEnd && !isMet()) {
        size = Math.min(most, size * 4)
        continue
      }
      const news = give(answers, true)
      scan.coverage.addInFront(front.coverage, orders.alive())
      isWhole = front.isWhole
      // What was updated while more than one answer was read may have jumped over the place that was being read.
      isFrontMet = front.answers === 1 || !falling().some(({ key }) => key === 'updated')
      if (isWhole || isFrontMet || news === 0) return
    }
  }

  /** Gives what is new in the answers, and returns how many rows are new or have changed. */
  function give(answers: readonly Answer<T>[], isFront: boolean): number {
    const [lead] = orders.alive()
    const begin = lead && scan.coverage.begin(lead)
    const news = { before: [] as T[], behind: [] as T[], changed: [] as T[] }
    for (const { rows, keys, offset, isShort } of answers) {
      const { fresh, changed } = given.sift(keys, offset === 0 || given.count === 0, isShort)
      let isBefore = isFront
      for (const place of fresh) {
        const [row, key] = [rows[place], keys[place]]
        if (row === undefined || key === undefined) continue
        const at = begin && lead && placeOf(lead, key)?.at
        if (at != null && begin) isBefore = isFront ? at <= begin.at : at < begin.at
        news[isBefore ? 'before' : 'behind'].push(row)
      }
      for (const place of changed) news.changed.push(...rows.slice(place, place + 1))
    }
    if (news.before.length > 0) onRows(news.before, 'before')
    if (news.behind.length > 0) onRows(news.behind, 'behind')
    if (news.changed.length > 0) onChanged?.(news.changed)
    given.settle()
    return news.before.length + news.behind.length + news.changed.length
  }

  function reading(): StatusReading {
    const rules = orders.alive()
    const [lead] = rules
    const isProvenIn = (rule: Rule) => !rule.isBroken && (rule.name !== 'updated descending' || isFrontMet)
    const isStill = scan.inPlace.isStill && isFrontStill
    // One answer that has everything links whatever was not linked before.
    if (isWhole || scan.isWhole) for (const rule of rules) rule.isBroken = false
    const isProven = isWhole || scan.isWhole || (rules.length > 0 ? rules.every(isProvenIn) : isStill)
    return { isProven, total: given.count, order: lead && given.count > 1 ? lead.name : 'unknown' }
  }

  /** One at a time: who was told to stop may still be about to. */
  function inTurn(work: () => Promise<StatusReading>): Promise<StatusReading> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  async function goOn(signal: AbortSignal): Promise<StatusReading> {
    if (stage === 'reading') await readAll(signal)
    if (stage === 'updating') await readNews(signal)
    stage = 'done'
    return reading()
  }

  return {
    /**
     * Reads on from where it stands. Rejects with the first failure or the signal's reason; called again it goes on
     * without starting over, and once it is through it has nothing more to read.
     */
    read: (signal: AbortSignal) => inTurn(() => goOn(signal)),
    /**
     * After `read`: reads what has come since, from the end or ends where photos arrive, until it meets what is known.
     * Nobody in between is missing where it is proven; who has left, or came back to the middle, is not noticed.
     */
    update: (signal: AbortSignal) =>
      inTurn(() => {
        if (stage === 'done') stage = 'updating'
        return goOn(signal)
      }),
  }
}
