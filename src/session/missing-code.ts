import { documentLoad } from '../components/document-load'
import { createStore } from '../components/store'

/** A part of the app could not be loaded: it was updated while it was open, or the network is gone. */
export const isCodeMissing = createStore(false)

// So that a part that is really lost does not load the page for ever.
const reloadedKey = 'loupe.reloaded-at'
const onceInMs = 10 * 60_000

const works = new Set<() => boolean>()

/** Whether something would be lost with the page is asked before it is loaded again. */
export function beforeReload(hasWork: () => boolean): () => void {
  works.add(hasWork)
  return () => works.delete(hasWork)
}

let ahead = 0
const againInMs = 5_000

/** Loads what nobody has asked for yet, as soon as it can be had; without a network nothing is said of it. */
export async function loadAhead<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    ahead++
    const loaded = await load()
      .catch(() => null)
      .finally(() => ahead--)
    if (loaded !== null) return loaded
    await new Promise((resolve) => setTimeout(resolve, againInMs))
  }
}

/** To be called as often as a part may soon be asked for. */
export function aheadOf(load: () => Promise<unknown>): () => void {
  let isAsked = false
  return () => {
    if (!isAsked) void loadAhead(load)
    isAsked = true
  }
}

/** Loads the page again where nothing is lost with it; once, for what is missing then will not come. */
export function onMissingCode(): void {
  if (ahead > 0 && !navigator.onLine) return
  isCodeMissing.set(true)
  const isDone = Date.now() - Number(sessionStorage.getItem(reloadedKey)) < onceInMs
  if (isDone || [...works].some((hasWork) => hasWork())) return
  sessionStorage.setItem(reloadedKey, String(Date.now()))
  void documentLoad.reload()
}
