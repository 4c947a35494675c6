import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Where a build says which one it is, in one line: "0.1.0 7c4bdb8". Both servers answer with it at /health. */
export const versionFile = 'version.txt'

/** What a build holds beside the app: which version it is, and the licenses of what it ships. */
export function buildFiles(): Plugin {
  let root = ''
  return {
    name: 'loupe-build-files',
    apply: 'build',
    configResolved: (config) => void (root = config.root),
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      this.emitFile({ type: 'asset', fileName: versionFile, source: `${versionOf(root)}\n` })
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: licensesOf(modules) })
    },
  }
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
    return `${version} ${git('rev-parse', '--short', 'HEAD')}`
  } catch {
    // A downloaded folder without its history can be built too.
    return version
  }
}

/** The text that each package of others wants to be passed on with it; a package without one fails the build. */
function licensesOf(modules: string[]): string {
  const folders = new Set(
    modules.flatMap(
      (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? [],
    ),
  )
  const texts = [...folders].toSorted().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >
    const file =
      existsSync(folder) &&
      readdirSync(folder).find((each) => /^(mit-)?(licen[cs]e|copying)(\.(md|txt))?$/i.test(each))
    if (!file) throw new Error(`${name} has no license text to pass on.`)
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  return `Loupe ships the following packages of others.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`
}
