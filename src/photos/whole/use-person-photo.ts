import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Photo } from '../../api/photo'
import { photoQuery } from '../../api/photos-query'
import { personQuery, wholeNameOf } from '../../api/person'

const typingPauseMs = 300

/**
 * The photo of the person whose whole ID number or e-mail the text is: CloudCard can be asked for one person, long before
 * a status is read. null while it is not known, for other texts, and where there is no such person.
 */
export function usePersonPhoto(text: string): Photo | null {
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
  return (id !== null && detail.data?.photo) || null
}
