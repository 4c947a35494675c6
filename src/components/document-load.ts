const patienceMs = 3_000

/** false where the server does not answer: what would be loaded is the browser's own page for that. */
async function isThere(address: string): Promise<boolean> {
  const asked = fetch(address, {
    method: 'HEAD',
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(patienceMs),
  })
  return asked.then(
    ({ ok }) => ok,
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
  async reload(): Promise<void> {
    if (await isThere(window.location.pathname)) window.location.reload()
  },
}
