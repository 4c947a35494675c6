/** The photo ids of the rows, in their order; null for a row that could not be read and has no link. */
export type RowIds = readonly (number | null)[]

/** A key for each row: an id that was sent twice is two rows, as it was sent. */
export function rowKeys(ids: RowIds): string[] {
  const seen = new Set<number>()
  return ids.map((id, index) => {
    if (id === null || seen.has(id)) return `row ${index}`
    seen.add(id)
    return String(id)
  })
}

export function firstLink(ids: RowIds): number {
  return Math.max(
    0,
    ids.findIndex((id) => id !== null),
  )
}

/** Where a key leads from a row, past rows that have no link; null for a key that is not ours. */
export function rowForKey(key: string, from: number, ids: RowIds): number | null {
  const isLink = (id: number | null) => id !== null
  const steps: Record<string, () => number> = {
    ArrowDown: () => ids.findIndex((id, index) => index > from && isLink(id)),
    ArrowUp: () => ids.slice(0, from).findLastIndex(isLink),
    Home: () => ids.findIndex(isLink),
    End: () => ids.findLastIndex(isLink),
  }
  if (!Object.hasOwn(steps, key)) return null
  const found = steps[key]?.() ?? -1
  return found === -1 ? from : found
}
