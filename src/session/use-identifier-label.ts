import { useQuery } from '@tanstack/react-query'
import { organizationQuery } from '../cloudcard/photos-query'

/** What the office of the signed-in person calls the ID number, as far as a photo has told it. */
export function useIdentifierLabel(): string {
  const { data } = useQuery(organizationQuery(null))
  return data?.identifierLabel ?? 'ID number'
}
