import { livesFor } from '../base/lifetimes'
import { createStore } from '../base/store'

/**
 * Why a part of the app could not be loaded. 'unreachable': the network or the server is gone, and may come back.
 * 'replaced': the server has another release by now, and the part will not come before a reload. 'intercepted': a sign-on in
 * front of Loupe has ended.
 */
export type PartProblem = 'unreachable' | 'replaced' | 'intercepted'

export class PartError extends Error {
  override readonly name = 'PartError'
  readonly problem: PartProblem

  constructor(problem: PartProblem) {
    super(`A part of Loupe is ${problem}`)
    this.problem = problem
  }
}

/** The build writes the files of all later parts into the page; none are named in development. */
export function partFiles(page: Document): readonly string[] {
  const names = page.querySelector<HTMLMetaElement>('meta[name="loupe-parts"]')?.content ?? ''
  return names.split(' ').filter(Boolean)
}

/** Another release is on the server, and parts of this one are not. */
export const isReplaced = createStore(false)

let having: Promise<unknown> | null = null
livesFor('document', () => void (having = null))

/**
 * Brings the files of all later parts into the browser's cache. Rejects with a PartError. Asked before any import: Firefox
 * keeps a module whose import has failed as failed until the page is loaded again.
 */
export async function havePartFiles(): Promise<void> {
  having ??= Promise.all(partFiles(document).map(haveFile))
  try {
    await having
    isReplaced.set(false)
  } catch (error) {
    having = null
    isReplaced.set(error instanceof PartError && error.problem === 'replaced')
    throw error
  }
}

/** Long enough for a slow line; what has not come by then is said to be missing, and can be tried again. */
const giveUpAfterMs = 60_000

async function haveFile(name: string): Promise<void> {
  const closing = new AbortController()
  const timer = setTimeout(() => closing.abort(), giveUpAfterMs)
  await readFile(name, closing.signal).finally(() => clearTimeout(timer))
}

/** A server that is asked too much, or answers with nothing, has no other release for that. */
const isIll = (status: number) => status >= 500 || status === 429 || status === 204

async function readFile(name: string, signal: AbortSignal): Promise<void> {
  const options = { credentials: 'same-origin', redirect: 'manual', signal } as const
  const answer = await fetch(name, options).catch(() => null)
  if (answer === null || isIll(answer.status)) throw new PartError('unreachable')
  const { ok, type, status, headers } = answer
  if (type === 'opaqueredirect' || status === 401 || status === 403) throw new PartError('intercepted')
  const text = await answer.text().catch(() => null)
  if (text === null) throw new PartError('unreachable')
  const contentType = headers.get('Content-Type') ?? ''
  // Some servers answer what they do not have by the page of the app; any other page is somebody else's.
  if (ok && /\bhtml\b/.test(contentType) && !text.includes('loupe-config')) throw new PartError('intercepted')
  if (!ok || !/\bjavascript\b/.test(contentType)) throw new PartError('replaced')
}
