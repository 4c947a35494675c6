import { mostAtOnce, type Office } from './office'
import { mostInVain, mostRequests, overlap, type PageRead, type ReadRows } from './page-read'
import type { PageStart, RowIds } from './page-start'
import { countShownAgain, createSeenRows } from './seen-rows'

/** The page in front of `start.after`, read from there backwards. */
export async function readInFront<T>(
  ask: ReadRows<T>,
  idOf: (row: T) => number | null,
  start: PageStart,
  max: number,
  office: Office,
): Promise<PageRead<T>> {
  const after: (number | null)[] = start.after.flat()
  const seen = createSeenRows(after.toReversed())
  const most = start.isAllInFront ? mostAtOnce : max
  let rows: T[] = []
  let places = 0
  /** Where the first row that is known is expected. */
  let end = start.offset + max
  let offset = start.offset
  /** So many rows are asked for in front of it, and behind. */
  let back = Math.max(1, Math.min(end, most))
  let ahead = overlap
  let inVain = 0
  /** No row that is known was found: so far was looked, to both sides. */
  let looked: { from: number; to: number } | null = null

  const result = (patch: Partial<PageRead<T>> = {}): PageRead<T> => ({
    rows,
    offset,
    places,
    isEnd: false,
    isEndHinted: false,
    mayMiss: seen.hasMoved,
    ...patch,
  })

  function take(fresh: readonly T[], from: number) {
    const added: T[] = []
    for (const row of fresh.toReversed()) {
      const id = idOf(row)
      if (!seen.has(id)) added.unshift(row)
      seen.add([id])
      after.unshift(id)
    }
    rows = [...added, ...rows]
    places += fresh.length
    offset = from
    end = from
    looked = null
    inVain = 0
  }

  for (let requests = 0; requests < mostRequests && inVain < mostInVain; requests++) {
    const size = Math.min(office.habits.atMost, back + ahead)
    const reach = Math.max(1, size - Math.min(ahead, Math.ceil(size / 2)))
    const from = Math.max(0, end - Math.min(back, reach))
    const answer = await ask(from, size)
    const ids = answer.map(idOf)
    const edge = ids.length - 1 - seen.edgeIn(ids.toReversed())
    if (edge >= ids.length) {
      inVain++
      if (answer.length > 0 && answer.length < size && (await isAllInFront(ids, from))) {
        take(answer.slice(-(most - places)), from + Math.max(0, answer.length - most + places))
        if (places >= most || offset === 0) return result()
        back = most - places
      } else look(from, answer.length, size, ids)
      continue
    }
    // Those right in front of the first row that was shown, seen from there.
    const border = edge - countShownAgain(ids.slice(0, edge + 1).toReversed(), after.toReversed())
    if (border > 0) {
      const begin = Math.max(0, border - (most - places))
      take(answer.slice(begin, border), from + begin)
      back = most - places
    } else {
      // Rows have left in front: what lies before the known ones is further in front, too.
      inVain++
      end = from
      if (places === 0) offset = from
      back = Math.min(mostAtOnce, Math.max(back, 1) * 2)
    }
    ahead = overlap
    if (places >= most || end === 0) return result({ mayMiss: seen.hasMoved || isPartOfFront() })
  }
  if (places > 0) return result({ mayMiss: seen.hasMoved || isPartOfFront() })
  return plain()

  function isPartOfFront(): boolean {
    return start.isAllInFront && offset > 0
  }

  /** Whether the list ends in front of all that was shown, for that has left: a second answer ends with the same row. */
  async function isAllInFront(ids: RowIds, from: number): Promise<boolean> {
    if (!seen.isInIdOrder() || office.habits.isShort) return false
    const again = await ask(from + ids.length - 1, overlap)
    return again.length === 1 && again.map(idOf)[0] === ids.at(-1)
  }

  /** Goes on looking where the known rows may be: further on if all that was seen lies in front of them. */
  function look(from: number, given: number, size: number, ids: RowIds) {
    looked = {
      from: Math.min(looked?.from ?? from, from),
      to: Math.max(looked?.to ?? from + given, from + given),
    }
    const isInFront = seen.isInIdOrder() && ids.some((id) => id !== null)
    const isFurther = given > 0 && (looked.from === 0 || isInFront || inVain % 2 === 0)
    const more = Math.min(mostAtOnce, size * 2)
    end = isFurther ? looked.to : looked.from
    back = isFurther ? 1 : more
    ahead = isFurther ? more : 1
  }

  /** By the number, where none of the known rows is found any more. */
  async function plain(): Promise<PageRead<T>> {
    const answer = await ask(start.offset, max)
    take(answer, start.offset)
    return result({ mayMiss: true })
  }
}
