import { createCoverage, type Answer } from './coverage'
import type { Orders, Rule } from './order'
import { endOf, hasLastRows, isOnly, isSameEnd, isStillOnly, lastIdOf } from './end-hint'
import type { Office } from './office'
import { createReadAhead } from './read-ahead'
import { createRowsInPlace } from './rows-in-place'

type ScanOptions<T> = {
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

// What does not get anywhere so often will not do otherwise.
const mostInVain = 60
// What changes faster than it can be read, or does not care for the offset, must not be read for ever. Tied rows come in any
// order: with them more tries do not help.
const mostGaps = 30
const mostGapsOfTies = 5
/** In no known order, fewer rows that are where they were say little of the others. */
const enoughAgain = 5

/** One way through the list from an offset, each answer linked to what was seen before. */
export function createScan<T>(options: ScanOptions<T>) {
  const { ask, orders, office, onAnswer, most, atATime, wanted = () => Number.POSITIVE_INFINITY } = options
  const coverage = createCoverage()
  const inPlace = createRowsInPlace()
  let { overlap, from: next } = options
  /** The answer with which the list seems to end. */
  let hint: Answer<T> | null = null
  let isOneAtATime = false
  let lastEnd: number | null = null
  let inVain = 0
  /** So many answers in a row could not be linked, without getting any further. */
  let gaps = 0
  let endsBefore = new Set<string>()

  const mostOfAnswer = () => Math.min(options.max, office.habits.atMost)
  /** So many rows of an answer are read again with the next one, which gets further, however little is given. */
  const againOf = (given: number) => (given > overlap ? overlap : Math.floor(given / 2))

  const scan = {
    coverage,
    inPlace,
    isAtEnd: false,
    /** The last answer had everything. */
    isWhole: false,
    answers: 0,
    readOn,
    /** Whoever has come to the end since is to be read as well. */
    reopen() {
      scan.isAtEnd = false
      hint = null
      lastEnd = null
      isOneAtATime = true
    },
  }
  return scan

  /** Reads on until the end, or until `isMet`. Rejects with the first failure; called again it goes on from there. */
  async function readOn(signal: AbortSignal, isMet = () => false) {
    const ahead = createReadAhead(ask, signal)
    const isThrough = () => scan.isAtEnd || isMet()
    const hasRoom = (stride: number, inHand: number) => {
      const isAlone = scan.answers === 0 || isOneAtATime || orders.linking().length === 0
      const asked = ahead.size() + inHand
      return asked === 0 || (!isAlone && ahead.size() < atATime && asked * stride < wanted())
    }
    /** @param inHand answers that were taken, and are not accepted yet */
    const askOn = (inHand: number) => {
      const max = mostOfAnswer()
      const stride = max - againOf(max)
      while (hasRoom(stride, inHand)) {
        const asked = (ahead.size() + inHand) * stride
        const rest = wanted() - asked + (scan.answers === 0 ? 0 : overlap)
        ahead.ask(next + asked, Math.max(1, Math.min(max, rest)))
      }
    }
    try {
      while (!isThrough()) {
        askOn(0)
        const answer = await ahead.take()
        // The next ones are on their way while this one is worked on.
        if (atATime > 1 && !answer.isShort) askOn(1)
        if (!(await accept(answer, signal))) ahead.drop()
        if (hint && !isThrough()) await confirm(signal)
      }
    } finally {
      ahead.drop()
    }
  }

  /** false where whatever was asked for behind it is of no use. */
  async function accept(answer: Answer<T>, signal: AbortSignal): Promise<boolean> {
    const gap = gapTo(answer)
    if (gap === null || gaps > mostGaps) return take(answer)
    inPlace.isStill = false
    if (++inVain > mostInVain) {
      giveUp()
      return false
    }
    const ends = gap.map((rule) => `${rule.name} ${coverage.end(rule)?.at}`)
    gaps = ends.every((end) => endsBefore.has(end)) ? gaps + 1 : 1
    endsBefore = new Set(ends)
    await bridge(answer, signal)
    overlap = Math.max(overlap, Math.min(overlap * 2, Math.floor(mostOfAnswer() / 4)))
    // What was read in between may reach past it: then it goes on from there.
    if (scan.isAtEnd || inPlace.end >= endOf(answer)) return false
    const gapLeft = gapTo(answer)
    if (gapLeft !== null) {
      if (gaps < (coverage.isTiedTo(answer, gapLeft) ? mostGapsOfTies : mostGaps)) return false
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
    return answer.offset === 0 || inPlace.hasSome(answer.keys) ? null : []
  }

  /** Steps back from an answer, further each time, to where something known is. */
  async function bridge(answer: Answer<T>, signal: AbortSignal) {
    for (let back = overlap * 2; ; back *= 2) {
      const offset = Math.max(0, answer.offset - back)
      const size = gaps > 1 ? most : Math.min(most, back + overlap)
      const between = await ask(offset, size, signal, true)
      if (gapTo(between) === null) return take(between)
    }
  }

  function take(answer: Answer<T>): boolean {
    inPlace.compare(answer, Math.min(overlap, enoughAgain))
    scan.answers++
    inVain = onAnswer(answer) ? 0 : inVain + 1
    if (inVain > mostInVain) giveUp()
    coverage.add(answer, orders.alive())
    noteEnd(answer)
    // The last row again at least, unless it is the only one.
    const least = hint && !isOnly(hint) ? 1 : 0
    next = endOf(answer) - Math.max(least, againOf(answer.keys.length))
    return !answer.isShort && hint === null
  }

  /** A short answer may be the end, and so may one that ends where the one before did: it is seen twice. */
  function noteEnd(answer: Answer<T>) {
    const { offset, keys, isShort, isAlone } = answer
    const last = lastIdOf(answer)
    if (hint && last !== lastIdOf(hint)) {
      office.noteMoreBehind(hint.isShort ? hint.keys.length : 0)
      // What it gives at most is asked for from now on: short answers are the end again.
      isOneAtATime = office.habits.atMost === most
    }
    scan.isWhole = offset === 0 && keys.length === 0
    // Beside others it may have been answered before them, and lack what has moved to the end meanwhile.
    const isEnd = isAlone || !orders.alive().some(({ sign }) => sign === 1)
    scan.isAtEnd = scan.isWhole || (isEnd && keys.length === 0) || inVain > mostInVain
    const isStuck = isAlone && last !== null && last === lastEnd
    lastEnd = last
    if (isShort) isOneAtATime = true
    // Where answers are short by nature, one that is nearly as long as was asked for says nothing.
    const isHint = isShort && isEnd && (!office.habits.isShort || keys.length * 2 < mostOfAnswer())
    hint = isHint || isStuck ? answer : null
  }

  /** Looks once more from before the last row on, nearer to it each time, until what comes is too little to be cut off. */
  async function confirm(signal: AbortSignal) {
    const known = hint
    if (!known) return
    const isAll = known.offset === 0 && known.isShort
    while (inVain <= mostInVain) {
      const asked = Math.min(most, office.habits.atMost, 2 * overlap + 1)
      const answer = await ask(next, asked, signal, true)
      if (isStillOnly(known, answer)) return end(isAll)
      const isLinked = gapTo(answer) === null
      if (!isSameEnd(known, answer) || !(isLinked || inPlace.hasAll(answer.keys))) {
        await accept(answer, signal)
        return
      }
      inPlace.compare(answer, 1)
      const { length } = answer.keys
      const isNew = isLinked && onAnswer(answer)
      if (isLinked) coverage.add(answer, orders.alive())
      // One that is nearly as long as was asked for may have been cut off there by chance.
      const isEnd =
        answer.isShort && length * 2 < asked
          ? length < office.mostGiven
          : (!answer.isShort || !office.habits.isShort) && (await isNothingBehind(answer, signal))
      if (isEnd && !isNew) return end(isAll)
      inVain = isNew ? 0 : inVain + 1
      next = endOf(answer) - Math.floor(length / 2)
    }
    giveUp()
  }

  /** Whether what lies behind is answered with nothing, or, where that is how, with the last rows: then a full answer ends there, too. */
  async function isNothingBehind(answer: Answer<T>, signal: AbortSignal) {
    const { length } = answer.keys
    const behind = await ask(endOf(answer), Math.min(overlap + 1, length), signal, true)
    return behind.keys.length === 0 || hasLastRows(behind, answer)
  }

  function end(isAll: boolean) {
    scan.isWhole = isAll
    scan.isAtEnd = true
  }

  /** It does not get anywhere: nobody knows what is missing. */
  function giveUp() {
    for (const rule of orders.alive()) rule.isBroken = true
    inPlace.isStill = false
    scan.isAtEnd = true
  }
}
