const stateKey = 'loupeEntry'

/**
 * The key of the history entry that is shown, for what is kept for it. The router calls each page that was loaded by a
 * bookmark or a link "default", so that two of them in one tab would share what is kept: such an entry gets a key of its
 * own, which stays with it through Back and a reload.
 */
export function entryKey(routerKey: string): string {
  if (routerKey !== 'default') return routerKey
  const state = (window.history.state ?? {}) as Record<string, unknown>
  const known = state[stateKey]
  if (typeof known === 'string') return known
  const made = crypto.getRandomValues(new Uint32Array(2)).join('-')
  window.history.replaceState({ ...state, [stateKey]: made }, '')
  return made
}
