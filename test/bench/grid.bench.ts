import { test } from '@playwright/test'
import { signIn } from '../browser/harness'
import { startApp } from '../browser/start-app'
import { addFigure } from './figures'
import { scroll } from './scroll'

const photos = 100_000

test(`a grid of ${photos} photos`, async ({ page }) => {
  test.setTimeout(600_000)
  const server = await startApp({ SANDBOX_PHOTOS: String(photos) })
  try {
    await signIn(page, `${server.url}/photos?status=ALL&max=all&view=grid`)
    await page.getByRole('button', { name: 'Load all', exact: true }).click()
    const words = photos.toLocaleString('en')
    await page.getByText(`1–${words} of ${words}`, { exact: true }).waitFor({ timeout: 300_000 })
    await page.getByRole('grid').waitFor()
    const { slow, all } = await scroll(page)
    addFigure({
      what: 'frames over 34 ms while a grid of 100,000 photos is scrolled',
      measured: `${slow} of ${all}`,
      budget: '0',
      isHeld: slow === 0,
    })
  } finally {
    server.stop()
  }
})
