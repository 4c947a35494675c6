/** Draws the same for the same seed. */
export type Random = {
  /** From 0 to 1, without 1. */
  chance: () => number
  /** A whole number from 0 to below `end`. */
  below: (end: number) => number
  pick: <T>(choices: readonly T[]) => T
}

export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  // Mulberry32.
  function chance(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(chance() * end)
  return {
    chance,
    below,
    pick(choices) {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new Error('There is nothing to pick from.')
      return choice
    },
  }
}
