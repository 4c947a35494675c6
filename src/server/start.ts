// Serves the built app on this computer: the second half of "npm start".
import { createServer } from 'node:http'
import { openBackend } from './backend'
import { builtApp, versionOfBuild } from './built-app'
import { assertPortIsFree, listenOnBothLoopbacks } from './loopback'
import { writeLoupeConfig } from './loupe-config'
import { openSandbox } from './sandbox-http'
import { contentSecurityPolicy, secureServer } from './security-headers'
import { defaultPort, readSettings } from './settings'

async function start() {
  const settings = readSettings(process.env)
  const port = settings.port ?? defaultPort
  await assertPortIsFree(port)
  const backend = await openBackend(settings, async () => openSandbox(process.env))
  const folder = 'dist'
  const config = { ...backend.config, version: versionOfBuild(folder) }
  const answerApp = builtApp(folder, (html) => writeLoupeConfig(html, config))
  const server = createServer((req, res) => {
    if (!backend.answers(req, res)) answerApp(req, res)
  })
  secureServer(server, contentSecurityPolicy(backend.config))
  listenOnBothLoopbacks(server)
  server.listen(port, 'localhost', () => console.log(`Loupe is at http://localhost:${port}/`))
}

// What cannot be started says why in one sentence.
start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
