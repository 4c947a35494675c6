import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { buildFiles } from './src/server/build-files'
import { assertPortIsFree } from './src/server/loopback'
import { developmentServer } from './src/server/development-server'
import { defaultPort, readSettings, type Settings } from './src/server/settings'

const browsers = ['chrome123', 'edge123', 'firefox133', 'safari17.5']

export default defineConfig(async () => {
  const settings = await settingsOrExit()
  return {
    plugins: [react(), tailwindcss(), nameParts(), developmentServer(settings), buildFiles()],
    build: {
      target: browsers,
      cssTarget: browsers,
      // The policy header allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      // One file, with the page: a part that comes later brings no style that the page would wait for, or change by.
      cssCodeSplit: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: inFirstFile, debugName: 'first', priority: 1 },
              { name: 'later', debugName: 'later' },
            ],
          },
        },
      },
    },
    server: { port: settings.port ?? 5173, strictPort: settings.port !== undefined },
  }
})

type ModuleInfos = { getModuleInfo: (id: string) => { isEntry: boolean; importers: string[] } | null }

/**
 * What the first page needs without having asked for it goes into one file: parts that lazy pages share with it would else
 * be files of their own, which compress worse and cost a request each.
 */
function inFirstFile(id: string, modules: ModuleInfos): string | null {
  const reached = new Set([id])
  for (const module of reached) {
    const info = modules.getModuleInfo(module)
    if (info?.isEntry) return 'first'
    for (const importer of info?.importers ?? []) reached.add(importer)
  }
  return null
}

/** Writes the files of the later parts into the page: src/ui/part-files.ts asks for them before they are wanted. */
function nameParts(): Plugin {
  return {
    name: 'loupe-name-parts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const names = chunks.filter(({ isEntry }) => !isEntry).map(({ fileName }) => `/${fileName}`)
        return html.replace(
          'name="loupe-parts" content=""',
          `name="loupe-parts" content="${names.join(' ')}"`,
        )
      },
    },
  }
}

/** A setting that cannot be used ends the command with one sentence, before anything is built. */
async function settingsOrExit(): Promise<Settings> {
  try {
    const settings = readSettings(process.env)
    const isStarting = process.env.npm_lifecycle_event === 'start'
    if (isStarting) await assertPortIsFree(settings.port ?? defaultPort)
    return settings
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return process.exit(1)
  }
}
