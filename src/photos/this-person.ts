import type { QueryClient } from '@tanstack/react-query'
import { knownPhotos } from '../cloudcard/known-photos'
import type { Photo } from '../cloudcard/photo'
import { fold } from '../queue/fold'

/** By the number that CloudCard gives a person; only where one of them has none, by e-mail, then by ID number. */
export function isSamePerson({ cardholder: a }: Photo, { cardholder: b }: Photo): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id
  if (a.email && b.email) return fold(a.email) === fold(b.email)
  return a.identifier !== '' && a.identifier === b.identifier
}

/** The other photos of this person among everything that was read in this session, newest first. */
export function otherPhotosOf(client: QueryClient, photo: Photo): Photo[] {
  return [...knownPhotos(client)]
    .filter((other) => other.id !== photo.id && isSamePerson(other, photo))
    .sort((a, b) => (b.dateCreated ?? 0) - (a.dateCreated ?? 0) || b.id - a.id)
}
