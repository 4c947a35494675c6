/**
 * How long something in memory lives:
 *
 * - `read`: what was read for the person who is signed in. It goes when nobody may see it any more: at a lock, when the
 *   session expires, at sign-out.
 * - `work`: what the person has done and not finished, such as a half-typed note. It waits at a lock for the same person,
 *   and goes with another.
 * - `document`: what belongs to nobody. It goes with the document; only a test ends it earlier.
 */
export type Lifetime = 'read' | 'work' | 'document'

const ends: Record<Lifetime, Set<() => void>> = { read: new Set(), work: new Set(), document: new Set() }

/**
 * Says how something is forgotten when its life is over. Whoever keeps something outside of React calls it where that is
 * made, so that no list of everything that is kept has to be remembered.
 *
 * @returns what takes it back
 */
export function livesFor(lifetime: Lifetime, forget: () => void): () => void {
  ends[lifetime].add(forget)
  return () => void ends[lifetime].delete(forget)
}

export function endLifetime(lifetime: Lifetime): void {
  for (const forget of ends[lifetime]) forget()
}
