/** Gives, in words, what could not be done before signing out. */
type Preparation = () => Promise<readonly string[]>
const preparations = new Set<Preparation>()

/** To be called before a session ends by Sign out or by locking; who has work under way brings it to its end there. */
export function beforeSignOut(preparation: Preparation): () => void {
  preparations.add(preparation)
  return () => preparations.delete(preparation)
}

/** What of the work under way in this tab could not be brought to its end, in words; nothing where one may sign out. */
export async function prepareSignOut(): Promise<readonly string[]> {
  return (await Promise.all([...preparations].map((prepare) => prepare()))).flat()
}
