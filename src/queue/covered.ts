import { fits, listOrders, type ListOrder, type OrderName, type RowKeys } from './list-order'

/** How far one order has been followed in this pass without leaving a gap. */
type Track = {
  order: ListOrder
  /** Every answer so far fits this order. */
  isAlive: boolean
  /** Rows without this key were seen: nobody can say where they belong. */
  hasUnknown: boolean
  /** No gap was left in this pass. */
  isLinked: boolean
  /** Everything in front of this place was read, and what is at it in part. */
  reach: number
}

/** What a pass over the list has covered, in the terms of each order that the list may have. */
export type Covered = {
  /** To be told of every answer: the orders that it does not fit are out, for good. */
  check: (rows: readonly RowKeys[]) => void
  /** Whether an answer leaves no gap behind what is covered. */
  isLinked: (rows: readonly RowKeys[]) => boolean
  /** Takes an answer in. */
  accept: (rows: readonly RowKeys[], isStart: boolean) => void
  beginPass: () => void
  /** The list may have this order: every answer so far fits it. */
  isAlive: (name: OrderName) => boolean
  /** The best order that is left, and whether this pass left no gap in it; null: the order is not known. */
  readonly leader: Readonly<Track> | null
}

/**
 * An answer holds every row that lies between its first and its last one. Two answers leave no gap between them when the
 * second begins no later than where the first ends; where there can be ties it must begin before that, since tied rows may
 * be partly in each.
 */
export function createCovered(): Covered {
  const tracks = listOrders.map((order): Track => ({
    order,
    ...atBeginning(),
    isAlive: true,
    hasUnknown: false,
  }))
  const leader = () =>
    tracks.find(({ isAlive, reach }) => isAlive && reach > Number.NEGATIVE_INFINITY) ?? null

  return {
    check(rows) {
      for (const track of tracks) {
        if (!track.isAlive) continue
        if (!fits(track.order, rows)) track.isAlive = false
        if (rows.some((keys) => keys.id !== null && track.order.placeOf(keys) === null)) {
          track.hasUnknown = true
        }
      }
    },
    isLinked(rows) {
      const track = leader()
      return track !== null && links(track, rows)
    },
    accept(rows, isStart) {
      for (const track of tracks) {
        if (!track.isAlive) continue
        if (!isStart && !links(track, rows)) track.isLinked = false
        for (const keys of rows) {
          track.reach = Math.max(track.reach, track.order.placeOf(keys) ?? track.reach)
        }
      }
    },
    beginPass() {
      for (const track of tracks) Object.assign(track, atBeginning())
    },
    isAlive: (name) => tracks.some(({ order, isAlive }) => order.name === name && isAlive),
    get leader() {
      return leader()
    },
  }
}

const atBeginning = () => ({ isLinked: true, reach: Number.NEGATIVE_INFINITY })

function links({ order, reach }: Track, rows: readonly RowKeys[]): boolean {
  for (const keys of rows) {
    const first = order.placeOf(keys)
    if (first !== null) return order.isUnique ? first <= reach : first < reach
  }
  return false
}
