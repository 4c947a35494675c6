import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findChromium } from '../browser/chromium.mjs'
import { startChromiumMaker } from './chromium/make'
import { failingWalkWords } from './failing-walk'
import { bundleApp } from './jsdom/bundle'
import { jsdomMaker } from './jsdom/make'
import { drawWalk, runWalk, walkWords, type Maker } from './walk'

const usualLength = 200
/**
 * A walk in jsdom takes ten seconds of the processor, one in a browser some minutes of real time; and what only a browser
 * has is a small part of what can go wrong.
 */
const counts = { jsdom: 975, browser: 25 }
/** Fewer in a browser, where each takes its time. */
const mostTries = { jsdom: 120, browser: 12 }

type Place = keyof typeof counts
const say = (words: string) => void process.stdout.write(`${words}\n`)

/** `npm run walks`: all of them, some of them, or one by its seed. Gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      from: { type: 'string', default: '1' },
      count: { type: 'string' },
      length: { type: 'string', default: String(usualLength) },
      browser: { type: 'boolean', default: false },
      'in-sight': { type: 'boolean', default: false },
      'first-failure': { type: 'boolean', default: false },
      tries: { type: 'string' },
    },
  })
  const { seed, from, count, browser, 'in-sight': isInSight, 'first-failure': isFirstEnough, tries } = values
  const isInBrowser = browser || isInSight
  const places: readonly Place[] = isInBrowser
    ? ['browser']
    : count || seed
      ? ['jsdom']
      : ['jsdom', 'browser']
  let areGood = true
  for (const place of places) {
    const made =
      place === 'jsdom'
        ? { make: jsdomMaker(await bundleApp()), stop: () => {} }
        : await startBrowser(isInSight)
    if (made === null) return 1
    const first = Number(seed ?? from)
    const many = seed === undefined ? Number(count ?? counts[place]) : 1
    const seeds = Array.from({ length: many }, (_, index) => first + index)
    if (seed !== undefined) say(walkWords(drawWalk(first, Number(values.length))))
    const isGood = await takeAll(
      seeds,
      Number(values.length),
      made.make,
      place,
      isFirstEnough,
      Number(tries ?? mostTries[place]),
    )
    areGood &&= isGood
    await made.stop()
  }
  return areGood ? 0 : 1
}

async function startBrowser(isInSight: boolean) {
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (isInSight && !hasScreen) {
    say(
      'A browser in sight needs a screen, and this computer has none: leave out --in-sight, or set DISPLAY.',
    )
    return null
  }
  const executablePath = process.env['CHROMIUM_PATH'] ?? findChromium()
  if (!executablePath) {
    say('Walks in a browser need a Chromium: install one, or name it in CHROMIUM_PATH.')
    return null
  }
  const built = spawnSync('npm', ['run', 'build'], { stdio: 'ignore', shell: process.platform === 'win32' })
  if (built.status !== 0) {
    say('The app could not be built: npm run build says why.')
    return null
  }
  const browser = await chromium.launch({ executablePath, headless: !isInSight, slowMo: isInSight ? 150 : 0 })
  const { make, stop } = await startChromiumMaker(browser)
  return {
    make,
    async stop() {
      stop()
      await browser.close()
    },
  }
}

/** false where one has failed. */
async function takeAll(
  seeds: readonly number[],
  length: number,
  make: Maker,
  place: Place,
  isFirstEnough: boolean,
  mostTries: number,
): Promise<boolean> {
  let [failed, taken, steps] = [0, 0, 0]
  const begun = performance.now()
  for (const seed of seeds) {
    const walk = drawWalk(seed, length)
    const { failure, done } = await runWalk(walk, make)
    taken++
    steps += done
    if (failure) {
      failed++
      const again = `npm run walks -- --seed ${seed} --length ${length}${place === 'browser' ? ' --browser' : ''}`
      say(`walk ${seed} fails in step ${failure.step} (${failure.property}), and is made shorter …`)
      say(`\n${await failingWalkWords(walk, failure, make, mostTries)}\nAgain: ${again}\n`)
    }
    const seconds = Math.round((performance.now() - begun) / 1000)
    const result = failure ? 'FAILED' : 'passed'
    say(`walk ${seed} in ${place}: ${result} (${taken} of ${seeds.length}, ${failed} failed, ${seconds} s)`)
    if (failure && isFirstEnough) break
  }
  say(
    `\nIn ${place}: ${taken - failed} walks passed, ${failed} failed. They did ${steps} steps; ${length} were drawn for each.\n`,
  )
  return failed === 0
}
