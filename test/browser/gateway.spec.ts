import type { BrowserContext, Page } from '@playwright/test'
import { startGateway, type Gateway, type Refusal } from './gateway'
import { approve, decisions, expect, expectApprovable, review, test, type OwnSandbox } from './own-sandbox'
import { photoRow } from './screen'
import { settle } from './traffic'

const marisol = 9599901
const words = 'The sign-in in front of Loupe has ended'
const signInLink = (page: Page) => page.getByRole('link', { name: 'Sign in to the university' })

/** How somebody signs in to the gateway again; what waits for it goes on then. */
const ways: Record<Refusal, (page: Page, gateway: Gateway, context: BrowserContext) => Promise<void>> = {
  async page(page, _gateway, context) {
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Sign in in a new tab' }).click()
    const other = await opened
    await signInLink(other).click()
    await expect(photoRow(other, 1)).toBeVisible()
    await other.close()
    await page.bringToFront()
    // Here every page has the focus all the time, so that none is told of getting it back.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  },
  async redirect(page) {
    await reload(page)
    await signInLink(page).click()
    // The browser has shown another page meanwhile: nobody but a tab that is still open would know who was signed in.
    await page.getByRole('button', { name: 'Open the sandbox' }).click()
    await answerForIt(page)
  },
  async basic(page, { account }, context) {
    await context.setHTTPCredentials(account)
    await page.getByRole('button', { name: 'Refresh' }).click()
  },
}

async function answerForIt(page: Page) {
  await expect(photoRow(page, 1)).toBeVisible()
  await page.mouse.move(5, 5)
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Approve it now' }).click()
}

/** The browser asks once more, since something is not sent yet. */
async function reload(page: Page) {
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('alert').getByRole('button', { name: 'Reload' }).click()
}

const endings: Record<Refusal, string> = {
  redirect: 'leads to a page elsewhere',
  page: 'answers with a page of its own',
  basic: 'has the browser ask who is there',
}

for (const refusal of ['redirect', 'page', 'basic'] as const)
  test(`a sign-on in front of Loupe that ends, and ${endings[refusal]}, is told, and nothing is lost by it`, async ({
    page,
    context,
    openSandbox,
    allowOrigin,
    allowConsole,
    allowBreach,
  }) => {
    allowConsole(/40[134]|favicon\.png/)
    // The browser asks for the icon of a page as it likes, and follows the gateway with it.
    allowBreach(/img-src .*favicon\.png/)
    const app: OwnSandbox = await openSandbox()
    const gateway = await startGateway(app.url)
    allowOrigin(gateway.url)
    allowOrigin(gateway.signInOrigin)
    try {
      await page.goto(gateway.url)
      await signInLink(page).click()
      await review(page, { ...app, url: gateway.url }, `/photos?photo=${marisol}`, '0')
      await expectApprovable(page)
      await settle(page)

      // Whoever is asked by the browser itself gives up: here there is nobody to be asked.
      if (refusal === 'basic') await context.setHTTPCredentials({ username: 'staff', password: 'wrong' })
      gateway.end(refusal)
      await approve(page).click()
      await expect(decisions(page)).toContainText(words)
      await page.getByRole('button', { name: 'Refresh' }).click()
      const alert = page.getByRole('alert').filter({ hasText: 'could not be refreshed' })
      await expect(alert).toContainText(words)
      await expect(photoRow(page, 1)).toBeVisible()
      await expect(page.getByLabel('Password')).toHaveCount(0)
      expect(await app.mails()).toEqual([])

      await ways[refusal](page, gateway, context)
      await expect.poll(async () => (await app.mails()).map(({ photo }) => photo)).toEqual([marisol])
      // Neither is anybody signed out of CloudCard.
      await expect(page.getByRole('banner')).toContainText('office@example.edu')
      await expect(page.getByRole('alert')).toHaveCount(0)
    } finally {
      gateway.close()
    }
  })
