import { createCoverage, type Answer, type Coverage } from './coverage'
import { spanOf, type Orders, type RowKeys, type Rule } from './order'
import type { Office } from './office'
import { createReadAhead } from './read-ahead'

export type ScanOptions<T> = {
  /** Rejects as the request does. */
  ask: (offset: number, max: number, signal: AbortSignal, isAlone: boolean) => Promise<Answer<T>>
  orders: Orders
  office: Office
  /** Answers that are linked to those before; false where there was nothing new in one. */
  onAnswer: (answer: Answer<T>) => boolean
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
const mostInVain = 60
/** In no known order, fewer rows that are where they were say little of the others. */
const enoughAgain = 5

type Hint = {
  last: number | null
  end: number
  isWhole: boolean
  /** It is the only row. */
  isOnly: boolean
  given: number
}

export function createScan<T>(options: ScanOptions<T>): Scan {
  const { ask, orders, office, onAnswer, most, atATime, wanted = () => Number.POSITIVE_INFINITY } = options
  const coverage = createCoverage()
  let { overlap, from: next } = options
  /** The row with which the list seems to end, and whether one answer had all of it. */
  let hint: Hint | null = null
  let isAtEnd = false
  let isWhole = false
  let isStill = true
  let isOneAtATime = false
  let answers = 0
  let head: Ids = []
  let previous: { offset: number; ids: Ids } | null = null
  let repeats = 0
  let lastEnd: number | null = null
  let inVain = 0
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
      const max = mostOfAnswer()
      const stride = max - againOf(max)
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
        if (hint && !isThrough()) await confirm(signal)
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
    if (++inVain > mostInVain) {
      giveUp()
      isAtEnd = true
      return false
    }
    noteFailure(gap)
    await bridge(answer, signal)
    overlap = Math.max(overlap, Math.min(overlap * 2, Math.floor(mostOfAnswer() / 4)))
    // What was read in between may reach past it: then it goes on from there.
    const end = previous === null ? 0 : previous.offset + previous.ids.length
    if (isAtEnd || end >= answer.offset + answer.keys.length) return false
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
    inVain = onAnswer(answer) ? 0 : inVain + 1
    if (inVain > mostInVain) giveUp()
    coverage.add(answer, orders.alive())
    const given = answer.keys.length
    noteEnd(answer)
    // The last row again at least, unless it is the only one.
    next = answer.offset + given - Math.max(hint && !hint.isOnly ? 1 : 0, againOf(given))
    return !answer.isShort && hint === null
  }

  /** A short answer may be the end, and so may one that ends where the one before did: it is seen twice. */
  function noteEnd(answer: Answer<T>) {
    const { offset, keys, isShort, isAlone } = answer
    const last = keys.at(-1)?.id ?? null
    const isFurther = hint !== null && last !== hint.last
    if (isFurther && hint) {
      office.noteMoreBehind(hint.given)
      // What it gives at most is asked for from now on: short answers are the end again.
      isOneAtATime = office.habits.atMost === most
    }
    isWhole = offset === 0 && keys.length === 0
    // Beside others it may have been answered before them, and lack what has moved to the end meanwhile.
    const isEnd = isAlone || !orders.alive().some(({ sign }) => sign === 1)
    isAtEnd = isWhole || (isEnd && keys.length === 0) || repeats > mostRepeats
    const isStuck = isAlone && last !== null && last === lastEnd
    lastEnd = last
    if (isShort) isOneAtATime = true
    // Where answers are short by nature, one that is nearly as long as was asked for says nothing.
    const isHint = isShort && isEnd && (!office.habits.isShort || keys.length * 2 < mostOfAnswer())
    hint =
      isHint || isStuck
        ? {
            last,
            end: offset + keys.length,
            isWhole: offset === 0 && isShort,
            isOnly: offset === 0 && keys.length === 1,
            given: isShort ? keys.length : 0,
          }
        : null
  }

  /** Looks once more from before the last row on, nearer to it each time, until what comes is too little to be cut off. */
  async function confirm(signal: AbortSignal) {
    for (let known = hint; known && inVain <= mostInVain;) {
      const asked = Math.min(mostOfAnswer(), 2 * overlap + 1)
      const answer = await ask(next, asked, signal, true)
      const { length } = answer.keys
      const isOnly = length === 0 || (length === 1 && answer.keys[0]?.id === known.last)
      if (known.isOnly && next === known.end && isOnly) return end(known.isWhole)
      // Tied rows may come in another order, but they end at the same place.
      const isSameEnd = answer.keys.at(-1)?.id === known.last || answer.offset + length === known.end
      const isLinked = gapTo(answer) === null
      if (length === 0 || !isSameEnd || !(isLinked || isSeenAgain(answer))) {
        await accept(answer, signal)
        return
      }
      compareWithPrevious(answer, 1)
      const isNew = isLinked && onAnswer(answer)
      if (isLinked) coverage.add(answer, orders.alive())
      if (isNew) inVain = 0
      const isFarShort = length < office.mostGiven && (!office.habits.isShort || length * 2 < asked)
      const isEnd = answer.isShort ? isFarShort : await isAnsweredBehind(answer, signal)
      if (isEnd && !isNew) return end(known.isWhole)
      inVain++
      next = answer.offset + length - Math.floor(length / 2)
    }
    giveUp()
    isAtEnd = true
  }

  /** Whether it has nothing but rows of the one before. */
  function isSeenAgain({ keys }: Answer<T>): boolean {
    const known = new Set(previous?.ids)
    return keys.every(({ id }) => known.has(id))
  }

  /** Whether what lies behind the last rows is answered with them: then a full answer ends there, too. */
  async function isAnsweredBehind({ offset, keys }: Answer<T>, signal: AbortSignal) {
    const behind = await ask(offset + keys.length, Math.min(overlap + 1, keys.length), signal, true)
    return isSame(behind.keys, keys.slice(-Math.max(1, behind.keys.length)))
  }

  function end(isAll: boolean) {
    isAtEnd = true
    isWhole = isAll
  }

  /** So many rows of an answer are read again with the next one, which gets further, however little is given. */
  const againOf = (given: number) => (given > overlap ? overlap : Math.floor(given / 2))

  const mostOfAnswer = () => Math.min(options.max, office.habits.atMost)

  function compareWithPrevious({ offset, keys, isAlone }: Answer<T>, enough = enoughAgain) {
    const ids = keys.map(({ id }) => id)
    if (previous === null) head = ids
    else {
      const shift = offset - previous.offset
      const readAgain = shift < 0 ? [] : previous.ids.slice(shift)
      const isTooLittle = readAgain.length < Math.min(overlap, enough)
      if (!isAlone || isTooLittle || !isStartOf(ids, readAgain)) isStill = false
      repeats = shift > 0 && ids.length > 0 && isStartOf(ids, previous.ids) ? repeats + 1 : 0
      if (repeats > mostRepeats) giveUp()
    }
    previous = { offset, ids }
  }

  /** It does not get anywhere, and so nobody knows what is missing. */
  function giveUp() {
    for (const rule of orders.alive()) rule.isBroken = true
    isStill = false
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
      hint = null
      lastEnd = null
      isOneAtATime = true
    },
  }
}

function isStartOf(ids: Ids, start: Ids): boolean {
  return ids.length >= start.length && start.every((id, place) => id === ids[place])
}

const isSame = (keys: readonly RowKeys[], others: readonly RowKeys[]) =>
  keys.length === others.length && keys.every(({ id }, place) => id === others[place]?.id)
