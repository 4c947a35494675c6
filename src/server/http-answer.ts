import type { IncomingMessage, ServerResponse } from 'node:http'

export type Answer = (req: IncomingMessage, res: ServerResponse) => void

export function sendJsonError(res: ServerResponse, status: number, error: string): void {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  res.end(JSON.stringify({ error }))
}
