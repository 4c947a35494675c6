import { expect, it } from 'vitest'
import { createTestClock } from '../../test/ledger-kit'
import { createWaits } from './waits'

const limit = 20_000
const url = (name: number, host = 'one') => `https://${host}.example/${name}.jpg`

function wait() {
  const { clock, pass } = createTestClock()
  const late: string[] = []
  const waits = createWaits(clock, (urls) => late.push(...urls))
  return { begin: (address: string) => waits.begin(address, limit), pass, late }
}

it('a picture that does not come is given up when its time is over, once', async () => {
  const { begin, pass, late } = wait()
  begin(url(1))
  begin(url(1))
  await pass(limit - 1)
  expect(late).toEqual([])
  await pass(1)
  expect(late).toEqual([url(1)])
  await pass(10 * limit)
  expect(late).toHaveLength(1)
})

it('six that never come are given up first, and those behind them get all of their time', async () => {
  const { begin, pass, late } = wait()
  const ends = Array.from({ length: 8 }, (_, name) => begin(url(name)))
  await pass(limit)
  expect(late).toEqual([0, 1, 2, 3, 4, 5].map((name) => url(name)))
  await pass(limit - 1)
  ends[6]?.(true)
  ends[7]?.(true)
  await pass(limit)
  expect(late).toHaveLength(6)
})

it('on a slow line nothing is given up as long as pictures come from the same host', async () => {
  const { begin, pass, late } = wait()
  const ends = Array.from({ length: 40 }, (_, name) => begin(url(name)))
  begin(url(0, 'other'))
  for (const end of ends) {
    await pass(limit - 1)
    end(true)
  }
  expect(late).toEqual([url(0, 'other')])
})

it('what nobody waits for any more is forgotten', async () => {
  const { begin, pass, late } = wait()
  const [one, two] = [begin(url(1)), begin(url(1))]
  one(false)
  one(false)
  await pass(1_000)
  two(false)
  await pass(limit)
  expect(late).toEqual([])
})
