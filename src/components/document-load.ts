const patienceMs = 3_000

/** Loading documents; journeys put another one in its place. */
export const documentLoad = {
  /** false where the server does not answer: what would be loaded is the browser's own page for that. */
  async replace(address: string): Promise<boolean> {
    const asked = fetch(address, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    })
    const isThere = await asked.then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) window.location.replace(address)
    return isThere
  },
  reload(): void {
    window.location.reload()
  },
}
