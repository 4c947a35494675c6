import { dirname, join, relative, resolve } from 'node:path'

/** What was decided and repaired, as lists show it, and all that stands below. */
const decided = [
  'desk',
  'desk/repair',
  'desk/ledger',
  'picture',
  'fields',
  'fields/kinds',
  'session',
  'queue',
  'cloudcard',
  'ui',
  'base',
]
/** How it is decided too. */
const deciding = ['desk/commands', 'desk/look', 'desk/verdicts', ...decided]
/** Lists of photos too. */
const photos = ['photos/whole', 'photos', 'photos/filters', ...deciding]

/**
 * The rooms of src/, from top to bottom, and what each may know. A folder that is not named belongs to the room around it.
 * A room may only know rooms that stand below it here: so there are no circles, neither by file nor by folder.
 */
const rooms = {
  server: ['sandbox', 'cloudcard'],

  app: ['screens/list', 'screens/viewer', 'screens/record', 'photos/sources', ...photos],

  'screens/list': [
    'desk/export',
    'screens/viewer',
    'screens/bulk',
    'screens/grid',
    'screens/collection',
    'screens/print',
    'screens/filters',
    'photos/sources',
    'photos/export',
    ...photos,
  ],
  'screens/viewer': ['photos/sources', ...photos],
  'screens/bulk': ['screens/grid', 'screens/collection', 'photos/sources', ...photos],
  'screens/grid': ['screens/collection', 'screens/filters', ...photos],
  'screens/collection': ['screens/print', ...photos],
  'screens/print': ['screens/filters', 'photos/sources', ...photos],
  'screens/filters': ['photos', 'photos/filters', ...deciding],
  'screens/record': ['desk/export', ...deciding],

  'photos/sources': ['photos/whole', 'photos', 'photos/filters', ...decided],
  'photos/whole': ['photos', 'photos/filters', ...decided],
  photos: ['photos/filters', ...decided],
  'photos/filters': decided,
  'photos/export': ['desk/export', 'fields', 'fields/kinds', 'cloudcard'],

  desk: [
    'desk/commands',
    'desk/look',
    'desk/repair',
    'desk/ledger',
    'desk/verdicts',
    'picture',
    'fields',
    'fields/kinds',
    'session',
    'cloudcard',
    'ui',
    'base',
  ],
  'desk/commands': ['desk/look', 'desk/repair', 'desk/verdicts', 'session', 'cloudcard'],
  'desk/look': ['desk/repair', 'session', 'cloudcard', 'ui', 'base'],
  'desk/repair': ['desk/ledger', 'fields', 'session', 'cloudcard', 'base'],
  'desk/ledger': ['desk/verdicts', 'fields', 'fields/kinds', 'session', 'cloudcard', 'base'],
  'desk/verdicts': ['fields', 'fields/kinds', 'session', 'cloudcard', 'ui', 'base'],
  'desk/export': ['fields', 'ui', 'base'],
  picture: ['cloudcard', 'ui', 'base'],
  fields: ['fields/kinds', 'queue', 'cloudcard', 'ui', 'base'],
  'fields/kinds': ['cloudcard', 'ui', 'base'],
  session: ['cloudcard', 'ui', 'base'],
  queue: [],
  cloudcard: ['base'],
  ui: ['base'],
  base: [],
  // The stand-in for CloudCard shares no code with the app, so that it cannot share its bugs.
  sandbox: ['sandbox/data'],
  'sandbox/data': [],
}

/** The only packages that a room may use, where not every one is meant. */
const packages = {
  queue: [],
  cloudcard: ['@tanstack/react-query'],
}
/** No room of the app plays CloudCard. */
const onlyForSandbox = ['msw', 'msw/node']

const src = resolve(import.meta.dirname, '../src')
const names = Object.keys(rooms)
for (const [index, name] of names.entries()) {
  const above = rooms[name].filter((known) => names.indexOf(known) <= index)
  if (above.length > 0)
    throw new Error(`lint/rooms.mjs: ${name} may not know ${above}, which is no room below it`)
}

/** The room of a file; undefined for what stands in none. */
function roomOf(file) {
  for (let path = relative(src, dirname(file)); path !== '.' && path !== ''; path = dirname(path))
    if (Object.hasOwn(rooms, path)) return path
  return undefined
}

/** Says why a file may not import something; undefined where it may. */
function reasonAgainst(file, specifier) {
  const room = roomOf(file)
  if (!specifier.startsWith('.')) {
    if (onlyForSandbox.includes(specifier) && room !== 'sandbox' && room !== 'server')
      return `Only the sandbox may use ${specifier}.`
    const allowed = packages[room]
    const isAllowed =
      !allowed || allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`))
    return isAllowed ? undefined : `${room}/ may not use the package ${specifier}.`
  }
  const target = resolve(dirname(file), specifier)
  const known = roomOf(join(target, '..', 'file'))
  const isInSrc = !relative(src, target).startsWith('..')
  if (room === undefined || known === room || !isInSrc) return undefined
  if (known === undefined) return `${room}/ may not know what mounts the app.`
  return rooms[room].includes(known) ? undefined : `${room}/ may not know ${known}/: see lint/rooms.mjs.`
}

const direction = {
  create(context) {
    const file = resolve(context.cwd ?? '.', context.filename)
    if (relative(src, file).startsWith('..')) return {}
    const check = (node) => {
      const specifier = node.source?.value
      const reason = typeof specifier === 'string' ? reasonAgainst(file, specifier) : undefined
      if (reason) context.report({ message: reason, node: node.source })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

export default { meta: { name: 'rooms' }, rules: { direction } }
