import { createCoverage, type Answer, type Coverage } from './coverage'
import { spanOf, type Orders, type Rule } from './order'
import { createReadAhead } from './read-ahead'

export type ScanOptions<T> = {
  /** Rejects as the request does. */
  ask: (offset: number, max: number, signal: AbortSignal, isAlone: boolean) => Promise<Answer<T>>
  orders: Orders
  /** Answers that are linked to those before. */
  onAnswer: (answer: Answer<T>) => void
  from: number
  /** Rows of a request, and of the largest one that there may be. */
  max: number
  most: number
  /** So many rows are read again with the next answer. */
  overlap: number
  atATime: number
  /** How many more rows are worth asking for. */
  wanted?: () => number
}

/** One way through the list from an offset, each answer linked to what was seen before. */
export type Scan = {
  readonly coverage: Coverage
  readonly isAtEnd: boolean
  /** The last answer had everything. */
  readonly isWhole: boolean
  /** Every row that was read again was where it had been. */
  readonly isStill: boolean
  readonly answers: number
  readonly head: readonly (number | null)[]
  /** Reads on until the end, or until `isMet`. Rejects with the first failure; called again it goes on from there. */
  readOn(signal: AbortSignal, isMet?: () => boolean): Promise<void>
  /** Whoever has come to the end since is to be read as well. */
  reopen(): void
}

type Ids = readonly (number | null)[]

// What changes faster than it can be read, or does not care for the offset, must not be read for ever.
const mostFailures = 30
const mostFailuresOfTies = 5
const mostRepeats = 50

export function createScan<T>(options: ScanOptions<T>): Scan {
  const { ask, orders, onAnswer, max, most, atATime, wanted = () => Number.POSITIVE_INFINITY } = options
  const coverage = createCoverage()
  let { overlap, from: next } = options
  let isAtEnd = false
  let isWhole = false
  let isStill = true
  let isOneAtATime = false
  let answers = 0
  let head: Ids = []
  let previous: { offset: number; ids: Ids } | null = null
  let repeats = 0
  let failures = 0
  let endsAtFailure = new Map<Rule, number | undefined>()

  async function readOn(signal: AbortSignal, isMet = () => false) {
    const ahead = createReadAhead(ask, signal)
    const isThrough = () => isAtEnd || isMet()
    const hasRoom = (stride: number, inHand: number) => {
      const isAlone = answers === 0 || isOneAtATime || orders.linking().length === 0
      const asked = ahead.size + inHand
      return asked === 0 || (!isAlone && ahead.size < atATime && asked * stride < wanted())
    }
    /** @param inHand answers that were taken, and are not accepted yet */
    const askOn = (inHand: number) => {
      const stride = max - overlap
      while (hasRoom(stride, inHand)) {
        const asked = (ahead.size + inHand) * stride
        const readAgain = answers === 0 ? 0 : overlap
        ahead.ask(next + asked, Math.max(1, Math.min(max, wanted() - asked + readAgain)))
      }
    }
    try {
      while (!isThrough()) {
        askOn(0)
        const answer = await ahead.take()
        // The next ones are on their way while this one is worked on.
        if (atATime > 1 && !answer.isShort) askOn(1)
        const isGoingOn = await accept(answer, signal)
        if (!isGoingOn) ahead.drop()
      }
    } finally {
      ahead.drop()
    }
  }

  /** false where whatever was asked for behind it is of no use. */
  async function accept(answer: Answer<T>, signal: AbortSignal): Promise<boolean> {
    const gap = gapTo(answer)
    if (gap === null || failures > mostFailures) return take(answer)
    isStill = false
    noteFailure(gap)
    await bridge(answer, signal)
    overlap = Math.max(overlap, Math.min(overlap * 2, Math.floor(max / 4)))
    if (isAtEnd) return false
    const gapLeft = gapTo(answer)
    if (gapLeft !== null) {
      const isTied = gapLeft.length > 0 && gapLeft.every((rule) => beginsTied(rule, answer))
      if (failures < (isTied ? mostFailuresOfTies : mostFailures)) return false
      for (const rule of gapLeft) rule.isBroken = true
    }
    return take({ ...answer, isAlone: false })
  }

  /** null where it is linked, else the orders in which it is not. */
  function gapTo(answer: Answer<T>): readonly Rule[] | null {
    const rules = orders.linking()
    if (rules.length > 0) {
      const gap = coverage.gapsTo(answer, rules)
      return gap.length > 0 ? gap : null
    }
    // In no known order, a row that both have is all that links them.
    if (answer.offset === 0 || previous === null) return null
    const ids = new Set(previous.ids)
    return answer.keys.some(({ id }) => id !== null && ids.has(id)) ? null : []
  }

  /** Steps back from an answer, further each time, to where something known is. */
  async function bridge(answer: Answer<T>, signal: AbortSignal) {
    for (let back = overlap * 2; ; back *= 2) {
      const offset = Math.max(0, answer.offset - back)
      const size = failures > 1 ? most : Math.min(most, back + overlap)
      const between = await ask(offset, size, signal, true)
      if (gapTo(between) === null) return take(between)
    }
  }

  function take(answer: Answer<T>): boolean {
    compareWithPrevious(answer)
    answers++
    onAnswer(answer)
    coverage.add(answer, orders.alive())
    next = Math.max(0, answer.offset + answer.keys.length - overlap)
    isWhole = answer.offset === 0 && answer.isShort
    // Beside others it may have been answered before them, and lack what has moved to the end meanwhile.
    const isEnd = answer.isAlone || !orders.alive().some(({ sign }) => sign === 1)
    if (answer.isShort) isOneAtATime = true
    isAtEnd = isWhole || (answer.isShort && isEnd) || repeats > mostRepeats
    return !answer.isShort
  }

  function compareWithPrevious({ offset, keys, isAlone }: Answer<T>) {
    const ids = keys.map(({ id }) => id)
    if (previous === null) head = ids
    else {
      const shift = offset - previous.offset
      const readAgain = shift < 0 ? [] : previous.ids.slice(shift)
      if (!isAlone || readAgain.length === 0 || !isStartOf(ids, readAgain)) isStill = false
      repeats = shift > 0 && ids.length > 0 && isStartOf(ids, previous.ids) ? repeats + 1 : 0
      if (repeats > mostRepeats) for (const rule of orders.alive()) rule.isBroken = true
    }
    previous = { offset, ids }
  }

  function noteFailure(gap: readonly Rule[]) {
    const ends = new Map(gap.map((rule) => [rule, coverage.end(rule)?.at]))
    const hasAdvanced = gap.some(
      (rule) => !endsAtFailure.has(rule) || endsAtFailure.get(rule) !== ends.get(rule),
    )
    failures = hasAdvanced ? 1 : failures + 1
    endsAtFailure = ends
  }

  function beginsTied(rule: Rule, answer: Answer<T>): boolean {
    const begin = spanOf(rule, answer.keys)?.first
    return begin === undefined || begin.at === coverage.end(rule)?.at
  }

  return {
    coverage,
    get isAtEnd() {
      return isAtEnd
    },
    get isWhole() {
      return isWhole
    },
    get isStill() {
      return isStill
    },
    get answers() {
      return answers
    },
    get head() {
      return head
    },
    readOn,
    reopen() {
      isAtEnd = false
      isOneAtATime = true
    },
  }
}

function isStartOf(ids: Ids, start: Ids): boolean {
  return ids.length >= start.length && start.every((id, place) => id === ids[place])
}
