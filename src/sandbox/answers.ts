import { delay, HttpResponse } from 'msw'
import type { Database } from './database'
import type { ListQuirks } from './list-quirks'
import type { Session } from './sessions'

/** Calls and statuses that nobody has confirmed for the accounts of people. */
export const refusable = ['hold', 'failed', 'process', 'person'] as const
export type Refused = (typeof refusable)[number]

/** What all handlers share: the data (a reset puts new ones in) and how long an answer takes. */
export type SandboxState = {
  db: Database
  lists: ListQuirks
  readonly latencyMs: number
  /** So many decisions are taken; undefined: any number. */
  readonly quota: number | undefined
  /** What a strict office refuses. */
  refuses: readonly Refused[]
}

/** Nothing is published on errors: that they are JSON, and these two words in it, is a guess. */
export function failure(status: number, error: string, message: string) {
  return HttpResponse.json({ status, error, message }, { status })
}

export const noSuchPath = () => failure(404, 'Not Found', 'There is nothing at this address')
export const unauthorized = (message: string) => failure(401, 'Unauthorized', message)

export async function wait({ latencyMs }: SandboxState): Promise<void> {
  if (latencyMs > 0) await delay(latencyMs)
}

/** In: the answer to somebody who is signed in. Out: the same, or 401 without a token or with a bad or expired one. */
export async function signedIn(
  state: SandboxState,
  request: Request,
  answer: (session: Session) => Response | Promise<Response>,
): Promise<Response> {
  await wait(state)
  const token = request.headers.get('X-Auth-Token')
  const session = state.db.tokens.find(token)
  if (!session)
    return unauthorized(token === null ? 'X-Auth-Token is missing' : 'The token is unknown or has expired')
  return answer(session)
}

/** Out: the body as an object; {} when there is none; undefined when it cannot be read. */
export async function bodyOf(request: Request): Promise<Record<string, unknown> | undefined> {
  const text = await request.text()
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
