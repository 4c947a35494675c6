import type { Mail } from './mails'
import { personFor } from './people'
import { arrivedPhoto, madePhoto, startingPhotos, type PhotoRecord, type Process } from './photo-record'
import { hasEarlierPhoto } from './photo-traits'
import { createSessions, type Sessions } from './sessions'
import { allStatuses, statusCounts } from './status-counts'

export type Order = 'newest' | 'oldest' | 'updated'

export type Database = {
  /** Every photo in the order of the list without a status. */
  readonly photos: readonly PhotoRecord[]
  readonly tokens: Sessions
  /** Every e-mail that was sent, in order. */
  readonly mails: Mail[]
  /** How many photos were decided here, not by others. */
  readonly decided: number
  photo(id: number): PhotoRecord | undefined
  /** The photos of a status (undefined: of all) in the list's order. */
  withStatus(status: string | undefined): readonly PhotoRecord[]
  /** What somebody in another office, or the bot, would do: the photo moves to where it now belongs in the lists. */
  change(id: number, change: { status?: string; lastUpdated?: number; why?: string }): void
  /** Somebody has uploaded one more photo: it is pending, and has the highest id. */
  add(): PhotoRecord
  /** The bot makes a new photo of one, which is discarded. */
  process(id: number, process: Process): PhotoRecord
  /** What the office does here: it counts, and happens now. */
  decide(id: number, status: string, why?: string): void
  /** The newest photo of the person with exactly this number or e-mail. */
  newestOf(findBy: 'identifier' | 'email', value: string): PhotoRecord | undefined
}

const comparators: Record<Order, (a: PhotoRecord, b: PhotoRecord) => number> = {
  newest: (a, b) => b.id - a.id,
  oldest: (a, b) => a.id - b.id,
  updated: (a, b) => b.lastUpdated - a.lastUpdated || b.id - a.id,
}

/** Makes `photo` one more of the person that `other` shows. */
function share(photo: PhotoRecord | undefined, other: PhotoRecord | undefined): void {
  if (!photo || !other) return
  photo.personKey = other.personKey
  photo.face = other.face
}

/** Gives people several photos: an earlier one that is done, the known place of two in a row, and some downloaded. */
function shareThePeople(starting: Map<string, PhotoRecord[]>): void {
  const pending = starting.get('PENDING') ?? []
  const done = starting.get('DONE') ?? []
  const downloaded = starting.get('DOWNLOADED') ?? []
  const earlier = pending.filter((photo) => photo.vendor === undefined && hasEarlierPhoto(photo.place))
  for (const [index, photo] of earlier.entries()) share(done[index], photo)
  for (const [index, photo] of pending.entries()) {
    if (photo.quirk === 'same-person') share(photo, pending[index - 1])
  }
  for (let index = 22; index < downloaded.length; index += 23) share(downloaded[index], downloaded[index - 1])
}

function place(
  list: PhotoRecord[],
  photo: PhotoRecord,
  compare: (a: PhotoRecord, b: PhotoRecord) => number,
): void {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = list[middle]
    if (other && compare(other, photo) < 0) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, photo)
}

function take(list: PhotoRecord[], photo: PhotoRecord): void {
  const index = list.indexOf(photo)
  if (index >= 0) list.splice(index, 1)
}

function indexPeople(
  photos: readonly PhotoRecord[],
  findBy: 'identifier' | 'email',
): Map<string, PhotoRecord> {
  const index = new Map<string, PhotoRecord>()
  for (const photo of photos) {
    const value = personFor(photo.personKey)[findBy]
    const known = value ? index.get(value) : undefined
    if (value && (!known || known.id < photo.id)) index.set(value, photo)
  }
  return index
}

export function createDatabase(total: number, order: Order, now: number): Database {
  const compare = comparators[order]
  const counts = statusCounts(total)
  const starting = new Map<string, PhotoRecord[]>(
    allStatuses.map((status) => [status, startingPhotos(status, counts.get(status) ?? 0, now)]),
  )
  shareThePeople(starting)
  const photos = [...starting.values()].flat().sort(compare)
  const byStatus = new Map([...starting].map(([status, list]) => [status, list.sort(compare)]))
  const byId = new Map(photos.map((photo) => [photo.id, photo]))
  const people = new Map<string, Map<string, PhotoRecord>>()
  let decided = 0

  function enter(photo: PhotoRecord): PhotoRecord {
    const list = byStatus.get(photo.status) ?? []
    byStatus.set(photo.status, list)
    byId.set(photo.id, photo)
    people.clear()
    place(photos, photo, compare)
    place(list, photo, compare)
    return photo
  }

  const database: Database = {
    photos,
    tokens: createSessions(),
    mails: [],
    get decided() {
      return decided
    },
    photo: (id) => byId.get(id),
    withStatus: (status) => (status === undefined ? photos : (byStatus.get(status) ?? [])),
    change(id, change) {
      const photo = byId.get(id)
      if (!photo) throw new Error(`There is no photo ${id}`)
      take(photos, photo)
      take(byStatus.get(photo.status) ?? [], photo)
      photo.status = change.status ?? photo.status
      photo.lastUpdated = change.lastUpdated ?? photo.lastUpdated
      photo.why = change.why ?? ''
      photo.version += 1
      const list = byStatus.get(photo.status) ?? []
      byStatus.set(photo.status, list)
      place(photos, photo, compare)
      place(list, photo, compare)
    },
    add: () => enter(arrivedPhoto(Math.max(...byId.keys()), Date.now())),
    process(id, process) {
      const photo = byId.get(id)
      if (!photo) throw new Error(`There is no photo ${id}`)
      const made = madePhoto(photo, process, Math.max(...byId.keys()), Date.now())
      database.change(id, { status: 'DISCARDED', lastUpdated: made.lastUpdated })
      return enter(made)
    },
    decide(id, status, why = '') {
      decided++
      database.change(id, { status, lastUpdated: Date.now(), why })
    },
    newestOf(findBy, value) {
      const index = people.get(findBy) ?? indexPeople(photos, findBy)
      people.set(findBy, index)
      return index.get(value)
    },
  }
  return database
}
