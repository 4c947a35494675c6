import { createSame } from '../../base/memo'
import { isApiError } from '../../cloudcard/api-error'
import { personQuery, wholeNameOf } from '../../cloudcard/person'
import { photoQuery } from '../../cloudcard/photos-query'
import { createLastError } from '../use-last-error'
import type { Making } from './making'
import type { PersonPhoto } from './photo-list'

const typingPauseMs = 300

/**
 * Looks for the photo of the person whose whole ID number or e-mail the text is: CloudCard can be asked for one person, long
 * before a status is read.
 */
export function createPersonSearch({ tell, read, atEnd }: Making) {
  const lastErrorOf = createLastError()
  const same = createSame<PersonPhoto>()
  let typed: string | null = null
  let isSettled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let refetch: () => unknown = () => {}
  const retry = () => void refetch()
  atEnd(() => clearTimeout(timer))

  /** While somebody is typing, each letter makes another number. */
  function settle(text: string) {
    if (text === typed) return
    typed = text
    isSettled = false
    clearTimeout(timer)
    timer = setTimeout(() => {
      isSettled = true
      tell()
    }, typingPauseMs)
  }

  return (text: string, status: string): PersonPhoto => {
    settle(text)
    const name = isSettled ? wholeNameOf(text) : null
    const asked = personQuery(name?.findBy ?? 'identifier', name?.value ?? '')
    const person = read('person', { ...asked, enabled: name !== null })
    const id = name === null ? null : (person.data ?? null)
    const detail = read('detail', { ...photoQuery(id ?? 0), enabled: id !== null })
    const photo = (id !== null && detail.data?.photo) || null
    const last = person.isError ? person : detail
    refetch = last.refetch
    const error = lastErrorOf(last)
    const isGone = isApiError(error) && error.kind === 'not-found'
    return same({
      photo,
      isElsewhere: photo !== null && status !== 'ALL' && photo.status !== status,
      error: name === null || isGone ? null : error,
      isTrying: last.isFetching,
      retry,
    })
  }
}
