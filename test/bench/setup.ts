import { copyFileSync, existsSync } from 'node:fs'
import { forgetFigures } from './figures'

/** Beside the built app, on the same server, the hand-written page that it is compared with. */
export default function setup() {
  if (!existsSync('dist/index.html')) throw new Error('There is no built app; "npm run bench" makes one.')
  copyFileSync('test/bench/plain.html', 'dist/plain.html')
  copyFileSync('test/bench/plain.js', 'dist/plain.js')
  forgetFigures()
}
