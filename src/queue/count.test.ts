import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPhotos, type CountOptions, type Probe } from './count'

/** A status of so many photos, and what it was asked. */
function aStatus(total: number) {
  const asked: number[] = []
  let underWay = 0
  let rounds = 0
  let mostAtATime = 0
  const probe: Probe = async (offset) => {
    if (underWay === 0) rounds++
    asked.push(offset)
    underWay++
    mostAtATime = Math.max(mostAtATime, underWay)
    await Promise.resolve()
    underWay--
    return offset < total
  }
  return {
    asked,
    probe,
    get rounds() {
      return rounds
    },
    get mostAtATime() {
      return mostAtATime
    },
  }
}

async function count(total: number, options: CountOptions = {}) {
  const status = aStatus(total)
  expect(await countPhotos(status.probe, options)).toEqual({ total, isExact: true })
  return status
}

/** Sizes of which as many are near 10 as near 100,000. */
const logUniform = fc
  .double({ min: 0, max: Math.log(1_000_000), noNaN: true })
  .map((power) => Math.round(Math.exp(power)))

describe('the exact number of photos', () => {
  it('is found for every size, in at most twelve rounds of at most three probes', async () => {
    await fc.assert(
      fc.asyncProperty(logUniform, async (total) => {
        const { rounds, mostAtATime } = await count(total)
        expect(rounds).toBeLessThanOrEqual(12)
        expect(mostAtATime).toBeLessThanOrEqual(3)
      }),
      {
        numRuns: 2_000,
        seed: 3,
        examples: [[0], [1], [999], [1_000], [1_001], [31_999], [32_001], [1_000_000]],
      },
    )
  })

  it('takes less than eight rounds on average', async () => {
    const totals = fc.sample(logUniform, { numRuns: 2_000, seed: 7 })
    let rounds = 0
    for (const total of totals) rounds += (await count(total)).rounds
    expect(rounds / totals.length).toBeLessThan(8)
  })

  it('is looked for at 1,000, 32,000 and 1,000,000 first', async () => {
    expect((await count(12_000)).asked.slice(0, 3)).toEqual([1_000, 32_000, 1_000_000])
  })

  it('takes two requests when nothing has changed, and one when there is still none', async () => {
    expect((await count(412, { known: 412 })).asked).toEqual([411, 412])
    expect((await count(0, { known: 0 })).asked).toEqual([0])
  })

  it('that has changed a little is found near the old one', async () => {
    for (const total of [405, 420]) expect((await count(total, { known: 412 })).rounds).toBeLessThan(5)
  })

  it('asks nothing where the pages that were read tell already', async () => {
    expect((await count(37, { atLeast: 37, atMost: 37 })).asked).toEqual([])
  })

  it('is looked for between what is there for sure and what is not', async () => {
    const { asked } = await count(60, { atLeast: 50, atMost: 75 })
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(50)
    expect(Math.max(...asked)).toBeLessThan(75)
  })

  it('is right whatever was known before', async () => {
    const size = fc.integer({ min: 0, max: 3_000 })
    await fc.assert(
      fc.asyncProperty(size, size, async (total, known) => void (await count(total, { known }))),
      { numRuns: 500, seed: 11 },
    )
  })

  it('is of more than a million photos found as well', async () => {
    await count(5_000_000)
  })

  it('comes to an end, and within what there was, while photos come and go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 900, max: 1_100 }), { minLength: 50 }), async (sizes) => {
        let next = 0
        const found = await countPhotos(async (offset) => offset < (sizes[next++ % sizes.length] ?? 0))
        expect(found.total).toBeGreaterThanOrEqual(900)
        expect(found.total).toBeLessThanOrEqual(1_100)
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  it('is not told when a probe fails', async () => {
    await expect(countPhotos(() => Promise.reject(new Error('down')))).rejects.toThrow('down')
  })
})

describe('a status whose offsets are clamped', () => {
  const offsets = fc.integer({ min: 1, max: 100_000 })
  const clamped = (total: number, behind: 'last' | 'first') => {
    let requests = 0
    const probe: Probe = async (offset) => {
      requests++
      if (requests > 150) throw new Error('It is asked for ever')
      return 7_000_000 - (offset < total ? offset : behind === 'last' ? total - 1 : 0)
    }
    return probe
  }

  it.each(['last', 'first'] as const)(
    'has its number though far offsets are answered with its %s photo, whatever was known before',
    async (behind) => {
      await fc.assert(
        fc.asyncProperty(offsets, offsets, async (total, known) => {
          const exactly = { total, isExact: true }
          expect(await countPhotos(clamped(total, behind))).toEqual(exactly)
          expect(await countPhotos(clamped(total, behind), { known: total })).toEqual(exactly)
          const { isExact, total: found } = await countPhotos(clamped(total, behind), { upTo: 1_000 })
          expect(isExact ? found === total : found <= total).toBe(true)
          expect(await countPhotos(clamped(total, behind), { known })).toEqual(exactly)
        }),
        {
          numRuns: 300,
          seed: 37,
          examples: [
            [999, 1],
            [1_000, 1],
            [1_001, 1],
          ],
        },
      )
    },
  )

  it('has none that can be told where every offset has another photo', async () => {
    let id = 0
    expect(await countPhotos(async () => ++id)).toEqual({ total: 0, isExact: false })
  })
})

describe('the rough number of photos', () => {
  const roughly = (probe: Probe, known: number | null = null) =>
    countPhotos(probe, { known, endsEmpty: () => true, upTo: 1_000 })

  it.each([
    [0, 0, true],
    [1, 1, true],
    [96, 96, true],
    [412, 412, true],
    [999, 999, true],
    [1_000, 1_000, false],
    [250_000, 1_000, false],
  ])('of %i photos is %i', async (total, told, isExact) => {
    const { probe, asked } = aStatus(total)
    expect(await roughly(probe)).toEqual({ total: told, isExact })
    expect(asked.length).toBeLessThanOrEqual(isExact ? 13 : 1)
  })

  it('is exact below a thousand, and takes at most 16 probes, whatever was known before', async () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 2_500 }), fc.integer({ min: 0, max: 30 }))
    await fc.assert(
      fc.asyncProperty(size, size, async (total, known) => {
        const { probe, asked } = aStatus(total)
        const told =
          total < 1_000 || total === known ? { total, isExact: true } : { total: 1_000, isExact: false }
        expect(await roughly(probe, known)).toEqual(told)
        expect(asked.length).toBeLessThanOrEqual(16)
      }),
      { numRuns: 1_000, seed: 13 },
    )
  })

  it('stays the exact one where that still holds', async () => {
    const { probe, asked } = aStatus(412)
    expect(await roughly(probe, 412)).toEqual({ total: 412, isExact: true })
    expect(asked).toHaveLength(2)
  })
})
