import { drawSteps } from './draw'
import type { Hands } from './hands'
import type { Office } from './office'
import { createPerson } from './person'
import { endOfWalk } from './end-of-walk'
import { held, leads, meant, once, oneAtATime, repaired } from './properties/decisions'
import { passedOver } from './properties/passed-over'
import type { Property } from './properties/property'
import { record } from './properties/record'
import { focus, idle, nobody, onePhoto, reloads, rows, search, totals, whole } from './properties/screen'
import { createRandom, type Random } from './random'
import { runStep, stepWords, type Step } from './steps'

export const properties: readonly Property[] = [
  held,
  meant,
  once,
  oneAtATime,
  leads,
  repaired,
  record,
  rows,
  onePhoto,
  totals,
  search,
  focus,
  nobody,
  whole,
  reloads,
  passedOver,
  idle,
]

export type Failure = { property: string; complaint: string; step: number }
export type WalkResult = { failure: Failure | null; done: number }
/** Makes the hands and the office of one walk. */
export type Maker = (
  random: Random,
  habit: string,
) => Promise<{ hands: Hands; office: Office; now: () => number }>

/** How the office gives its lists; most do it as documented. */
const habits = [
  'usual',
  'usual',
  'usual',
  'at most 20',
  'short pages',
  'clamps to the last',
  'clamps to the first',
] as const

export type Walk = { seed: number; habit: string; steps: readonly Step[] }

export function drawWalk(seed: number, length: number): Walk {
  const random = createRandom(seed)
  const habit = random.pick(habits)
  return { seed, habit, steps: drawSteps(random, length) }
}

export async function runWalk({ seed, habit, steps }: Walk, make: Maker): Promise<WalkResult> {
  const { hands, office, now } = await make(createRandom(seed + 1), habit)
  const person = createPerson(office, now)
  let done = 0
  let number = 0
  try {
    await begin(hands)
    hands.said()
    let before = await hands.see()
    let loaded = hands.loadedByItself()
    for (const step of steps) {
      number++
      office.beginStep(number)
      const begunAt = now()
      person.begin(step, number, before)
      const isNewPage = [
        'open',
        'openAtRelease',
        'reload',
        'reloadTyping',
        'crash',
        'reopen',
        'openTab',
      ].includes(step.kind)
      const wasDone = (await runStep(step, { hands, office })) !== false
      if (wasDone) done++
      await hands.pass(step.after)
      const ranWhileIdle = step.kind === 'stay' && wasDone ? await runsIn(hands, idleMs) : 0
      const all = await hands.seeAll()
      const [after] = all
      if (!after) throw new Error('There is no page.')
      person.noteLost(step, number, before, all)
      const loadedNow = hands.loadedByItself()
      person.end(step, begunAt, before, after, wasDone, isNewPage || loadedNow !== loaded)
      const moment = {
        step,
        number,
        wasDone,
        before,
        after,
        all,
        kept: await hands.kept(),
        said: hands.said(),
        loadedByItself: loadedNow - loaded,
        ranWhileIdle,
        office,
        person,
        now: now(),
      }
      loaded = loadedNow
      for (const { name, complaint } of properties) {
        const words = complaint(moment)
        if (words !== null) return { failure: { property: name, complaint: words, step: number }, done }
      }
      before = after
    }
    office.beginStep(++number)
    const failure = await endOfWalk(hands, office, person)
    return { failure: failure && { ...failure, step: number }, done }
  } finally {
    await hands.end()
  }
}

const idleMs = 10_000

async function runsIn(hands: Hands, ms: number): Promise<number> {
  const before = await hands.ran()
  await hands.pass(ms)
  return (await hands.ran()) - before
}

/** A busy machine is slow. */
const mostTries = 60

async function begin(hands: Hands): Promise<void> {
  await hands.open('/photos')
  for (let tries = 0; tries < mostTries; tries++) {
    await hands.pass(300)
    if (await hands.click({ role: 'textbox', name: /^E-mail/ })) break
  }
  await hands.type('office@example.edu')
  await hands.click({ role: 'textbox', name: /^Password/ })
  await hands.type('sandbox')
  await hands.press('Enter')
  for (let tries = 0; tries < mostTries && (await hands.see()).list === null; tries++) await hands.pass(500)
  await hands.pass(1_000)
}

export const walkWords = ({ habit, steps }: Walk): string =>
  [
    ...(habit === 'usual' ? [] : [`The office gives its lists so: ${habit}.`]),
    ...steps.map((step, index) => `${String(index + 1).padStart(3)}. ${stepWords(step)}`),
  ].join('\n')
