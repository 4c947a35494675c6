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

async function loadIfThere(address: string, load: () => void): Promise<boolean> {
  const canLoad = await isThere(address)
  if (canLoad) load()
  return canLoad
}

/** Loading documents, false where none can be loaded; journeys put another one in its place. */
export const documentLoad = {
  replace: (address: string) => loadIfThere(address, () => window.location.replace(address)),
  reload: () => loadIfThere(window.location.pathname, () => window.location.reload()),
}
