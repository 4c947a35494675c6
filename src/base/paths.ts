/** Every address that we link to. A query begins with "?" or is empty. */
export const paths = {
  photos: (query = '') => `/photos${query}`,
  photo: (id: number, query = '') => `/photos/${id}${query}`,
  record: () => '/record',
  /** @param end why one is there, said on it */
  signIn: (returnTo?: string, end?: string) =>
    `/sign-in${returnTo ? `?to=${encodeURIComponent(returnTo)}` : end ? `?end=${end}` : ''}`,
}

/**
 * Where to go after signing in: an address of our own, path and query only.
 * Anything else, such as "//elsewhere.example" or "https:…", reads as the list.
 */
export function ownAddress(to: string | null): string {
  if (!to?.startsWith('/photos')) return paths.photos()
  const url = new URL(to, window.location.origin)
  // Once more after "..": "/photos/..//elsewhere.example" is "//elsewhere.example".
  const isOwn = url.origin === window.location.origin && url.pathname.startsWith('/photos')
  return isOwn ? url.pathname + url.search : paths.photos()
}
