/** The order of a list that grows at both ends, and from which any may leave. */
export type SlotOrder = {
  add: (slots: readonly number[], where: 'behind' | 'before') => void
  remove: (slot: number) => void
  /** All of them in order. Never changed afterwards: when the order changes, it is another array. */
  slots: () => Uint32Array
}

export function createSlotOrder(): SlotOrder {
  let settled = new Uint32Array()
  let before: (readonly number[])[] = []
  let behind: number[] = []
  const removed = new Set<number>()

  // Not at each change: what was added and removed since waits until somebody asks.
  function settle() {
    const all = [...before.toReversed(), settled, behind]
    const next = new Uint32Array(all.reduce((count, part) => count + part.length, 0))
    let count = 0
    for (const part of all) {
      for (const slot of part) if (!removed.has(slot)) next[count++] = slot
    }
    settled = next.slice(0, count)
    before = []
    behind = []
    removed.clear()
  }

  return {
    add(slots, where) {
      if (where === 'before') before.push(slots)
      else for (const slot of slots) behind.push(slot)
    },
    remove: (slot) => void removed.add(slot),
    slots() {
      if (before.length > 0 || behind.length > 0 || removed.size > 0) settle()
      return settled
    },
  }
}
