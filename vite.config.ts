import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { buildFiles } from './src/server/build-files'
import { assertPortIsFree } from './src/server/loopback'
import { loupeServer } from './src/server/loupe-server'
import { readSettings, type Settings } from './src/server/settings'

const browsers = ['chrome123', 'edge123', 'firefox121', 'safari17.5']

export default defineConfig(async ({ isPreview }) => {
  const settings = await settingsOrExit(isPreview === true)
  return {
    plugins: [react(), tailwindcss(), loupeServer(settings), buildFiles()],
    build: {
      target: browsers,
      cssTarget: browsers,
      // The policy header allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: inFirstChunk, debugName: 'first', priority: 1 },
              ...Object.entries(chunks).map(([name, test]) => ({ name, test })),
            ],
          },
        },
      },
    },
    server: { port: settings.port ?? 5173, strictPort: settings.port !== undefined },
    preview: { port: settings.port ?? 4173, strictPort: true, cors: false },
  }
})

type ModuleInfos = { getModuleInfo: (id: string) => { isEntry: boolean; importers: string[] } | null }

/**
 * What the first page needs without having asked for it goes into one file: parts that lazy pages share with it would else
 * be files of their own, which compress worse and cost a request each.
 */
function inFirstChunk(id: string, modules: ModuleInfos): string | null {
  const reached = new Set([id])
  for (const module of reached) {
    const info = modules.getModuleInfo(module)
    if (info?.isEntry) return 'first'
    for (const importer of info?.importers ?? []) reached.add(importer)
  }
  return null
}

/**
 * What is wanted together on demand. What keeps a session is one file, so that it is there when the network is not; whoever
 * opens a photo needs the rest of its folder.
 */
const chunks = {
  keys: /\/src\/session\/keys\./,
  session: /\/src\/(session\/|after-start|not-found-page|components\/dialog\b)/,
  review: /\/src\/review\/(?!look\/compare-view|record-page|export\/)/,
  photo: /\/src\/photos?\/(photo\/|[a-z-]+\.tsx?$)/,
  list: /\/src\/photos\/(list\/|whole\/(?!whole-|find-))/,
  whole: /\/src\/photos\/whole\//,
  many: /\/src\/photos\/(bulk|grid)\//,
  record: /\/src\/(review\/record-page|(review|photos)\/export\/)/,
}

/** A setting that cannot be used ends the command with one sentence, before anything is built. */
async function settingsOrExit(isPreview: boolean): Promise<Settings> {
  try {
    const settings = readSettings(process.env)
    const isStarting = isPreview || process.env.npm_lifecycle_event === 'start'
    if (isStarting) await assertPortIsFree(settings.port ?? 4173)
    return settings
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return process.exit(1)
  }
}
