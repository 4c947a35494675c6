import { createSocket } from 'node:dgram'
import { once } from 'node:events'

export interface NameServer {
  /** For DNS_SERVER. */
  address: string
  close: () => void
}

/** A DNS server that knows one answer, whatever the name: these IPv4 addresses. */
export async function startNameServer(addresses: readonly string[]): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => socket.send(answer(query, addresses), port, address))
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() }
}

/** RFC 1035, 4: the question again, and a record of type A for each address. */
function answer(query: Buffer, addresses: readonly string[]): Buffer {
  const endOfName = query.indexOf(0, 12) + 1
  const header = Buffer.from(query.subarray(0, 12))
  // A response, recursion available; one question, so many answers, nothing else.
  header.writeUInt16BE(0x8180, 2)
  header.writeUInt16BE(addresses.length, 6)
  header.writeUInt32BE(0, 8)
  const records = addresses.map((address) =>
    // The name of the question, type A, class IN, 1 s to live, 4 bytes.
    Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)]),
  )
  return Buffer.concat([header, query.subarray(12, endOfName + 4), ...records])
}
