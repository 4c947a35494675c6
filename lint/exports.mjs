import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const imports = /(?:import|export)\s(?:type\s)?([^'";]*?)\sfrom\s'(\.[^']+)'|import\(\s*'(\.[^']+)'/g

/** What is imported of each file, by its path without an ending; '*' where it is all. */
const imported = new Map()
for (const folder of ['src', 'test', 'deploy', '.'])
  for (const path of readdirSync(join(root, folder), { recursive: folder !== '.' }))
    if (/\.(ts|tsx|mjs)$/.test(path)) noteImports(join(root, folder, path))

function noteImports(file) {
  for (const [, clause, from, whole] of readFileSync(file, 'utf8').matchAll(imports)) {
    const target = withoutEnding(resolve(dirname(file), from ?? whole))
    if (!imported.has(target)) imported.set(target, new Set())
    const names = clause && !clause.includes('*') ? clause.replaceAll(/\bas \w+/g, '').match(/\w+/g) : ['*']
    names?.forEach((name) => imported.get(target).add(name))
  }
}

function withoutEnding(path) {
  return path.replace(/\.(ts|tsx|mjs)$/, '')
}

/** Refuses an export that no other file imports: it is dead, or its file's own. */
const used = {
  create(context) {
    const file = resolve(context.cwd ?? '.', context.filename)
    if (relative(join(root, 'src'), file).startsWith('..')) return {}
    const names = imported.get(withoutEnding(file))
    return {
      ExportNamedDeclaration({ declaration }) {
        for (const { id } of declaration?.declarations ?? (declaration ? [declaration] : []))
          if (id.name && !names?.has('*') && !names?.has(id.name))
            context.report({ message: `No other file imports ${id.name}.`, node: id })
      },
    }
  },
}

export default { meta: { name: 'exports' }, rules: { used } }
