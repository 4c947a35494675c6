import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { http, HttpResponse, type HttpHandler } from 'msw'
import { noSuchPath, wait, type SandboxState } from './answers'
import { deadFolders, fileOf } from './photo-address'
import { fileNames } from './portraits'

// By the folder that commands run in: the built server lies elsewhere than this file.
const folder = resolve('src/sandbox/portraits')
const read = new Map<string, Promise<Buffer>>()

function bytesOf(name: string): Promise<Buffer> {
  const bytes = read.get(name) ?? readFile(join(folder, name))
  read.set(name, bytes)
  return bytes
}

/** Nothing but an EXIF that says so, orientation 6: a quarter turn. */
const quarterTurn = Buffer.from(
  'ffe100224578696600004d4d002a00000008000101120003000000010006000000000000',
  'hex',
)

/** In: a JPEG. Out: the same, which browsers show on its side. */
const onItsSide = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 2), quarterTurn, bytes.subarray(2)])

/** As a bucket answers, and not as the API does. */
function deadAnswer(status: number): Response {
  const code = status === 403 ? 'AccessDenied' : 'NoSuchKey'
  return HttpResponse.xml(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`, {
    status,
  })
}

/** The photos themselves: public, as the real ones are; only files of the list are read. */
export function photoFileHandlers(state: SandboxState): HttpHandler[] {
  return [
    http.get('*/sandbox-photos/:folder/:name', async ({ params }) => {
      await wait(state)
      const { key, isOnSide } = fileOf(String(params.folder))
      for (const [dead, status] of Object.entries(deadFolders)) if (key === dead) return deadAnswer(status)
      const ending = String(params.name).endsWith('.png') ? 'png' : 'jpg'
      if (!fileNames.has(`${key}.${ending}`)) return deadAnswer(404)
      const bytes = await bytesOf(`${key}.${ending}`)
      return HttpResponse.arrayBuffer(new Uint8Array(isOnSide ? onItsSide(bytes) : bytes).buffer, {
        headers: {
          'Content-Type': ending === 'png' ? 'image/png' : 'image/jpeg',
          // No cache keeps a face: what is tried out at a desk is gone with the page.
          'Cache-Control': 'no-store',
        },
      })
    }),
    http.all('*/sandbox-photos/*', noSuchPath),
  ]
}
