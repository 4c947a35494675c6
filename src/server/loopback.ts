import { createServer, type Server } from 'node:http'

/** Whether an address leads to this computer alone: there, nobody on the network can read along. */
export function isThisComputer({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}

/** Refuses a port that something else listens on, be it on this machine's own addresses or on all. */
export async function assertPortIsFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) await tryPort(port, host)
}

function tryPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Error(`Port ${port} is already in use; choose another one with PORT.`))
      else if (error.code === 'EACCES')
        reject(new Error(`Port ${port} may not be opened by this user; choose another one with PORT.`))
      // A machine without IPv6 has no such address: nobody can hold the port there.
      else resolve()
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** "localhost" is 127.0.0.1 to some programs and ::1 to others, but a server listens on one of them only. */
export function listenOnBothLoopbacks(server: Server): void {
  server.once('listening', () => {
    const at = server.address()
    if (!at || typeof at === 'string' || !['127.0.0.1', '::1'].includes(at.address)) return
    const twin = createServer((req, res) => server.emit('request', req, res))
    // What Node would refuse by itself is for the server to answer, on both addresses.
    Object.assign(twin, { requireHostHeader: false })
    for (const name of ['clientError', 'checkExpectation'])
      twin.on(name, (...args: unknown[]) => server.emit(name, ...args))
    // Only a machine without the other address fails here: the port was free a moment ago.
    twin.once('error', () => {})
    twin.listen(at.port, at.address === '::1' ? '127.0.0.1' : '::1')
    server.once('close', () => twin.close())
  })
}
