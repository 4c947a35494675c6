import * as v from 'valibot'
import { setAuthToken } from '../api/auth-token'
import type { SignedIn } from '../api/session-requests'
import { createStore, useStore } from '../components/store'

export type SessionEnd = 'never-began' | 'signed-out' | 'signed-out-here-only' | 'expired'

/** Nobody is signed in, and why; or somebody is. */
export type Session = { signedIn: null; end: SessionEnd } | { signedIn: SignedIn; end: null }

// sessionStorage at most: the token never outlives the tab.
const storageKey = 'loupe.session'

const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    token: v.pipe(v.string(), v.nonEmpty()),
    username: v.string(),
    roles: v.nullable(v.array(v.string())),
    expiresAt: v.nullable(v.number()),
  }),
)

const session = createStore<Session>({ signedIn: null, end: 'never-began' })

export function useSession(): Session {
  return useStore(session)
}

/** For what is no component. */
export const getSession = (): Session => session.get()
export const onSessionChange = (listener: () => void): (() => void) => session.subscribe(listener)

/** Whether the person may decide on photos; where CloudCard does not tell the roles, it will say so itself. */
export function useMayDecide(): boolean {
  const roles = useSession().signedIn?.roles ?? null
  return roles === null || roles.includes('ROLE_OFFICE')
}

/** Takes up the session of this tab again after a reload. */
export function restoreSession(): void {
  const stored = v.safeParse(storedSchema, sessionStorage.getItem(storageKey))
  if (!stored.success) return
  if (stored.output.expiresAt !== null && stored.output.expiresAt <= Date.now()) endSession('expired')
  else beginSession(stored.output)
}

export function beginSession(signedIn: SignedIn): void {
  sessionStorage.setItem(storageKey, JSON.stringify(signedIn))
  setAuthToken(signedIn.token)
  session.set({ signedIn, end: null })
}

/** Forgets the person: the token, and everything else that this tab has stored. */
export function endSession(end: SessionEnd): void {
  sessionStorage.clear()
  setAuthToken(null)
  session.set({ signedIn: null, end })
}

/** Called each time a session has ended, so that whatever else was kept of it can be dropped. */
export function onSessionEnd(listener: () => void): () => void {
  return session.subscribe(() => {
    if (session.get().signedIn === null) listener()
  })
}
