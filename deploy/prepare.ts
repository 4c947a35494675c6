import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { versionOfBuild } from '../src/server/built-app'
import { writeLoupeConfig } from '../src/server/loupe-config'
import { writeSiteFile } from './site-file'
import { readVariables, type SiteVariables } from './variables'

const root = resolve(import.meta.dirname, '..')
const usage = 'Say where the variables are: npm run deploy:prepare -- loupe.env'

/**
 * `prepare loupe.env [folder] [--dry-run] [--no-build]`: builds the app and writes the two things that go to the web server;
 * gives the exit code. Everything is checked before anything is built or written.
 */
export function run(args: string[]): number {
  try {
    const options = args.filter((arg) => arg.startsWith('--'))
    const unknown = options.find((option) => option !== '--dry-run' && option !== '--no-build')
    if (unknown) throw new Error(`There is no option ${unknown}; there are --dry-run and --no-build.`)
    const [file, folder = join(root, 'deploy/out')] = args.filter((arg) => !arg.startsWith('--'))
    if (!file) throw new Error(usage)
    if (!existsSync(file))
      throw new Error(`There is no ${file}; deploy/loupe.env.example is what it looks like.`)
    const variables = readVariables(readFileSync(file, 'utf8'))
    const target = resolve(folder)
    assertIsOurs(target)
    if (options.includes('--dry-run')) tellPlan(target, variables)
    else {
      if (!options.includes('--no-build')) build()
      write(target, variables)
    }
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

/** Replaces nothing but what an earlier run has written: a folder called www is elsewhere the web root of a whole server. */
function assertIsOurs(folder: string): void {
  const www = join(folder, 'www')
  const conf = join(folder, 'loupe.conf')
  const name = relative(process.cwd(), www) || '.'
  const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined
  if (isThere(www)) {
    const page = join(www, 'index.html')
    const isFolder = lstatSync(www).isDirectory()
    const isEmpty = isFolder && readdirSync(www).length === 0
    const isBuild = isFolder && existsSync(page) && readFileSync(page, 'utf8').includes('name="loupe-config"')
    if (!isEmpty && !isBuild)
      throw new Error(`${name} holds something other than Loupe, and is left as it is; name another folder.`)
  }
  if (
    isThere(conf) &&
    !(lstatSync(conf).isFile() && readFileSync(conf, 'utf8').startsWith('# Loupe for nginx'))
  )
    throw new Error(
      `${relative(process.cwd(), conf)} is not Loupe's, and is left as it is; name another folder.`,
    )
}

function build(): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--configLoader', 'runner', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  if (status !== 0) throw new Error('The app could not be built; what went wrong stands above.')
}

function write(folder: string, variables: SiteVariables): void {
  const built = join(root, 'dist')
  const www = join(folder, 'www')
  const page = join(www, 'index.html')
  if (!existsSync(join(built, 'index.html')))
    throw new Error('There is no built app; "npm run build" makes it.')

  // Nothing of another build may stay behind.
  rmSync(www, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(built, www, { recursive: true })
  const { photoOrigins, pictures, idleMinutes } = variables
  const version = versionOfBuild(built)
  writeFileSync(
    page,
    writeLoupeConfig(readFileSync(page, 'utf8'), {
      sandbox: null,
      photoOrigins,
      pictures,
      idleMinutes,
      version,
    }),
  )
  for (const [name, template] of Object.entries(filesFor(variables)))
    writeFileSync(
      join(folder, name),
      writeSiteFile(readFileSync(join(root, 'deploy', template), 'utf8'), variables),
    )

  const { origin } = variables.address
  console.log(`Written for ${origin}, version ${version}, with photos from ${photoOrigins.join(' ')}:`)
  tellFiles(folder, variables)
  console.log(`Afterwards: npm run deploy:check -- ${origin}`)
}

/** What the web server gets beside the app, and the template of each. */
function filesFor({ tls }: SiteVariables): Record<string, string> {
  return {
    'loupe.conf': 'nginx.conf.template',
    'install.sh': 'install.sh.template',
    ...(tls === 'here' && { 'first-certificate.conf': 'first-certificate.conf.template' }),
  }
}

function tellPlan(folder: string, variables: SiteVariables): void {
  const { address, photoOrigins } = variables
  const www = join(folder, 'www')
  console.log(
    `Nothing was built or written. For ${address.origin}, with photos from ${photoOrigins.join(' ')}:`,
  )
  tellFiles(folder, variables)
  console.log(
    existsSync(www) ? 'What an earlier run has written there would be replaced.' : 'Both would be new.',
  )
}

function tellFiles(folder: string, { webRoot }: SiteVariables): void {
  const here = relative(process.cwd(), folder) || '.'
  console.log(`  ${here}   goes to the web server; there, install.sh puts it into ${webRoot}`)
}
