import { getResponse } from 'msw'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Office } from '../office'

export type OfficeServer = { url: string; serve: (office: Office) => void; close: () => void }

/** The office of a walk over HTTP, as the servers of the app ask it. */
export async function startOfficeServer(): Promise<OfficeServer> {
  let office: Office | undefined
  const server = createServer((request, response) => {
    if (!office) return void response.writeHead(503).end()
    const { url = '/' } = request
    const serving = url.startsWith('/sandbox-photos/') ? picture : answer
    serving(office, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function picture(office: Office, { url: path }: IncomingMessage, response: ServerResponse) {
    const fate = office.pictureFate(`${url}${path}`)
    // The connection stays open.
    if (fate === 'never') return
    const found = await getResponse(office.sandbox.handlers, new Request(`${url}${path}`))
    if (fate === 'fails' || !found) return void response.writeHead(404).end()
    const type = found.headers.get('Content-Type') ?? 'text/plain'
    response.writeHead(found.status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
    response.end(Buffer.from(await found.arrayBuffer()))
  }

  return {
    url,
    serve: (next) => void (office = next),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function answer(office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = request
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = parts.length > 0 ? Buffer.concat(parts).toString() : null
  const token = headers['x-auth-token']
  const given = await office.answer(method, path, typeof token === 'string' ? token : null, body)
  const over = () => method !== 'GET' && office.over(path)
  if (given.kind === 'never') return void over()
  await new Promise((resolve) => setTimeout(resolve, given.delayMs))
  over()
  if (given.kind === 'reset') request.socket.destroy()
  else response.writeHead(given.status, given.headers).end(given.status === 204 ? undefined : given.text)
}
