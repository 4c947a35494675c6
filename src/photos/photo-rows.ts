import type { Photo, Row } from '../cloudcard/photo'

/** Rows by their place, from 0: a page of them, or more than anybody would copy. */
export type PhotoRows = {
  readonly count: number
  at: (index: number) => Row | undefined
  /** -1 when the photo is not among them. */
  indexOf: (photoId: number) => number
  /** The places of those of these photos that are among them, ascending. */
  placesOf: (photoIds: ReadonlySet<number>) => number[]
}

export const noRows: PhotoRows = { count: 0, at: () => undefined, indexOf: () => -1, placesOf: () => [] }

const madeOf = new WeakMap<readonly Row[], PhotoRows>()

/** The same object for the same array, in which nothing may change. */
export function rowsOf(rows: readonly Row[]): PhotoRows {
  const known = madeOf.get(rows)
  if (known) return known
  const places = new Map<number, number>()
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'photo' && !places.has(row.photo.id)) places.set(row.photo.id, index)
  }
  const made: PhotoRows = {
    count: rows.length,
    at: (index) => rows[index],
    indexOf: (id) => places.get(id) ?? -1,
    placesOf: (ids) => [...ids].flatMap((id) => places.get(id) ?? []).toSorted((a, b) => a - b),
  }
  madeOf.set(rows, made)
  return made
}

/** Some of them, from one place on. */
export function sliceRows(rows: PhotoRows, offset: number, max: number): PhotoRows {
  const count = Math.max(0, Math.min(max, rows.count - offset))
  const placeHere = (place: number) => (place >= offset && place < offset + count ? place - offset : -1)
  return {
    count,
    at: (index) => (index >= 0 && index < count ? rows.at(offset + index) : undefined),
    indexOf: (photoId) => placeHere(rows.indexOf(photoId)),
    placesOf: (ids) =>
      rows
        .placesOf(ids)
        .map(placeHere)
        .filter((place) => place >= 0),
  }
}

export function photoAt(rows: PhotoRows, index: number): Photo | null {
  const row = rows.at(index)
  return row?.kind === 'photo' ? row.photo : null
}

/** The first photo from a place on, in one direction, that matches; what could not be read is passed over. */
export function nextPhoto(
  rows: PhotoRows,
  from: number,
  direction: 1 | -1,
  matches: (photo: Photo) => boolean = () => true,
): { photo: Photo; index: number } | null {
  for (let index = from; index >= 0 && index < rows.count; index += direction) {
    const photo = photoAt(rows, index)
    if (photo && matches(photo)) return { photo, index }
  }
  return null
}

/** The photos from one place to another, whichever comes first; both belong to them. */
export function photosBetween(rows: PhotoRows, from: number, to: number): Photo[] {
  const length = Math.abs(to - from) + 1
  const photos = Array.from({ length }, (_, index) => photoAt(rows, Math.min(from, to) + index))
  return photos.filter((photo) => photo !== null)
}

/** The place of the first row that could be read; 0 where there is none. */
export const firstPhoto = (rows: PhotoRows): number => nextPhoto(rows, 0, 1)?.index ?? 0
