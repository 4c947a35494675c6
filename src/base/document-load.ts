const patienceMs = 3_000

/**
 * false where the server does not answer: what would be loaded is the browser's own page for that. A sign-on in front of Loupe
 * answers, by leading elsewhere or by asking who is there: the person is to come to it.
 */
async function isThere(address: string): Promise<boolean> {
  const asked = fetch(address, {
    method: 'HEAD',
    cache: 'no-store',
    credentials: 'same-origin',
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  })
  return asked.then(
    ({ ok, type, status }) => ok || type === 'opaqueredirect' || status === 401 || status === 403,
    () => false,
  )
}

/** Loading documents; journeys put another one in its place. */
export const documentLoad = {
  /** false where nothing can be loaded. */
  async replace(address: string): Promise<boolean> {
    const canLoad = await isThere(address)
    if (canLoad) window.location.replace(address)
    return canLoad
  },
  /** false where nothing can be loaded. */
  async reload(): Promise<boolean> {
    const canLoad = await isThere(window.location.pathname)
    if (canLoad) window.location.reload()
    return canLoad
  },
}
