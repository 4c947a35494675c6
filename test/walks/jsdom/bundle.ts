import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')

/** jsdom loads no documents; these are asked of the tab around it. */
const navigation = {
  'window.location.replace': 'window.loadDocument',
  'window.location.assign': 'window.loadDocument',
  'window.location.reload': 'window.reloadDocument',
}

/** The app as it is built for use, in one script, since jsdom knows no modules. */
export async function bundleApp(): Promise<Script> {
  // Whatever runs the walks may have said that this is development.
  const before = process.env['NODE_ENV'] ?? ''
  process.env['NODE_ENV'] = 'production'
  const output = await buildApp().finally(() => void (process.env['NODE_ENV'] = before))
  const files = [output].flat().flatMap((each) => ('output' in each ? each.output : []))
  const code = files.find((file) => file.type === 'chunk')?.code
  if (code === undefined) throw new Error('The app was not built.')
  return new Script(code, { filename: 'loupe.js' })
}

function buildApp() {
  return build({
    root,
    mode: 'production',
    configFile: false,
    logLevel: 'error',
    plugins: [
      react(),
      { name: 'no-styles', load: (id) => (id.endsWith('.css') ? '' : null), enforce: 'pre' },
    ],
    define: { 'process.env.NODE_ENV': '"production"', ...navigation },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: resolve(root, 'src/main.tsx'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })
}
