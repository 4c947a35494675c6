/** Whether there is a photo at an offset: a read of one row answers it. */
export type Probe = (offset: number) => Promise<boolean>

export type CountOptions = {
  /** So many there are for sure, e.g. those of a page that was read. */
  atLeast?: number
  /** An offset at which there was nothing. */
  atMost?: number
  /** What was counted before; where it still holds, two probes tell. */
  known?: number | null
}

/** As far as it was told: exactly so many, or at least so many. */
export type Count = { total: number; isExact: boolean }

const firstProbes = [1_000, 32_000, 1_000_000]
const nearby = [8, 64, 512]
const steps = [1_000, 100, 1]

/**
 * The exact number of photos of a status: three probes side by side, first far apart, then narrowing. Not of one
 * moment: while photos come and go it is the number at which the last probes agreed. Rejects as a probe does.
 */
export async function countPhotos(probe: Probe, options: CountOptions = {}): Promise<number> {
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY, known = null } = options
  // There is a photo in front of `low`, and none at `high`.
  let low = Math.min(atLeast, atMost)
  let high = atMost
  let offsets = known === null ? firstProbes : [known - 1, known]
  for (let round = 0; low < high; round++) {
    const isWithin = (offset: number) => offset >= low && offset < high
    const asked = offsets.some(isWithin) ? offsets.filter(isWithin) : spread(low, high)
    const found = await Promise.all(asked.map(probe))
    for (const [index, offset] of asked.entries()) {
      if (found[index]) low = Math.max(low, offset + 1)
      else high = Math.min(high, offset)
    }
    offsets = round === 0 && known !== null ? around(known, low) : spread(low, high)
  }
  return high
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

/**
 * Roughly, with at most three probes: 0, or at least 1, 100 or 1,000. A number counted before that still holds stays
 * exact, which takes two; one that has changed a lot may leave only "at least 0".
 */
export async function roughCount(probe: Probe, known: number | null = null): Promise<Count> {
  if (known === null || known === 0) return firstStep(probe, steps)
  const [isThere, isMore] = await Promise.all([probe(known - 1), probe(known)])
  if (isMore) return { total: steps.find((step) => step <= known + 1) ?? 1, isExact: false }
  if (isThere) return { total: known, isExact: true }
  const step = steps.find((step) => step < known)
  if (step === undefined) return { total: 0, isExact: true }
  const found = await firstStep(probe, [step])
  return step === 1 ? found : { ...found, isExact: false }
}

async function firstStep(probe: Probe, within: readonly number[]): Promise<Count> {
  for (const step of within) if (await probe(step - 1)) return { total: step, isExact: false }
  return { total: 0, isExact: true }
}
