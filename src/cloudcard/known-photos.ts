import type { QueryClient } from '@tanstack/react-query'
import { isEqual } from './keep-rows'
import type { Photo, Row } from './photo'

/**
 * Where photos stand that were read: the pages of lists, a whole status, the details, the selection. Together they are the
 * store of what is known of each photo. So whoever is shown nowhere has left it, and a status of 100,000 needs no second map.
 */
type PhotoPlace = {
  /** What is known there of a photo by its id; made once for many that are asked for. */
  lookUp: (client: QueryClient) => (id: number) => Photo | undefined
  all: (client: QueryClient) => Iterable<Photo>
  /** Puts a photo wherever the one of the id before it stands; its own id may be another. */
  put: (client: QueryClient, photos: ReadonlyMap<number, Photo>) => void
}

const places = new Set<PhotoPlace>()
const idFollowers = new Set<(from: number, to: number) => void>()

/** @returns what takes it back */
export function photosStandIn(place: PhotoPlace): () => void {
  places.add(place)
  return () => void places.delete(place)
}

/** For whoever keeps the ids of photos, and not the photos: told when one has got another. */
export function followPhotoIds(follower: (from: number, to: number) => void): () => void {
  idFollowers.add(follower)
  return () => void idFollowers.delete(follower)
}

function lookUp(client: QueryClient): (id: number) => Photo | undefined {
  const lookUps = [...places].map((place) => place.lookUp(client))
  return (id) => {
    for (const look of lookUps) {
      const photo = look(id)
      if (photo) return photo
    }
    return undefined
  }
}

/** What is known of a photo that stands somewhere. */
export const knownPhoto = (client: QueryClient, id: number): Photo | undefined => lookUp(client)(id)

/** Everything that was read and stands somewhere, each photo once. */
export function* knownPhotos(client: QueryClient): Generator<Photo> {
  const given = new Set<number>()
  for (const place of places) {
    for (const photo of place.all(client)) {
      if (given.has(photo.id)) continue
      given.add(photo.id)
      yield photo
    }
  }
}

/**
 * The one way in for what an answer says of photos: it takes the place of what is known of them, everywhere, only where its
 * version is not older. To be called right before the rows are put where they stand, and not when they were asked for.
 *
 * @returns the rows with what is known now: where nothing has changed, the same photo objects as before
 */
export function learnRows(client: QueryClient, rows: readonly Row[]): readonly Row[] {
  const known = lookUp(client)
  const newer = new Map<number, Photo>()
  const learnt = rows.map((row): Row => {
    if (row.kind !== 'photo') return row
    const before = known(row.photo.id)
    if (before === undefined || before === row.photo) return row
    if (isOlder(row.photo, before) || isEqual(before, row.photo)) return { kind: 'photo', photo: before }
    newer.set(row.photo.id, row.photo)
    return row
  })
  put(client, newer)
  return learnt
}

/** @returns what is known now */
export function learnPhoto(client: QueryClient, photo: Photo): Photo {
  const [row] = learnRows(client, [{ kind: 'photo', photo }])
  return row?.kind === 'photo' ? row.photo : photo
}

/**
 * Puts a photo wherever the one with this id stands, whatever its version: where CloudCard has made another one of it, with
 * an id of its own, or has said of it what turned out not to be so.
 */
export function replacePhoto(client: QueryClient, id: number, photo: Photo): void {
  put(client, new Map([[id, photo]]))
  if (photo.id !== id) for (const follow of idFollowers) follow(id, photo.id)
}

function put(client: QueryClient, photos: ReadonlyMap<number, Photo>): void {
  if (photos.size > 0) for (const place of places) place.put(client, photos)
}

const isOlder = (photo: Photo, known: Photo) =>
  photo.version !== null && known.version !== null && photo.version < known.version
