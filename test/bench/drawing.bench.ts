import { expect, test, type Page } from '@playwright/test'
import { build } from 'vite'
import { signIn } from '../browser/harness'
import { startApp } from '../browser/start-app'
import { drawnWords, watchDrawn, type Drawn } from '../drawn'
import { addFigure } from './figures'

/** The app once more, with the names of its components left in it. */
const folder = 'node_modules/.loupe/named'

test.beforeAll(async () => {
  await build({
    configLoader: 'runner',
    logLevel: 'warn',
    build: { outDir: `${folder}/dist`, emptyOutDir: true, rolldownOptions: { output: { keepNames: true } } },
  })
})

test('which components draw', async ({ page }) => {
  const app = await startApp({}, folder)
  try {
    await page.addInitScript(watchDrawn)
    await signIn(page, `${app.url}/photos`)
    await page.waitForLoadState('networkidle')
    await report(page, 'a page turn', null, () => page.getByRole('button', { name: 'Next page' }).click())
    await report(page, 'a tick of a box', null, () => page.getByRole('checkbox').nth(1).click())
    await report(page, 'a key in the search field', null, () => page.getByRole('searchbox').press('a'))
    await page.getByRole('searchbox').fill('')
    await page.getByRole('table').getByRole('link').nth(3).click()
    await expect(page.getByRole('region', { name: 'Photo details' })).toBeVisible()
    await report(page, 'a step to the next photo', 'PhotoPane', () => page.keyboard.press('j'))
  } finally {
    app.stop()
  }
})

/** What is within the open photo is counted apart: a step is there to draw it. */
async function report(page: Page, what: string, apart: string | null, act: () => Promise<void>) {
  await quiet(page)
  await page.evaluate(() => void (globalThis.drawn = []))
  await act()
  await quiet(page)
  const drawn = await page.evaluate((): Drawn[] => globalThis.drawn)
  const others = drawn.filter(({ name, within }) => apart === null || ![name, ...within].includes(apart))
  const isInLink = ({ name, within }: Drawn) => [name, ...within].includes('CardholderCell')
  const links = others.filter(({ name }) => name === 'CardholderCell')
  const inside = drawn.length - others.length
  const words = drawnWords(others)
  addFigure({
    what: `components that draw at ${what}${inside > 0 ? ', beside the open photo' : ''}`,
    measured: `${others.length}${inside > 0 ? ` (and ${inside} in it)` : ''}: ${shortened(words)}`,
    ...(inside > 0 && { budget: 'two links', isHeld: others.every(isInLink) && links.length <= 2 }),
  })
}

/** Nothing has been asked, and nothing drawn, for some time. */
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    for (let still = 0, count = -1; still < 30; await frame()) {
      still = count === globalThis.drawn.length ? still + 1 : 0
      count = globalThis.drawn.length
    }
  })
}

function shortened(words: string): string {
  const parts = words.split(', ')
  return parts.length <= 12 ? words : `${parts.slice(0, 12).join(', ')} …`
}
