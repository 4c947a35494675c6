import { createStore } from './store'

/**
 * Why a part of the app could not be loaded. 'unreachable': the network or the server is gone, and may come back.
 * 'replaced': the server has another release by now, and the part will not come before a reload.
 */
export type PartProblem = 'unreachable' | 'replaced'

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

async function haveFile(name: string): Promise<void> {
  const answer = await fetch(name, { credentials: 'same-origin' }).catch(() => null)
  if (answer === null || answer.status >= 500) throw new PartError('unreachable')
  const isScript = /\bjavascript\b/.test(answer.headers.get('Content-Type') ?? '')
  if (!answer.ok || !isScript) throw new PartError('replaced')
  const whole = await answer.arrayBuffer().catch(() => null)
  if (whole === null) throw new PartError('unreachable')
}
