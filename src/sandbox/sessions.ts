/** Whose session it is; `isOffice` may decide. */
export type Session = { username: string; isOffice: boolean; expires: number }

export type Sessions = {
  /** Token to session; tests may look, age or remove them. */
  readonly all: Map<string, Session>
  open(username: string, isOffice?: boolean): { token: string; expires: number }
  /** The session of a token that has not expired. */
  find(token: string | null): Session | undefined
  /** Documented: only the named session ends; without a name, or with an unknown one, all of that user's do. */
  close(username: string, token: unknown): void
}

/** Documented: a token lives 12 hours. */
const lifetime = 12 * 60 * 60 * 1000

export function createSessions(): Sessions {
  const all = new Map<string, Session>()
  return {
    all,
    open(username, isOffice = true) {
      const token = crypto.randomUUID()
      const expires = Date.now() + lifetime
      all.set(token, { username, isOffice, expires })
      return { token, expires }
    },
    find(token) {
      const session = token === null ? undefined : all.get(token)
      return session && session.expires > Date.now() ? session : undefined
    },
    close(username, token) {
      if (typeof token === 'string' && all.get(token)?.username === username) {
        all.delete(token)
        return
      }
      for (const [other, session] of all) if (session.username === username) all.delete(other)
    },
  }
}
