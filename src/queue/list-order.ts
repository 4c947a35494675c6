/** What tells the place of a row in its list; null where the row does not say. */
export type RowKeys = { id: number | null; created: number | null; updated: number | null }

export type OrderName =
  | 'id descending'
  | 'id ascending'
  | 'created descending'
  | 'created ascending'
  | 'updated descending'
  | 'updated ascending'

/**
 * An order that the list may have. Along the list `placeOf` goes up: strictly for what is unique, else there may be ties,
 * and nobody knows in which order those come.
 */
export type ListOrder = {
  name: OrderName
  placeOf: (keys: RowKeys) => number | null
  isUnique: boolean
  isAscending: boolean
  /** A row can go to another place while the list is read. */
  isMoving: boolean
}

const orderBy = (key: keyof RowKeys, isAscending: boolean): ListOrder => ({
  name: `${key} ${isAscending ? 'ascending' : 'descending'}`,
  placeOf: (keys) => {
    const value = keys[key]
    return value === null || isAscending ? value : -value
  },
  isUnique: key === 'id',
  isAscending,
  isMoving: key === 'updated',
})

/** The one that proves most first. */
export const listOrders: readonly ListOrder[] = (['id', 'created', 'updated'] as const).flatMap((key) => [
  orderBy(key, false),
  orderBy(key, true),
])

/** Whether rows that follow each other in one answer can do so in this order. */
export function fits(order: ListOrder, rows: readonly RowKeys[]): boolean {
  let last = Number.NEGATIVE_INFINITY
  for (const keys of rows) {
    const place = order.placeOf(keys)
    if (place === null) continue
    if (place < last || (order.isUnique && place === last)) return false
    last = place
  }
  return true
}
