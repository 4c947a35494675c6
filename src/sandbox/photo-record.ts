import vendorPhotos from './data/vendor-photos.json' with { type: 'json' }
import { firstPage } from './data/first-page'
import { quirkAt, type Quirk } from './known-places'
import { chanceFor } from './random'
import { allStatuses, type SandboxStatus } from './status-counts'

export const processes = ['rotate', 'crop', 'removeBackground'] as const
export type Process = (typeof processes)[number]

/** What is kept of a photo. All else follows from these few and is made when it is asked for. */
export type PhotoRecord = {
  readonly id: number
  /** The status at the start and the place in it, from 1, newest first: what the photo is made of follows from them. */
  readonly home: SandboxStatus
  readonly place: number
  readonly quirk: Quirk | undefined
  /** The id of the photo whose person this is: its own, but for people with several photos. */
  personKey: number
  /** Picks the portrait: the place, but for the later photos of a person. */
  face: number
  readonly created: number
  /** One of the vendor's two published photos. */
  readonly vendor: 0 | 1 | undefined
  /** Of which photo this one was made here, how, and when (epoch ms); the bot looks at it from then on. */
  readonly made?: { of: PhotoRecord; process: Process; at: number }
  status: string
  version: number
  lastUpdated: number
  /** Why it is held, or has failed; '' for nothing. */
  why: string
}

const whyHeld = ['Waiting for an enrollment letter', 'Same person twice', 'Ask the supervisor']
const whyFailed = ['TouchNet: no account for this ID number', 'ClearID: the request timed out']

function whyAt(status: SandboxStatus, place: number): string {
  const words = status === 'ON_HOLD' ? whyHeld : status === 'FAILED' ? whyFailed : []
  return words[(place - 1) % words.length] ?? ''
}

const newestId = 9_600_000
const slotSeconds = 48
const day = 86_400

/** From how many days ago to how many the photos of a status were submitted. */
const spans: Record<Exclude<SandboxStatus, 'PENDING'>, [number, number]> = {
  APPROVED: [0.03, 12],
  DENIED: [0.1, 200],
  READY_FOR_DOWNLOAD: [0.05, 1.5],
  DOWNLOADED: [1, 250],
  DONE: [90, 364],
  ENROUTE: [0.02, 0.2],
  ON_HOLD: [1, 30],
  FAILED: [3, 40],
  DISCARDED: [0.1, 60],
  ARCHIVED_BY_VENDOR: [200, 350],
}

/** Newer photos have higher ids, and each status its own, so that a photo has the same id in a sandbox of any size. */
function idAt(age: number, status: SandboxStatus): number {
  return newestId - Math.floor(age / slotSeconds) * allStatuses.length - allStatuses.indexOf(status)
}

/** In: how many. Out: ages in seconds, youngest first; the first ones are the same for any number. */
function pendingAges(count: number): number[] {
  const ages: number[] = []
  let age = 0
  for (let place = 1; place <= count; place += 1) {
    const minutes = 9 + 31 * (1 - Math.exp(-place / 150))
    age = firstPage[place - 1]?.age ?? age + Math.round(minutes * 60 * (0.3 + 1.4 * chanceFor(place)()))
    ages.push(age)
  }
  return ages
}

function agesOf(status: SandboxStatus, count: number): number[] {
  if (status === 'PENDING') return pendingAges(count)
  const [from, to] = spans[status]
  let lastSlot = -1
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceFor(index * allStatuses.length + allStatuses.indexOf(status))
    const age = day * (from + ((to - from) * (index + chance() * 0.9)) / count)
    lastSlot = Math.max(lastSlot + 1, Math.floor(age / slotSeconds))
    return lastSlot * slotSeconds + Math.floor(chance() * slotSeconds)
  })
}

function updatedAt(created: number, status: SandboxStatus, chance: number, now: number): number {
  const seconds =
    status === 'PENDING'
      ? chance < 0.85
        ? 4 + chance * 40
        : (chance - 0.85) * 60_000
      : 900 + chance * 2 * day
  return Math.min(now - 1000 - Math.floor(chance * 900) * 1000, created + Math.floor(seconds) * 1000)
}

function generated(status: SandboxStatus, place: number, age: number, now: number): PhotoRecord {
  const id = idAt(age, status)
  const created = now - age * 1000
  const chance = chanceFor(id)
  const changes = Math.floor(chance() * 4)
  return {
    id,
    home: status,
    place,
    quirk: quirkAt(status, place),
    personKey: id,
    face: place,
    created,
    vendor: undefined,
    status,
    version: status === 'PENDING' ? 1 + changes : 3 + changes,
    lastUpdated: Math.max(created, updatedAt(created, status, chance(), now)),
    why: whyAt(status, place),
  }
}

function published(index: 0 | 1, place: number): PhotoRecord[] {
  const photo = vendorPhotos[index]
  if (!photo) return []
  return [
    {
      id: photo.id,
      home: 'PENDING',
      place,
      quirk: undefined,
      personKey: photo.id,
      face: place,
      created: Date.parse(photo.dateCreated),
      vendor: index,
      status: photo.status,
      version: photo.version,
      lastUpdated: Date.parse(photo.lastUpdated),
      why: '',
    },
  ]
}

/** All photos of a status at the start, newest first. The vendor's two are the oldest of the pending ones. */
export function startingPhotos(status: SandboxStatus, count: number, now: number): PhotoRecord[] {
  const isWithVendor = status === 'PENDING' && count >= 2
  const own = isWithVendor ? count - 2 : count
  const photos = agesOf(status, own).map((age, index) => generated(status, index + 1, age, now))
  if (!isWithVendor) return photos
  return [...photos, ...published(0, own + 1), ...published(1, own + 2)]
}

/** The next photo that somebody uploads. */
export function arrivedPhoto(highestId: number, now: number): PhotoRecord {
  const id = highestId + allStatuses.length
  return {
    id,
    home: 'PENDING',
    place: id,
    quirk: undefined,
    personKey: id,
    face: id,
    created: now,
    vendor: undefined,
    status: 'PENDING',
    version: 1,
    lastUpdated: now,
    why: '',
  }
}

/** What the bot makes of a photo: one more of the same person, which is pending (a guess). */
export function madePhoto(of: PhotoRecord, process: Process, highestId: number, now: number): PhotoRecord {
  const made = { of: { ...of }, process, at: now }
  const id = highestId + allStatuses.length
  return { ...of, id, made, status: 'PENDING', version: 1, lastUpdated: now }
}

const knownPendingIds = pendingAges(100).map((age) => idAt(age, 'PENDING'))
const placesById = new Map(knownPendingIds.map((id, index) => [id, index + 1]))

/** The place among the first hundred pending photos that a photo id stands for, whatever the sandbox's size. */
export function knownPendingPlace(id: number): number | undefined {
  return placesById.get(id)
}
