import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Certificate, makeCertificate } from './certificates'

/** The name by which nginx knows the API in these tests. */
export const apiName = 'api.cloudcard.test'

export interface Asked {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
  /** The name that TLS was begun with. */
  serverName: unknown
}

export interface StandIn {
  /** For CLOUDCARD_API_URL. */
  url: string
  /** Everything that reached it. */
  asked: Asked[]
  close: () => void
}

export type Answer = (asked: Asked, res: ServerResponse) => void

/** Stands where the API stands: over TLS, with a certificate from `authority`; notes what it is asked. */
export async function startStandIn(
  folder: string,
  authority: Certificate,
  answer: Answer = (_, res) => res.setHeader('Content-Type', 'application/json').end('[]'),
  { name = apiName } = {},
): Promise<StandIn> {
  const { certificate, key } = makeCertificate(folder, name, authority)
  const asked: Asked[] = []
  const server = createServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    async (req, res) => {
      const one = {
        method: req.method ?? '',
        path: req.url ?? '',
        headers: req.headers,
        body: await text(req),
        serverName: (req.socket as { servername?: unknown }).servername,
      }
      asked.push(one)
      answer(one, res)
    },
  )
  server.listen(0)
  await once(server, 'listening')
  return {
    url: `https://${apiName}:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
