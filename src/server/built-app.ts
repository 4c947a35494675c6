import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { versionFile } from './build-files'
import type { Answer } from './http-answer'

interface BuiltFile {
  headers: Record<string, string>
  body: Buffer
  gzip: Buffer | undefined
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const isCompressible = /^text\/|^image\/svg/

/**
 * Serves the built app out of memory: it is small, and what is not in the map cannot be reached, whatever
 * the path. A missing file is 404; any other address is a page of the app.
 */
export function builtApp(folder: string, writePage: (html: string) => string): Answer {
  const files = existsSync(folder) ? readBuild(folder, writePage) : new Map<string, BuiltFile>()
  const page = files.get('/index.html')
  if (!page) throw new Error('There is no built app to serve; "npm run build" makes it.')

  return (req, res) => {
    const path = req.url?.replace(/[?#].*$/, '') ?? '/'
    // A dot at its end makes no file of an address, such as one that ended a sentence.
    const isFile = posix.extname(path).length > 1
    const file = files.get(path === '/health' ? `/${versionFile}` : path) ?? (isFile ? undefined : page)
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain' }).end('Method not allowed\n')
    } else if (!file) {
      res.writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end('Not found\n')
    } else {
      const gzip = /\bgzip\b/.test(req.headers['accept-encoding'] ?? '') ? file.gzip : undefined
      const body = gzip ?? file.body
      if (gzip) res.setHeader('Content-Encoding', 'gzip')
      res.writeHead(200, { ...file.headers, 'Content-Length': body.length }).end(body)
    }
  }
}

function readBuild(folder: string, writePage: (html: string) => string): Map<string, BuiltFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const name = join(entry.parentPath, entry.name)
      const path = name.slice(folder.length).split(sep).join('/')
      const content = readFileSync(name)
      return [
        path,
        builtFile(path, path === '/index.html' ? Buffer.from(writePage(String(content))) : content),
      ]
    }),
  )
}

function builtFile(path: string, body: Buffer): BuiltFile {
  const type = contentTypes[extname(path)] ?? 'application/octet-stream'
  // Only names in assets/ carry a hash of their content.
  const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  const headers: Record<string, string> = { 'Content-Type': type, 'Cache-Control': cache }
  if (!isCompressible.test(type)) return { headers, body, gzip: undefined }
  return { headers: { ...headers, Vary: 'Accept-Encoding' }, body, gzip: gzipSync(body, { level: 9 }) }
}

/** Which build lies in a folder; '' where it does not say. */
export function versionOfBuild(folder: string): string {
  const file = join(folder, versionFile)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}
