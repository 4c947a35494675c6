import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  integrity?: string
  resolved?: string
  dev?: boolean
  inBundle?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')) as unknown
const manifest = read('package.json') as Required<Pick<Locked, 'dependencies' | 'devDependencies'>>
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
const installed = Object.entries(packages).filter(([path]) => path !== '')

test('what runs in the browser of an office needs at most 12 packages of others, each in one exact version', () => {
  const versions = Object.values(manifest.dependencies)
  expect(versions.length).toBeLessThanOrEqual(12)
  for (const version of [...versions, ...Object.values(manifest.devDependencies)])
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the lock file knows every package, and the content of each', () => {
  const { dependencies, devDependencies } = manifest
  expect(packages['']).toMatchObject({ dependencies, devDependencies })
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
  // What comes inside another package is covered by the content of that one.
  const unknown = installed.filter(
    ([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'),
  )
  expect(unknown.map(([path]) => path)).toEqual([])
})

test('every package comes from the registry, and none that an office runs has a script to be run on installing', () => {
  // The registry itself is not written into the lock file; an address would be of somewhere else.
  expect(installed.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([])
  expect(
    installed.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev).map(([path]) => path),
  ).toEqual([])
})
