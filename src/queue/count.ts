/** What is at an offset, by a read of one row: the id of the photo, true where it has none, or false: nothing. */
export type Probe = (offset: number) => Promise<number | boolean>

export type CountOptions = {
  /** So many there are for sure, e.g. those of a page that was read. */
  atLeast?: number
  /** An offset at which there was nothing. */
  atMost?: number
  /** What was counted before; where it still holds, two probes tell. */
  known?: number | null
  /** Behind the end there was nothing elsewhere, so that there is nothing here, too. */
  endsEmpty?: () => boolean
  /** "At least so many" will do: fewer are counted by one probe after another, more are not counted. */
  upTo?: number
}

/** As far as it was told: exactly so many, or at least so many. */
export type Count = { total: number; isExact: boolean }

const firstProbes = [1_000, 32_000, 1_000_000]
const nearby = [8, 64, 512]
const quarters = [0.25, 0.5, 0.75]
const half = [0.5]
/** Far more than it takes, whatever comes and goes meanwhile. */
const mostRounds = 40

/**
 * The number of photos of a status: exactly, by three probes side by side, first far apart, then narrowing; or up to so
 * many, one after another. Not of one moment: while photos come and go it is the number at which the last probes agreed.
 * Where offsets behind the end are answered with the last photo, or the first, that one tells where they begin. Not exact
 * where the answers do not come to an end. Rejects as a probe does.
 */
export async function countPhotos(probe: Probe, options: CountOptions = {}): Promise<Count> {
  const {
    atLeast = 0,
    atMost = Number.POSITIVE_INFINITY,
    known = null,
    upTo = Number.POSITIVE_INFINITY,
  } = options
  /** A photo by the lowest offset at which it was found, while there is none at which nothing was. */
  const lowestOf = new Map<number, number>()
  let isEndSeen = atMost < Number.POSITIVE_INFINITY
  const endsEmpty = () => isEndSeen || options.endsEmpty?.() === true
  // There is a photo in front of `low`, and none at `high`.
  let low = Math.min(atLeast, atMost)
  let high = atMost
  const isRough = upTo < Number.POSITIVE_INFINITY
  const firsts = isRough ? [upTo - 1, upTo] : firstProbes
  const parts = isRough ? half : quarters
  let offsets = known === null ? firsts.slice(0, parts.length) : [known - 1, known]
  for (let round = 0; low < high; round++) {
    // Two that are answered with the same photo lie behind the end.
    if (low > upTo || (low === upTo && endsEmpty())) return { total: upTo, isExact: false }
    if (round === mostRounds) return { total: atLeast, isExact: false }
    const isWithin = (offset: number) => offset >= low && offset < high
    const asked = offsets.some(isWithin) ? offsets.filter(isWithin) : spread(low, high, firsts, parts)
    const found = await Promise.all(asked.map(probe))
    for (const [index, offset] of asked.entries()) {
      const photo = found[index] ?? false
      if (photo === false) {
        high = Math.min(high, offset)
        isEndSeen = true
        continue
      }
      low = Math.max(low, offset + 1)
      if (typeof photo !== 'number') continue
      const lowest = lowestOf.get(photo)
      if (lowest !== undefined && !endsEmpty()) return countClamped(probe, photo, lowest || offset)
      lowestOf.set(photo, offset)
    }
    offsets =
      round === 0 && known !== null && known < upTo ? around(known, low) : spread(low, high, firsts, parts)
  }
  return { total: high, isExact: true }
}

/** @param clamped the photo with which offsets behind the end are answered, as `at` was */
async function countClamped(probe: Probe, clamped: number, at: number): Promise<Count> {
  const isClamped = async (offset: number) => {
    const photo = await probe(offset)
    return photo === clamped || photo === false
  }
  // It may be found at its own place as well, which is the first or the last.
  const isFirst = await isClamped(0)
  let low = isFirst ? 1 : 0
  let high = Math.max(low, at)
  for (let round = 0; low < high; round++) {
    if (round === mostRounds) return { total: 0, isExact: false }
    const asked = spread(low, high)
    const found = await Promise.all(asked.map(isClamped))
    for (const [index, offset] of asked.entries()) {
      if (found[index]) high = Math.min(high, offset)
      else low = Math.max(low, offset + 1)
    }
  }
  return { total: isFirst ? high : high + 1, isExact: true }
}

/** Photos come and go a few at a time: the new number is looked for near the old one first. */
function around(known: number, low: number): number[] {
  return nearby.map((distance) => (low > known ? known + distance : known - distance))
}

/** The offsets that part what is still possible; where it spans orders of magnitude, by magnitude. */
function spread(low: number, high: number, firsts = firstProbes, parts = quarters): number[] {
  if (high === Number.POSITIVE_INFINITY) {
    const further = firsts.filter((offset) => offset >= low).slice(0, parts.length)
    return further.length > 0 ? further : [low * 4, low * 16, low * 64]
  }
  const offsets =
    high > 4 * (low + 1)
      ? parts.map((part) => (low + 1) * ((high + 1) / (low + 1)) ** part - 1)
      : parts.map((part) => low + (high - low) * part)
  return [...new Set(offsets.map((offset) => Math.min(high - 1, Math.max(low, Math.floor(offset)))))]
}
