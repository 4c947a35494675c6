import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { assertPortIsFree } from './src/server/loopback'
import { loupeServer } from './src/server/loupe-server'
import { readSettings, type Settings } from './src/server/settings'

const browsers = ['chrome123', 'edge123', 'firefox121', 'safari17.5']

export default defineConfig(async ({ isPreview }) => {
  const settings = await settingsOrExit(isPreview === true)
  return {
    plugins: [react(), tailwindcss(), loupeServer(settings)],
    build: {
      target: browsers,
      cssTarget: browsers,
      // The policy header allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
    },
    server: { port: settings.port ?? 5173, strictPort: settings.port !== undefined },
    preview: { port: settings.port ?? 4173, strictPort: true, cors: false },
  }
})

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
