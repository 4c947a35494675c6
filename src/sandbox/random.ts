export type Chance = () => number

/** In: a whole number. Out: a source of numbers 0..1 that is always the same for that number (mulberry32). */
export function chanceFor(key: number): Chance {
  let state = Math.imul(key ^ 0x9e3779b9, 0x85ebca6b)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<Item>(chance: Chance, list: readonly Item[]): Item {
  const item = list[Math.floor(chance() * list.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** A whole number from `low` to `high`, both included. */
export function between(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1))
}

const letterPairs = Array.from({ length: 1024 }, (_, index) => index.toString(32).padStart(2, '0'))

/** As long and opaque as the public keys in the vendor's example: base 32, `length` characters. */
export function opaqueKey(chance: Chance, length: number): string {
  let key = ''
  while (key.length < length) {
    const bits = Math.floor(chance() * 1_073_741_824)
    key += `${letterPairs[bits & 1023]}${letterPairs[(bits >> 10) & 1023]}${letterPairs[bits >> 20]}`
  }
  return key.slice(0, length)
}
