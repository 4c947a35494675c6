import { test, type Page } from '@playwright/test'
import { signIn } from '../browser/harness'

const folder = 'docs/pictures'

test.beforeEach(async ({ page }) => {
  // The day that the sandbox counts back from.
  await page.clock.setFixedTime('2026-08-12T14:42:00Z')
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    test('list and pane', async ({ page }) => {
      await signIn(page)
      await page.getByRole('link', { name: 'marisol.vega' }).click()
      await take(page, `list-${theme}`)
    })

    test('photo page', async ({ page }) => {
      await signIn(page)
      await page.getByRole('link', { name: 'marisol.vega' }).click()
      await page.getByRole('link', { name: 'Open photo page' }).click()
      await page.getByRole('table', { name: 'Classifications' }).waitFor()
      await take(page, `photo-${theme}`)
    })
  })
}

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true })

  test('list', async ({ page }) => {
    await signIn(page)
    await page.getByRole('table').waitFor()
    await take(page, 'phone')
  })
})

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}
