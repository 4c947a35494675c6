// Runs one of the commands of this folder, which are TypeScript: "prepare" or "check".
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [name, ...args] = process.argv.slice(2)
const { module } = await runnerImport(resolve(import.meta.dirname, `${name}.ts`), { logLevel: 'error' })
process.exitCode = await module.run(args)
