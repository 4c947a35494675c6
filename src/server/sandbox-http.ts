import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { getResponse, type RequestHandler } from 'msw'
import { createSandbox, sandboxOptionsFromEnv, sandboxSignIn } from '../sandbox/sandbox'
import { type Answer, sendJsonError } from './http-answer'
import type { LoupeConfig } from './loupe-config'

export interface SandboxBackend {
  answer: Answer
  sandbox: LoupeConfig['sandbox']
}

/** A new sandbox, over real HTTP. */
export function openSandbox(env: NodeJS.ProcessEnv): SandboxBackend {
  const options = sandboxOptionsFromEnv(env)
  const { handlers, colleagueDecides } = createSandbox(options)
  // It ends with the server.
  if (options.colleagueEveryMs !== undefined) setInterval(colleagueDecides, options.colleagueEveryMs).unref()
  const { username, password } = sandboxSignIn
  return { answer: answerWith(handlers), sandbox: { photos: options.photos, username, password } }
}

export function answerWith(handlers: RequestHandler[]): Answer {
  return (req, res) => {
    respond(handlers, req, res).catch((error: unknown) => {
      if (res.destroyed) return
      console.error(error)
      if (res.headersSent) res.destroy()
      else sendJsonError(res, 500, 'The sandbox has failed.')
    })
  }
}

async function respond(handlers: RequestHandler[], req: IncomingMessage, res: ServerResponse): Promise<void> {
  const response = await getResponse(handlers, await toRequest(req))
  if (!response) return sendJsonError(res, 404, 'The sandbox has nothing here.')
  // Response.error() stands for a connection that is cut.
  if (response.type === 'error') return void res.destroy()
  for (const [name, value] of response.headers) res.setHeader(name, value)
  if (req.url?.startsWith('/cloudcard')) res.setHeader('Cache-Control', 'no-store')
  res.writeHead(response.status)
  if (!response.body) return void res.end()
  try {
    // In one piece: each one more that is written takes about as long as making the answer.
    res.end(new Uint8Array(await response.arrayBuffer()))
  } catch (error) {
    // What has been said so far goes out before the connection is cut.
    res.flushHeaders()
    throw error
  }
}

async function toRequest(req: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = req
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string])
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
    method,
    headers: pairs,
    body: hasBody ? await buffer(req) : null,
  })
}
