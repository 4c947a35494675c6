import { parseArgs } from 'node:util'
import { failingWalkWords } from './failing-walk'
import { bundleApp } from './jsdom/bundle'
import { jsdomMaker } from './jsdom/make'
import { drawWalk, runWalk, walkWords, type Maker } from './walk'

const usualLength = 200
const usualCount = 1_000
const mostTries = 120

/** `npm run walks`: all of them, or one by its seed. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      from: { type: 'string' },
      count: { type: 'string' },
      length: { type: 'string' },
    },
  })
  const length = Number(values.length ?? usualLength)
  const say = (words: string) => void process.stdout.write(`${words}\n`)
  const make = jsdomMaker(await bundleApp())
  if (values.seed !== undefined) {
    const walk = drawWalk(Number(values.seed), length)
    say(walkWords(walk))
    return (await takeAll([Number(values.seed)], length, make, say)) ? 0 : 1
  }
  const first = Number(values.from ?? 1)
  const count = Number(values.count ?? usualCount)
  return (await takeAll(
    Array.from({ length: count }, (_, index) => first + index),
    length,
    make,
    say,
  ))
    ? 0
    : 1
}

/** false where one has failed. */
async function takeAll(
  seeds: readonly number[],
  length: number,
  make: Maker,
  say: (words: string) => void,
): Promise<boolean> {
  let failed = 0
  let steps = 0
  const begun = performance.now()
  for (const [index, seed] of seeds.entries()) {
    const walk = drawWalk(seed, length)
    const { failure, done } = await runWalk(walk, make)
    steps += done
    if (failure) {
      failed++
      say(`\n${await failingWalkWords(walk, failure, make, mostTries)}\n`)
    }
    const seconds = Math.round((performance.now() - begun) / 1000)
    say(
      `walk ${seed}: ${failure ? 'FAILED' : 'passed'} (${index + 1} of ${seeds.length}, ${failed} failed, ${seconds} s)`,
    )
  }
  say(
    `\n${seeds.length - failed} walks passed, ${failed} failed; ${steps} steps of ${length} a walk found something to do.`,
  )
  return failed === 0
}
