import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { writeLoupeConfig } from '../src/server/loupe-config'
import { writeSiteFile } from './site-file'
import { readVariables } from './variables'

const root = resolve(import.meta.dirname, '..')
const usage = 'Say where the variables are: npm run deploy:prepare -- loupe.env'

/** `prepare loupe.env [folder]`: writes the two things that go to the web server; gives the exit code. */
export function run([file, folder = join(root, 'deploy/out')]: string[]): number {
  try {
    if (!file) throw new Error(usage)
    if (!existsSync(file))
      throw new Error(`There is no ${file}; deploy/loupe.env.example is what it looks like.`)
    prepare(file, resolve(folder))
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

function prepare(file: string, folder: string): void {
  const variables = readVariables(readFileSync(file, 'utf8'))
  const built = join(root, 'dist')
  const page = join(folder, 'www/index.html')
  if (!existsSync(join(built, 'index.html')))
    throw new Error('There is no built app; "npm run build" makes it.')

  // Nothing of another build may stay behind.
  rmSync(join(folder, 'www'), { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(built, join(folder, 'www'), { recursive: true })
  const { photoOrigins, idleMinutes } = variables
  writeFileSync(
    page,
    writeLoupeConfig(readFileSync(page, 'utf8'), { sandbox: null, photoOrigins, idleMinutes }),
  )
  const template = readFileSync(join(root, 'deploy/nginx.conf.template'), 'utf8')
  writeFileSync(join(folder, 'loupe.conf'), writeSiteFile(template, variables))

  const here = relative(process.cwd(), folder) || '.'
  console.log(`Written for ${variables.address.origin}, with photos from ${photoOrigins.join(' ')}:`)
  console.log(`  ${join(here, 'www')}/         → ${variables.webRoot}/ on the web server`)
  console.log(`  ${join(here, 'loupe.conf')}   → /etc/nginx/conf.d/loupe.conf`)
  console.log(`Afterwards: npm run deploy:check -- ${variables.address.origin}`)
}
