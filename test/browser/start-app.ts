import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { freePort } from './free-port'

export interface StartedApp {
  url: string
  stop: () => void
}

/**
 * Starts the built app once more, at a place of its own: `env` is what an operator would set.
 *
 * @param folder where its `dist` is
 */
export async function startApp(env: Record<string, string>, folder = '.'): Promise<StartedApp> {
  const port = await freePort()
  const server = spawn('node', [resolve('node_modules/.loupe/server.mjs')], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await new Promise<void>((started, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('Loupe is at')) started()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.once('exit', () => reject(new Error(`The app did not start: ${output}`)))
  })
  return { url: `http://localhost:${port}`, stop: () => server.kill() }
}
