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
  endsEmpty?: boolean
}

/** As far as it was told: exactly so many, or at least so many. */
export type Count = { total: number; isExact: boolean }

const firstProbes = [1_000, 32_000, 1_000_000]
const nearby = [8, 64, 512]
/** Far more than it takes, whatever comes and goes meanwhile. */
const mostRounds = 40

/**
 * The exact number of photos of a status: three probes side by side, first far apart, then narrowing. Not of one
 * moment: while photos come and go it is the number at which the last probes agreed. Where offsets behind the end are
 * answered with the last photo, or the first, that one tells where they begin. null where the answers do not come to an
 * end. Rejects as a probe does.
 */
export async function countPhotos(probe: Probe, options: CountOptions = {}): Promise<number | null> {
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY, known = null } = options
  /** A photo by the lowest offset at which it was found, while there is none at which nothing was. */
  const lowestOf = new Map<number, number>()
  let endsEmpty = options.endsEmpty === true || atMost < Number.POSITIVE_INFINITY
  // There is a photo in front of `low`, and none at `high`.
  let low = Math.min(atLeast, atMost)
  let high = atMost
  let offsets = known === null ? firstProbes : [known - 1, known]
  for (let round = 0; low < high; round++) {
    if (round === mostRounds) return null
    const isWithin = (offset: number) => offset >= low && offset < high
    const asked = offsets.some(isWithin) ? offsets.filter(isWithin) : spread(low, high)
    const found = await Promise.all(asked.map(probe))
    for (const [index, offset] of asked.entries()) {
      const photo = found[index] ?? false
      if (photo === false) {
        high = Math.min(high, offset)
        endsEmpty = true
        continue
      }
      low = Math.max(low, offset + 1)
      if (typeof photo !== 'number') continue
      const lowest = lowestOf.get(photo)
      if (lowest !== undefined && !endsEmpty) return countClamped(probe, photo, lowest || offset)
      lowestOf.set(photo, offset)
    }
    offsets = round === 0 && known !== null ? around(known, low) : spread(low, high)
  }
  return high
}

/** @param clamped the photo with which offsets behind the end are answered, as `at` was */
async function countClamped(probe: Probe, clamped: number, at: number): Promise<number | null> {
  const isClamped = async (offset: number) => {
    const photo = await probe(offset)
    return photo === clamped || photo === false
  }
  // It may be found at its own place as well, which is the first or the last.
  const isFirst = await isClamped(0)
  let low = isFirst ? 1 : 0
  let high = Math.max(low, at)
  for (let round = 0; low < high; round++) {
    if (round === mostRounds) return null
    const asked = spread(low, high)
    const found = await Promise.all(asked.map(isClamped))
    for (const [index, offset] of asked.entries()) {
      if (found[index]) high = Math.min(high, offset)
      else low = Math.max(low, offset + 1)
    }
  }
  return isFirst ? high : high + 1
}

/** Photos come and go a few at a time: the new number is looked for near the old one first. */
function around(known: number, low: number): number[] {
  return nearby.map((distance) => (low > known ? known + distance : known - distance))
}

/** Three offsets that part what is still possible; where it spans orders of magnitude, by magnitude. */
function spread(low: number, high: number): number[] {
  if (high === Number.POSITIVE_INFINITY) {
    const further = firstProbes.filter((offset) => offset > low)
    return further.length > 0 ? further : [low * 4, low * 16, low * 64]
  }
  const quarters = [0.25, 0.5, 0.75]
  const offsets =
    high > 4 * (low + 1)
      ? quarters.map((part) => (low + 1) * ((high + 1) / (low + 1)) ** part - 1)
      : quarters.map((part) => low + (high - low) * part)
  return [...new Set(offsets.map((offset) => Math.min(high - 1, Math.max(low, Math.floor(offset)))))]
}

/** From here on a number that was only looked at is "at least so many": lower ones would help nobody. */
const roughFrom = 1_000

/**
 * Exactly below 1,000, with at most 16 probes of one row, one after another; else at least 1,000, for one. A number counted
 * before that still holds stays exact, which takes two.
 *
 * @param endsEmpty behind the end there was nothing; until that was seen, a photo may come from elsewhere
 */
export async function roughCount(
  probe: Probe,
  known: number | null = null,
  endsEmpty: () => boolean = () => true,
): Promise<Count> {
  let low = 0
  let high = roughFrom - 1
  if (known !== null && known > 0) {
    const [isThere, isMore] = await Promise.all([probe(known - 1), probe(known)])
    if (isThere !== false && isMore === false) return { total: known, isExact: true }
    if (isMore !== false && !endsEmpty()) return exactly(await countPhotos(probe, { known }))
    if (isMore !== false) low = Math.min(known + 1, roughFrom)
    else high = Math.min(known - 1, high)
  }
  if (low === roughFrom) return { total: roughFrom, isExact: false }
  if (high === roughFrom - 1) {
    const photo = await probe(high)
    const isElsewhere = typeof photo === 'number' && !endsEmpty() && (await probe(high - 1)) === photo
    if (isElsewhere) return exactly(await countClamped(probe, photo, high - 1))
    if (photo !== false) return { total: roughFrom, isExact: false }
  }
  while (low < high) {
    const middle = Math.floor(high > 4 * (low + 1) ? Math.sqrt((low + 1) * (high + 1)) - 1 : (low + high) / 2)
    if ((await probe(middle)) !== false) low = middle + 1
    else high = middle
  }
  return { total: high, isExact: true }
}

const exactly = (total: number | null): Count => ({ total: total ?? 0, isExact: total !== null })
