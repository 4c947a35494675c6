import { expect, it } from 'vitest'
import { failingWalkWords } from './failing-walk'
import { bundleApp } from './jsdom/bundle'
import { jsdomMaker } from './jsdom/make'
import { drawWalk, runWalk } from './walk'

// More of them, and longer ones: npm run walks.
const app = bundleApp()

it.each([2, 3, 4])('whatever a person does in walk %i, what Loupe promises holds', async (seed) => {
  const make = jsdomMaker(await app)
  const walk = drawWalk(seed, 25)
  const { failure } = await runWalk(walk, make)
  const words = failure && (await failingWalkWords(walk, failure, make, 30))
  expect(words).toBeNull()
})
