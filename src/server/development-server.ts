import type { Server } from 'node:http'
import { type Plugin, runnerImport } from 'vite'
import { openBackend } from './backend'
import { writeLoupeConfig } from './loupe-config'
import type * as SandboxHttp from './sandbox-http'
import { secureDevelopmentServer } from './security-headers'
import type { Settings } from './settings'

/** Puts the backend of Loupe behind Vite's development server. */
export function developmentServer(settings: Settings): Plugin {
  let writePage = (html: string) => html
  return {
    name: 'loupe-development-server',
    apply: 'serve',
    async configureServer({ httpServer, middlewares }) {
      const backend = await openBackend(settings, async () => {
        // Not a plain import: the sandbox would be loaded with Vite's configuration, for every build too.
        const { module } = await runnerImport<typeof SandboxHttp>('/src/server/sandbox-http.ts')
        return module.openSandbox(process.env)
      })
      writePage = (html) => writeLoupeConfig(html, { ...backend.config, version: 'development' })
      if (httpServer) secureDevelopmentServer(httpServer as Server)
      middlewares.use((req, res, next) => {
        if (!backend.answers(req, res)) next()
      })
    },
    transformIndexHtml: (html) => writePage(html),
  }
}
