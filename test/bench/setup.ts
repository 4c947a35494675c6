import { cpSync, existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { build } from 'vite'
import { forgetFigures } from './figures'
import { benchPages } from './bench-pages'

/** Beside the built app, on the same server, the hand-written pages that it is compared with. */
export default async function setup() {
  process.env.LOAD_BEFORE_BENCH = String(loadavg()[0])
  if (!existsSync('dist/index.html')) throw new Error('There is no built app; "npm run bench" makes one.')
  for (const page of benchPages) cpSync(`test/bench/pages/${page}`, `dist/${page}`)
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: 'test/bench/pages/index-heap.ts', formats: ['es'], fileName: () => 'index-heap.js' },
    },
  })
  forgetFigures()
}
