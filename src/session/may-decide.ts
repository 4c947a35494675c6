import { useSession } from './session'

/** Whether the person may decide on photos; where CloudCard does not tell the roles, it will say so itself. */
export function useMayDecide(): boolean {
  const roles = useSession().person?.roles ?? null
  return roles === null || roles.includes('ROLE_OFFICE')
}
