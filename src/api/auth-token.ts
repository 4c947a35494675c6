let authToken: string | null = null

/** Whether a value can travel as X-Auth-Token: printable ASCII without blanks (what a token looks like is a guess). */
export function isAuthToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/**
 * Sets the token that every following request sends; null sends none. It is held in memory only.
 * A value that no header can carry counts as none, so that CloudCard answers 401 and the person signs in again.
 */
export function setAuthToken(token: string | null): void {
  authToken = isAuthToken(token) ? token : null
}

export function getAuthToken(): string | null {
  return authToken
}
