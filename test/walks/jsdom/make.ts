import type { Script } from 'node:vm'
import { createOffice } from '../office'
import type { Random } from '../random'
import type { Maker } from '../walk'
import { Browser } from './browser'
import { createWalkClock } from './clock'
import { jsdomHands } from './hands'

const officeOrigin = 'https://office.example'

/** The app in jsdom, in a time of its own: the same walk is the same each time. */
export const jsdomMaker =
  (app: Script): Maker =>
  async (random: Random, habit) => {
    const clock = createWalkClock(Date.parse('2026-08-12T14:42:00Z'))
    // The sandbox goes by it too.
    Date.now = clock.now
    const office = createOffice(random, clock.now, officeOrigin, habit)
    return {
      hands: jsdomHands(new Browser(app, office, officeOrigin, random, clock)),
      office,
      now: clock.now,
    }
  }
