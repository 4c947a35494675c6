import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { listen, origin, passOn } from '../../browser/pass-on'
import type { Exchange } from '../wire'
import type { FileFault } from './faults'

type OnWire = { fault: FileFault; isOf: (path: string) => boolean; isMet: boolean }

/** The line between a browser and the server of the app, which can be broken. */
export type FileWire = {
  url: string
  breakAt: (fault: FileFault, isOf: (path: string) => boolean) => void
  mend: () => void
  /** Whether somebody has met what is wrong. */
  isMet: () => boolean
  /** The paths of all that was sent to change something. */
  changes: readonly string[]
  close: () => void
}

/** So long a part of an endless answer takes, in ms: a browser that holds gigabytes of it dies. */
const partMs = 500

export async function layFileWire(target: string): Promise<FileWire> {
  let onWire: OnWire | null = null
  const changes: string[] = []
  const server = await listen((req, res) => {
    const path = req.url ?? '/'
    if (req.method === 'PUT') changes.push(path)
    if (!onWire?.isOf(path)) return passOn(req, res, target)
    onWire.isMet = true
    // Whoever has gone away is answered no more.
    void send(onWire.fault, req, res, target).catch(() => res.destroy())
  })
  return {
    url: origin(server),
    breakAt: (fault, isOf) => void (onWire = { fault, isOf, isMet: false }),
    mend: () => void (onWire = null),
    isMet: () => onWire?.isMet === true,
    changes,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function send(fault: FileFault, req: IncomingMessage, res: ServerResponse, target: string) {
  const response = await fault.play(await exchangeOf(req, target))
  res.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) return void res.end()
  const body = Readable.fromWeb(response.body as NodeStream)
  res.on('close', () => body.destroy())
  body.on('error', () => res.destroy()).pipe(res)
}

async function exchangeOf(req: IncomingMessage, target: string): Promise<Exchange> {
  const url = new URL(req.url ?? '/', target)
  const file = await fetch(url)
  const headers = { 'Content-Type': file.headers.get('Content-Type') ?? '' }
  const none = () => Promise.reject(new Error('A file is asked for, and nothing is changed'))
  const wait = (seconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, seconds * 1000))
  return {
    request: new Request(url),
    answer: async () => file,
    another: none,
    onlyYes: none,
    never: () => new Promise(() => {}),
    lost: () => Promise.reject(new Error('The connection is lost')),
    redirected: () => new Response(null, { status: 302, headers: { Location: '/login-of-the-university' } }),
    body: (next) =>
      new Response(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            await wait(partMs / 1000)
            await next((bytes) => (bytes === null ? controller.close() : controller.enqueue(bytes)))
          },
        }),
        { headers },
      ),
    wait,
    now: () => Date.now(),
  }
}
