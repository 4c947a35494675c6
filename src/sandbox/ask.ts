import { getResponse } from 'msw'
import { sandboxSignIn, type Sandbox } from './sandbox'

const origin = 'http://localhost:4173'

/** For tests: asks a sandbox as a client would, without a network. */
export async function ask(sandbox: Sandbox, path: string, init?: RequestInit): Promise<Response> {
  const response = await getResponse(sandbox.handlers, new Request(new URL(path, origin).href, init))
  if (!response) throw new Error(`No handler answers ${path}`)
  return response
}

/** For tests: asks with a token of its own. */
export function askSignedIn(sandbox: Sandbox, path: string): Promise<Response> {
  const { token } = sandbox.db.tokens.open(sandboxSignIn.username)
  return ask(sandbox, `/cloudcard${path}`, { headers: { 'X-Auth-Token': token } })
}

export function postJson(sandbox: Sandbox, path: string, body: unknown, token?: string): Promise<Response> {
  return ask(sandbox, `/cloudcard${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token !== undefined && { 'X-Auth-Token': token }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
