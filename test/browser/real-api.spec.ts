import type { Locator } from '@playwright/test'
import { expect, test } from './harness'
import { startApp } from './start-app'
import { startStrictServer } from './strict-server'

for (const [where, pictures] of [
  ['from where they lie', 'direct'],
  ['through our own address', 'own'],
] as const)
  test(`the built app works on the API as the vendor's page describes it, with pictures ${where}`, async ({
    page,
    context,
    allowOrigin,
  }) => {
    const api = await startStrictServer()
    const app = await startApp({
      CLOUDCARD_API_URL: api.url,
      PHOTO_ORIGINS: api.photoOrigin,
      PICTURES: pictures,
    })
    allowOrigin(app.url)
    // The harness fails at a request to any other address: with pictures of our own the browser must not go there.
    if (pictures === 'direct') allowOrigin(api.photoOrigin)
    // What other programs on this host may have left in the browser is none of the API's business.
    await context.addCookies([{ name: 'stray', value: '1', url: app.url }])
    try {
      await page.goto(`${app.url}/photos`)
      await expect(page.getByRole('button', { name: 'Open the sandbox' })).toBeHidden()
      await page.getByLabel('E-mail').fill(api.signIn.username)
      await page.getByLabel('Password').fill(api.signIn.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()

      const [first, second, third] = ['test_user@', 'test_user2@', 'test_user3@'].map((name) =>
        page.getByRole('row').filter({ hasText: `${name}cloudcard.us` }),
      ) as [Locator, Locator, Locator]
      await expect(first).toContainText('54622347')
      await expectPainted(first.locator('img'))
      await expect(second).toContainText('123232323')
      await expectPainted(second.locator('img'))
      await expect(third).toContainText('not allowed')

      await first.getByRole('link').click()
      const details = page.getByRole('region', { name: 'Photo details' })
      await expectPainted(details.locator('img').first())
      await details.getByRole('link', { name: 'Open photo page' }).click()
      await expect(page).toHaveTitle('Photo 1423442 – Loupe')
      const classifications = page.getByRole('table', { name: 'Classifications' })
      await expect(classifications).toContainText('Eyes open')
      await expect(classifications).toContainText('Plain background')
      await expect(page.getByText('Test User')).toBeVisible()

      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('You are signed out.')).toBeVisible()
      await expect.poll(() => [...api.tokens]).toEqual([])
      await expect
        .poll(() => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])))
        .not.toContain('secret')
      expect((await context.cookies(app.url)).map(({ name }) => name)).toEqual(['stray'])
      expect(api.failures).toEqual([])
    } finally {
      app.stop()
      api.close()
    }
  })

async function expectPainted(image: Locator): Promise<void> {
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
}
