import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inDirection, sortSlots } from './sort-slots'
import { inSlices } from './time-slices'

type Key = number | string | null

/** Ascending or descending, stable, and what is not known last. */
function plainlySorted(keys: readonly Key[], isDescending: boolean): number[] {
  const isKnown = (key: Key | undefined) => key !== null && key !== '' && !Number.isNaN(key)
  const slots = [...keys.keys()]
  const sign = isDescending ? -1 : 1
  const compare = (a: Key, b: Key) => (a === b ? 0 : (a ?? 0) < (b ?? 0) ? -sign : sign)
  const known = slots.filter((slot) => isKnown(keys[slot]))
  known.sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null))
  return [...known, ...slots.filter((slot) => !isKnown(keys[slot]))]
}

async function expectSorted(keys: readonly Key[]) {
  const slots = Uint32Array.from(keys.keys())
  const work = sortSlots(slots, (slot) => keys[slot] ?? null)
  const sorted = await inSlices(work, new AbortController().signal, () => Promise.resolve())
  for (const isDescending of [false, true]) {
    expect([...inDirection(sorted, isDescending)]).toEqual(plainlySorted(keys, isDescending))
  }
}

const check = (key: fc.Arbitrary<Key>, minLength = 0) =>
  fc.assert(fc.asyncProperty(fc.array(key, { minLength, maxLength: minLength + 200 }), expectSorted), {
    seed: 23,
    numRuns: 150,
  })

describe('sorting gives what a plain stable sort gives, in both directions', () => {
  it('numbers, some of them not known', () =>
    check(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constant(null))))

  it('texts of every kind', () => check(fc.string({ unit: 'binary', maxLength: 12 })))

  it('texts that begin alike, end at every length, and hold what is no ASCII', () =>
    check(
      fc
        .tuple(
          fc.constantFrom('', 'marisol', 'marisol.', 'marisol.vega@lakemont', '文'),
          fc.string({
            unit: fc.constantFrom('a', 'b', 'é', '文', '~', '\u007f', '\u0080', '\u0000', '\uffff'),
            maxLength: 9,
          }),
        )
        .map((parts) => parts.join('')),
      150,
    ))

  it('many that are all the same', () =>
    expectSorted(Array.from({ length: 5_000 }, () => 'the same for everybody')))

  it('thousands, in every order that they can come in', async () => {
    const names = Array.from({ length: 5_000 }, (_, place) => `person.number.${(place * 7919) % 4_001}`)
    await expectSorted(names)
    await expectSorted(names.toSorted())
    await expectSorted(names.toSorted().toReversed())
    await expectSorted(names.map((_, place) => (place * 7919) % 4_001))
  })
})
