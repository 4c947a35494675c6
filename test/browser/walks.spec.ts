import { expect, test } from '@playwright/test'
import { startChromiumMaker } from '../walks/chromium/make'
import { failingWalkWords } from '../walks/failing-walk'
import { drawWalk, runWalk } from '../walks/walk'

// More of them, and longer ones: npm run walks.
test('whatever a person does in a short walk, what Loupe promises holds in a browser too', async ({
  browser,
}) => {
  const { make, stop } = await startChromiumMaker(browser)
  const walk = drawWalk(6, 10)
  const { failure } = await runWalk(walk, make)
  const words = failure && (await failingWalkWords(walk, failure, make, 4))
  stop()
  expect(words).toBeNull()
})
