import { readFileSync } from 'node:fs'
import type { Told } from '../matrix/cell'
import { fileCalls, type FileCall } from '../matrix/files/calls'
import { runFileCell } from '../matrix/files/cell'
import { fileFaults, whyNoneOfFile, type FileFault } from '../matrix/files/faults'
import { layFileWire, type FileWire } from '../matrix/files/wire'
import { staleIn, writeTable } from '../matrix/table'
import { expect, signIn, test as base } from './harness'

const test = base.extend<{ wire: FileWire }>({
  wire: async ({ baseURL }, provide) => {
    const wire = await layFileWire(baseURL ?? '')
    await provide(wire)
    wire.close()
  },
})

const { MATRIX: mode = 'share', MATRIX_CELL: wanted = '' } = process.env
const [wantedCall = '', wantedFault = ''] = wanted.split(/ x (.*)/)

type Cell = { call: FileCall; fault: FileFault }
const cellsOf = (call: FileCall): readonly Cell[] =>
  fileFaults.filter((fault) => whyNoneOfFile(call, fault) === null).map((fault) => ({ call, fault }))

/** With all other tests each call has one, each time another fault: a cell takes a browser some seconds. */
function shareOf(call: FileCall, place: number): readonly Cell[] {
  const cells = cellsOf(call)
  const chosen = (place * 5 + 15) % cells.length
  return cells.slice(chosen, chosen + 1)
}

const isShare = mode === 'share' && wanted === ''
const cellsToRun = fileCalls
  .flatMap((call, place) => (isShare ? shareOf(call, place) : cellsOf(call)))
  .filter(
    ({ call, fault }) =>
      (wantedCall === '' || wantedCall === call.name) && (wantedFault === '' || wantedFault === fault.name),
  )

/** The browser's own words about a request that failed. */
const ofBrowser = /Failed to load resource|net::ERR_|Failed to load module script/

const sections = fileCalls.map((call) => ({
  name: call.name,
  faults: fileFaults,
  whyNone: (fault: { name: string }) => whyNoneOfFile(call, fault),
}))

/** Together in one page where they are few. */
const groups = isShare
  ? [cellsToRun]
  : fileCalls.map((call) => cellsToRun.filter((cell) => cell.call === call))
for (const cells of groups) {
  if (cells.length === 0) continue
  const of = groups.length === 1 ? 'some files' : cells[0]?.call.name
  test(`${of}: whatever fails is said, and comes with one press, and nothing is lost`, async ({
    page,
    context,
    wire,
    allowConsole,
    allowOrigin,
  }) => {
    test.setTimeout(600_000)
    allowConsole(ofBrowser)
    allowOrigin(wire.url)
    await page.clock.install()
    // A browser whose requests may be routed keeps no files: each cell asks for them anew.
    await page.route('**/is-never-asked-for', (route) => route.continue())
    const told: Told[] = []
    const red: string[] = []
    let isSignedIn = false
    for (const { call, fault } of cells) {
      await test.step(`${call.name} x ${fault.name}`, async () => {
        try {
          await begin(call)
          told.push(await runFileCell({ page, context, wire }, call, fault))
        } catch (error) {
          red.push(`${call.name} x ${fault.name}: ${(error as Error).message}`)
        } finally {
          wire.mend()
          await context.setOffline(false)
        }
      })
    }
    if (wantedFault !== '')
      process.stdout.write(told.map(({ words, action }) => `${words || '–'}\n→ ${action}\n`).join(''))
    if (mode === 'write' && red.length === 0) await writeTable(sections, told)
    expect([...red, ...staleIn(told)].join('\n')).toBe('')

    /** Signed in, or not; nothing is wrong yet. Each cell opens the page anew by itself. */
    async function begin(call: FileCall) {
      const isSignedOut = call.isSignedOut === true
      wire.mend()
      if (isSignedOut !== isSignedIn) return
      if (isSignedOut) {
        await page.goto(`${wire.url}/photos`)
        await page.getByRole('button', { name: 'Sign out' }).press('Enter')
        await page.getByRole('button', { name: 'Open the sandbox' }).waitFor()
      } else await signIn(page, `${wire.url}/photos`)
      isSignedIn = !isSignedOut
    }
  })
}

test('each part that the build makes has its cells', () => {
  const parts =
    /name="loupe-parts" content="([^"]*)"/.exec(readFileSync('dist/index.html', 'utf8'))?.[1] ?? ''
  const without = parts.split(' ').filter((path) => !fileCalls.some(({ isOf }) => isOf(path)))
  expect(without).toEqual([])
})
