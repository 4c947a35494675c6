import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { type Connect, type Plugin, runnerImport } from 'vite'
import { builtApp, versionOfBuild } from './built-app'
import { guardCalls } from './call-guard'
import { cloudcardProxy } from './cloudcard-proxy'
import type { Answer } from './http-answer'
import { listenOnBothLoopbacks } from './loopback'
import { type LoupeConfig, writeLoupeConfig } from './loupe-config'
import { pictureProxy } from './picture-proxy'
import type * as SandboxHttp from './sandbox-http'
import { contentSecurityPolicy, secureDevelopmentServer, secureServer } from './security-headers'
import type { Settings } from './settings'
import { tellFailure } from './tell-failure'

/** What stands behind the app: the real API, or the sandbox. */
interface Backend {
  answer: Answer
  config: Omit<LoupeConfig, 'version'>
}

/** Turns Vite's development server and its preview server into the servers of Loupe. */
export function loupeServer(settings: Settings): Plugin {
  let writePage = (html: string) => html
  return {
    name: 'loupe-server',
    apply: 'serve',
    async configureServer({ httpServer, middlewares }) {
      const backend = await openBackend(settings)
      writePage = (html) => writeLoupeConfig(html, { ...backend.config, version: 'development' })
      if (httpServer) secureDevelopmentServer(httpServer as Server)
      middlewares.use(forBackend(backend))
    },
    transformIndexHtml: (html) => writePage(html),
    async configurePreviewServer({ config: { root, build }, httpServer, middlewares }) {
      const backend = await openBackend(settings)
      const policy = contentSecurityPolicy(backend.config)
      const server = httpServer as Server
      secureServer(server, policy)
      listenOnBothLoopbacks(server)
      middlewares.use(forBackend(backend))
      const folder = resolve(root, build.outDir)
      const config = { ...backend.config, version: versionOfBuild(folder) }
      middlewares.use(builtApp(folder, (html) => writeLoupeConfig(html, config)))
    },
  }
}

function forBackend({ answer, config }: Backend): Connect.NextHandleFunction {
  const answerPicture = config.pictures === 'own' ? pictureProxy(config.photoOrigins) : undefined
  const sandboxPaths = config.sandbox ? /^\/(sandbox-photos|sandbox-mails)([/?]|$)/ : undefined
  const answerCall = guardCalls(answer)
  return (req, res, next) => {
    const url = req.url ?? ''
    if (/^\/cloudcard([/?]|$)/.test(url)) answerCall(req, res)
    else if (answerPicture && url.startsWith('/pictures/')) answerPicture(req, res)
    else if (sandboxPaths?.test(url)) answer(req, res)
    else next()
  }
}

async function openBackend({ apiUrl, photoOrigins, pictures, idleMinutes }: Settings): Promise<Backend> {
  if (apiUrl)
    return {
      answer: cloudcardProxy(apiUrl, undefined, tellFailure(apiUrl)),
      config: { sandbox: null, photoOrigins, pictures, idleMinutes },
    }
  // Not a plain import: the sandbox would be loaded with Vite's configuration, at every place.
  const { module } = await runnerImport<typeof SandboxHttp>('/src/server/sandbox-http.ts')
  const { answer, sandbox } = module.openSandbox(process.env)
  return { answer, config: { sandbox, photoOrigins, pictures, idleMinutes } }
}
