import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { assertPortIsFree, listenOnBothLoopbacks } from './loopback'

const servers: Server[] = []

afterEach(() => servers.splice(0).forEach((server) => server.close()))

async function listen(host: string): Promise<{ server: Server; port: number }> {
  const server = createServer((_req, res) => res.end('here'))
  listenOnBothLoopbacks(server)
  servers.push(server)
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}

test('a taken port is refused with a sentence', async () => {
  const { port } = await listen('127.0.0.1')
  await expect(assertPortIsFree(port)).rejects.toThrow(
    `Port ${port} is already in use; choose another one with PORT.`,
  )
})

test('a free port is not refused', async () => {
  const { server, port } = await listen('127.0.0.1')
  server.close()
  await once(server, 'close')
  await expect(assertPortIsFree(port)).resolves.toBeUndefined()
})

test('a server on 127.0.0.1 answers on localhost too, whatever that means on this machine', async () => {
  const { port } = await listen('127.0.0.1')
  const response = await fetch(`http://localhost:${port}/`)
  expect(await response.text()).toBe('here')
})
