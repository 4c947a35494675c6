import { useQuery } from '@tanstack/react-query'
import { organizationQuery } from '../cloudcard/photos-query'
import { identifierLabel } from './identifier'
import type { Organization } from '../cloudcard/organization'

/** The office of the signed-in person, as far as a photo has told of it. */
export const useOffice = (): Organization | null => useQuery(organizationQuery(null)).data ?? null

export const useIdentifierLabel = (): string => identifierLabel(useOffice())
