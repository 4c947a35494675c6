import { createContext, useContext } from 'react'
import type { Organization } from '../../cloudcard/organization'

/** The organization for the cells of the table, so that learning it draws only them. */
const OrganizationContext = createContext<Organization | null>(null)

export const OrganizationProvider = OrganizationContext.Provider

export function useKnownOrganization(): Organization | null {
  return useContext(OrganizationContext)
}
