import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import { photoQuery } from '../../cloudcard/photos-query'
import { personQuery, wholeNameOf } from '../../cloudcard/person'
import { useLastError } from '../use-last-error'

const typingPauseMs = 300

export type PersonPhoto = {
  /** null while it is not known, for other texts, and where there is no such person. */
  photo: Photo | null
  /** Why that could not be found out; null where it could. */
  error: Error | null
  isTrying: boolean
  retry: () => void
}

/**
 * The photo of the person whose whole ID number or e-mail the text is: CloudCard can be asked for one person, long before
 * a status is read.
 */
export function usePersonPhoto(text: string): PersonPhoto {
  const [settled, setSettled] = useState(text)
  // While somebody is typing, each letter makes another number.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text])
  const name = settled === text ? wholeNameOf(text) : null
  const person = useQuery({
    ...personQuery(name?.findBy ?? 'identifier', name?.value ?? ''),
    enabled: name !== null,
  })
  const id = name === null ? null : (person.data ?? null)
  const detail = useQuery({ ...photoQuery(id ?? 0), enabled: id !== null })
  const failed = person.isError ? person : detail
  const error = useLastError(failed)
  const isGone = isApiError(error) && error.kind === 'not-found'
  return {
    photo: (id !== null && detail.data?.photo) || null,
    error: name === null || isGone ? null : error,
    isTrying: failed.isFetching,
    retry: () => void failed.refetch(),
  }
}
