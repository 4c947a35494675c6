import { configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { browserClock } from '../../src/base/clock'
import { documentLoad } from '../../src/base/document-load'
import { loadPartsAhead } from '../../src/ui/later'
import { endJourney } from '../journeys/app'
import { calls } from './calls'
import { reloads, runCell, stray, type Told } from './cell'
import { leaveDesk, shortLists } from './desk'
import { faults, type Fault } from './faults'
import { whyNone } from './meaning'
import { disagreements } from './office'
import { cellsToRun, isOneCell, isWriting } from './share'
import { staleIn, writeTable } from './table'
import { layWire, mendWire } from './wire'

const told: Told[] = []
const sections = calls.map((call) => ({
  name: call.name,
  faults,
  whyNone: (fault: { name: string }) => whyNone(call, fault as Fault),
}))

// What is loaded later is there: this is about calls to CloudCard.
const parts = import.meta.glob(['../../src/**/*.tsx', '!**/main.tsx', '!**/*.test.tsx'])
const onRejection = () => void stray.rejections++
beforeAll(() => void process.on('unhandledRejection', onRejection))
afterAll(() => void process.off('unhandledRejection', onRejection))
beforeAll(async () => {
  await Promise.all(Object.values(parts).map((load) => load()))
  const names = document.createElement('meta')
  Object.assign(names, { name: 'loupe-parts', content: 'is-there-already.js' })
  document.head.append(names)
  const file = { headers: { 'Content-Type': 'text/javascript' } }
  vi.stubGlobal('fetch', async () => new Response('', file))
  await loadPartsAhead()
  names.remove()
}, 60_000)
beforeEach(() => {
  vi.useFakeTimers({
    now: new Date('2026-08-12T14:42:00Z'),
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'Date',
      'performance',
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'requestIdleCallback',
      'cancelIdleCallback',
    ],
  })
  configure({ asyncWrapper: (act) => act() })
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  // Pauses before the next try are of different lengths; here about the same.
  let numbers = 0
  vi.spyOn(Math, 'random').mockImplementation(() => 0.5 + (++numbers % 1000) / 1e6)
  vi.spyOn(browserClock, 'now').mockImplementation(() => Date.now())
  vi.spyOn(documentLoad, 'replace').mockResolvedValue(false)
  vi.spyOn(documentLoad, 'reload').mockImplementation(async () => {
    reloads.count++
    return true
  })
  giveFocusBack()
  stray.console = () => vi.mocked(console.error).mock.calls.length
  layWire(shortLists)
})
afterEach(() => {
  endJourney()
  vi.useRealTimers()
})

for (const call of calls) {
  const cells = cellsToRun.filter((cell) => cell.call === call)
  if (cells.length === 0) continue
  it(`${call.name}: whatever fails is said, and comes with one press, and nothing is lost`, async () => {
    const red: string[] = []
    let opened = 0
    for (const { fault } of cells) {
      try {
        if (opened === 0) await call.open()
        const cell = await runCell(call, fault)
        told.push(cell)
        const goesOn = call.back && !cell.isReloaded && ++opened < (call.cells ?? faults.length)
        if (goesOn) await call.back?.()
        else await end()
      } catch (error) {
        red.push(`${call.name} x ${fault.name}: ${(error as Error).message}`)
        close()
      }
    }
    if (opened > 0) await end()
    expect(red.join('\n')).toBe('')

    async function end() {
      const wrong = await disagreements()
      red.push(...wrong.map((each) => `${call.name}: ${each}`))
      close()
    }

    function close() {
      mendWire()
      opened = 0
      leaveDesk()
      endJourney()
      document.body.replaceChildren()
    }
  }, 600_000)
}

it('what is run has each call and each fault', () => {
  if (process.env.MATRIX_CELL) return
  expect(new Set(cellsToRun.map(({ call }) => call))).toEqual(new Set(calls))
  expect(new Set(cellsToRun.map(({ fault }) => fault))).toEqual(new Set(faults))
})

it('docs/faults.md says what is said', async () => {
  if (isOneCell)
    process.stdout.write(`${told.map((each) => `${each.words || '–'}\n→ ${each.action}`).join()}\n`)
  if (isWriting) await writeTable(sections, told)
  expect(staleIn(told).join('\n')).toBe('')
})

/** As browsers do, and jsdom does not: a dialog that closes gives the focus back. */
function giveFocusBack() {
  const before = new WeakMap<HTMLDialogElement, Element | null>()
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
    before.set(this, document.activeElement)
    this.open = true
  })
  vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function (this: HTMLDialogElement) {
    this.open = false
    const heir = before.get(this)
    if (heir instanceof HTMLElement && heir.isConnected) heir.focus()
  })
}
