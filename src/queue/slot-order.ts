/** The order of a list that grows at both ends, and from which any may leave. */
export function createSlotOrder() {
  let settled = new Uint32Array()
  let before: (readonly number[])[] = []
  let behind: (readonly number[])[] = []
  const removed = new Set<number>()

  // Not at each change: what was added and removed since waits until somebody asks.
  function settle() {
    const all = [...before.toReversed(), settled, ...behind]
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
    add(slots: readonly number[], where: 'behind' | 'before') {
      ;(where === 'before' ? before : behind).push(slots)
    },
    remove: (slot: number) => void removed.add(slot),
    /** All of them in order. Never changed afterwards: when the order changes, it is another array. */
    slots() {
      if (before.length > 0 || behind.length > 0 || removed.size > 0) settle()
      return settled
    },
  }
}
