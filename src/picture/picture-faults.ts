import { pageClock } from '../base/clock'
import { createStore } from '../base/store'
import type { Soundness } from './inspect-picture'
import { createWaits } from './waits'

/** Why a picture that was asked for cannot be shown. */
export type PictureFault = 'failed' | 'late' | 'redirected' | Exclude<Soundness, 'sound'>

/** `attempt` counts the tries. */
type Tried = { fault: PictureFault | null; attempt: number }

/** By address. Shared by the row, the pane and the photo page: an address that is dead in one place is so in all. */
export const triedPictures = createStore<ReadonlyMap<string, Tried>>(new Map(), 'read')

/** @param more so many tries more than until now */
function note(urls: readonly string[], fault: PictureFault | null, more: number): void {
  const next = new Map(triedPictures.get())
  for (const url of urls) next.set(url, { fault, attempt: (next.get(url)?.attempt ?? 0) + more })
  triedPictures.set(next)
}

export const noteFault = (urls: readonly string[], fault: PictureFault): void => note(urls, fault, 0)

const hasCome = (fault: PictureFault | null | undefined) => fault === 'damaged' || fault === 'blank'

/**
 * A browser that has loaded a picture, though cut off, shows the same again to the page and asks nobody. A request that is no
 * image makes it forget that one. The policy header allows it for our own address only.
 */
function dropKept(url: string): void {
  if (new URL(url).origin !== window.location.origin) return
  // What becomes of it the image tells, which is asked for at the same time.
  fetch(url, { cache: 'reload' }).catch(() => {})
}

export function tryAgain(urls: readonly string[]): void {
  for (const url of urls) if (hasCome(triedPictures.get().get(url)?.fault)) dropKept(url)
  note(urls, null, 1)
}

const waitMs = 20_000
const waits = createWaits(pageClock, (urls) => noteFault(urls, 'late'))

/** So long a picture is waited for; longer with each try, for a line that may just be slow. */
const waitMsFor = (url: string): number =>
  waitMs * 2 ** Math.min(3, triedPictures.get().get(url)?.attempt ?? 0)

/** @returns what ends it: the picture has come or failed, or (false) nobody waits for it any more */
export const beginWait = (url: string): ((isNews: boolean) => void) => waits.begin(url, waitMsFor(url))

const blocked = new Set<string>()

// It is told before the image fails. Only allowed addresses are asked for: what is blocked all the same was led elsewhere.
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  if (effectiveDirective === 'img-src') blocked.add(blockedURI)
})

/** The image could not be had. */
export function noteFailed(url: string): void {
  // Some browsers tell no more than the host.
  const isRedirected = blocked.delete(url) || blocked.delete(new URL(url).origin)
  noteFault([url], isRedirected ? 'redirected' : 'failed')
}
