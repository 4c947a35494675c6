import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { http, HttpResponse } from 'msw'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerWith } from './sandbox-http'

const handlers = [
  http.put('*/cloudcard/photo/:id', async ({ request, params }) => {
    const note = new URL(request.url).searchParams.get('note')
    const token = request.headers.get('x-auth-token')
    return HttpResponse.json({ id: params.id, note, token, body: await request.json() }, { status: 409 })
  }),
  http.get('*/cloudcard/cut', () => HttpResponse.error()),
  http.get('*/cloudcard/empty', () => new HttpResponse(null, { status: 204 })),
  http.get('*/cloudcard/broken', () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('[{"id":'))
        controller.error(new Error('cut off'))
      },
    })
    return new HttpResponse(body, { headers: { 'Content-Type': 'application/json' } })
  }),
  http.get('*/sandbox-photos/1.jpg', () =>
    HttpResponse.arrayBuffer(new Uint8Array([0xff, 0xd8, 0x00]).buffer, {
      headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'max-age=60' },
    }),
  ),
]

let server: Server
let url = ''

beforeAll(async () => {
  server = createServer(answerWith(handlers)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterAll(() => server.close())

test('query, headers and body reach the sandbox, and its answer comes back, never to be kept', async () => {
  const response = await fetch(`${url}/cloudcard/photo/7?note=a%20b`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 'token-1' },
    body: '{"status":"APPROVED"}',
  })
  expect(response.status).toBe(409)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    id: '7',
    note: 'a b',
    token: 'token-1',
    body: { status: 'APPROVED' },
  })
})

test('an answer without a body has none', async () => {
  const response = await fetch(`${url}/cloudcard/empty`)
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
})

test('photos come as bytes, and may be kept as long as the sandbox says', async () => {
  const response = await fetch(`${url}/sandbox-photos/1.jpg`)
  expect(response.headers.get('cache-control')).toBe('max-age=60')
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0xff, 0xd8, 0x00])
})

test('what the sandbox does not know is a 404 in JSON', async () => {
  const response = await fetch(`${url}/cloudcard/nothing`)
  expect(response.status).toBe(404)
  expect(await response.json()).toHaveProperty('error')
})

test('a connection that the sandbox cuts is cut', async () => {
  await expect(fetch(`${url}/cloudcard/cut`)).rejects.toThrow('fetch failed')
})

test('an answer that breaks off in the sandbox breaks off here', async () => {
  const answer = fetch(`${url}/cloudcard/broken`).then((response) => response.text())
  await expect(answer).rejects.toThrow()
})
