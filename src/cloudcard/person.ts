import { queryOptions } from '@tanstack/react-query'
import { ApiError, isApiError } from './api-error'
import { fieldsOf, wholeNumberOf } from './lenient'
import { callCloudCard } from './call-cloudcard'

type FindBy = 'identifier' | 'email'

/**
 * The person with exactly this ID number or e-mail (documented), as far as it leads to a photo: the id of the current one
 * (seen in the vendor's clients, partly a guess); null when there is no such person, or none with a photo.
 */
export const personQuery = (findBy: FindBy, value: string) =>
  queryOptions({
    queryKey: ['person', findBy, value] as const,
    queryFn: async ({ signal }): Promise<number | null> => {
      try {
        const person = await callCloudCard('person', { person: value }, { query: { findBy }, signal })
        // "Nobody" is believed only of an answer that speaks of a person.
        if (Array.isArray(person) || Object.keys(fieldsOf(person)).length === 0) {
          throw new ApiError('unreadable', 'CloudCard answered with no person')
        }
        return wholeNumberOf(fieldsOf(fieldsOf(person).currentPhoto).id)
      } catch (error) {
        if (isApiError(error) && error.kind === 'not-found') return null
        throw error
      }
    },
    gcTime: 60_000,
  })

/** What a text can be that names one person as a whole; null for anything else, such as a part of a name. */
export function wholeNameOf(text: string): { findBy: FindBy; value: string } | null {
  const value = text.trim()
  if (/\s|[/\\]/.test(value) || /^\.+$/.test(value)) return null
  if (/^[^@]+@[^@]+\.[^@.]+$/.test(value)) return { findBy: 'email', value }
  return /^[\p{L}\d._-]{4,40}$/u.test(value) && /\d/.test(value) ? { findBy: 'identifier', value } : null
}
