// Runs the walks, which are TypeScript; see docs/testing.md.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const { module } = await runnerImport(resolve(import.meta.dirname, 'command.ts'), { logLevel: 'error' })
process.exit(await module.run(process.argv.slice(2)))
