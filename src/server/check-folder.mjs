// Says in one sentence why nothing can be built here, before Vite would say it in a stack trace.
import { accessSync, constants, existsSync } from 'node:fs'

const folder = process.cwd()
const written = ['dist', 'node_modules'].filter((name) => existsSync(name))

if (/[#?]/.test(folder)) {
  end(
    `The path ${folder} has a # or ? in it, which the build tool takes for a part of an address. Rename that folder, or put Loupe into another one.`,
  )
}
for (const path of ['.', ...written]) {
  try {
    accessSync(path, constants.W_OK)
  } catch {
    end(
      `Nothing can be written to ${path === '.' ? folder : `${folder}/${path}`}, and the app is built there. Allow it, or put Loupe into a folder of your own.`,
    )
  }
}

/** @param {string} words */
function end(words) {
  console.error(words)
  process.exit(1)
}
