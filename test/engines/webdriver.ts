import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { freePort } from '../browser/free-port'
import { until } from './until'

/** No step takes longer, in ms; a busy machine is slow, not wrong. */
const stepMs = 30_000

export interface Driver {
  /** One command of the WebDriver protocol; its value. */
  send: <Value = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Value>
  stop: () => void
}

export class DriverError extends Error {
  readonly code: string
  constructor(path: string, code: string, message: string) {
    super(`${path}: ${code}: ${message}`)
    this.code = code
  }
}

/** A screen that nobody sees; gives its name for DISPLAY. */
export async function openScreen(path: string): Promise<{ display: string; stop: () => void }> {
  const screen = spawn(path, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const stop = () => screen.kill()
  process.once('exit', stop)
  // It writes the number that it has chosen.
  const number = await firstWords(screen, screen.stdio[3] as Readable, 'Xvfb')
  return { display: `:${number}`, stop }
}

/**
 * Starts a WebDriver.
 *
 * @param onLine what it and its browser write, line by line
 */
export async function startDriver(
  path: string,
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): Promise<Driver> {
  const port = await freePort()
  // A group of its own, so that its browser ends with it.
  const driver = spawn(path, [`--port=${port}`], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env })
  let end = ''
  driver.once('error', ({ message }) => (end = message))
  driver.once('exit', (code, signal) => (end ||= `it ended with ${code ?? signal}`))
  for (const stream of [driver.stdout, driver.stderr]) readLines(stream, onLine)
  const stop = () => stopGroup(driver)
  process.once('exit', stop)

  const send: Driver['send'] = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(stepMs),
    }).catch((error: Error) => {
      throw new Error(end ? `WebKit's driver is gone: ${end}.` : `WebKit does not answer: ${error.message}.`)
    })
    const { value } = (await answer.json()) as { value: never }
    const { error, message } = (value ?? {}) as { error?: string; message?: string }
    if (!answer.ok) throw new DriverError(path.replace(/^\/session\/[^/]+/, ''), error ?? '', message ?? '')
    return value
  }
  const isThere = () =>
    send('GET', '/status').then(
      () => true,
      () => end !== '',
    )
  await until(isThere, 'the driver answers').catch(() => {})
  if (end) throw new Error(`WebKit's driver does not start: ${end}.`)
  return { send, stop }
}

function stopGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGTERM')
  } catch {
    // It has ended by itself.
  }
}

function firstWords(owner: ChildProcess, stream: Readable, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    stream.once('data', (data: Buffer) => resolve(String(data).trim()))
    owner.once('error', (error) => reject(new Error(`${name} does not start: ${error.message}`)))
    owner.once('exit', (code) => reject(new Error(`${name} does not start: it ended with ${code}.`)))
  })
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (data: string) => {
    const lines = (rest + data).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(onLine)
  })
}
