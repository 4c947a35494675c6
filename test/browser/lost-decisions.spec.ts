import type { BrowserContext, Page } from '@playwright/test'
import { approve, decisions, denyForm, expect, expectApprovable, review, test } from './own-sandbox'
import { photoHeading } from './screen'

const marisol = 9599901
/** The time for which a decision is held here is over. */
const heldMs = 16_000

/** The tab ends as in a crash: nothing of it runs any more. */
async function crash(context: BrowserContext, page: Page) {
  const browser = await context.newCDPSession(page)
  const isOver = page.waitForEvent('crash')
  void browser.send('Page.crash').catch(() => {})
  await isOver
  await page.close()
}

const notice = (page: Page) => page.getByText(/of your decisions wasn't sent before/)
const journals = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('loupe.journal')))

async function openAgain(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/photos`)
  await page.getByRole('button', { name: 'Open the sandbox' }).click()
  await expect(page.getByRole('banner')).toBeVisible()
  await page.mouse.move(5, 5)
  return page
}

test('an approval that was held when its tab crashed is found again, asked about, and sent once', async ({
  page,
  context,
  openSandbox,
}) => {
  await context.clock.install()
  const app = await openSandbox()
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await expectApprovable(page)
  await approve(page).click()
  await expect(decisions(page).getByText(/^Approving in/)).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).toContain(String(marisol))
  expect(kept).not.toMatch(/@|office|marisol|vega/i)
  await crash(context, page)

  const again = await openAgain(context, app.url)
  await expect(notice(again)).toBeVisible()
  expect(await app.mails()).toEqual([])
  await again.getByRole('button', { name: 'Review' }).click()
  const dialog = again.getByRole('dialog', { name: "Decisions that weren't sent" })
  await expect(dialog.getByText(/^Approve marisol/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Approve it now' }).click()
  await context.clock.runFor(heldMs)
  await expect.poll(async () => (await app.mails()).map(({ photo }) => photo)).toEqual([marisol])
  await expect.poll(() => journals(again)).toEqual([])
})

test('a denial that was lost so is named, and that its words were not kept', async ({
  page,
  context,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await expect(photoHeading(page)).toBeVisible()
  await page.getByRole('button', { name: 'Deny', exact: true }).click()
  await denyForm(page).getByRole('textbox', { name: 'Note to cardholder' }).fill('Please, Marisol')
  await page.keyboard.press('Control+Enter')
  await expect(decisions(page).getByText(/^Denying in/)).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Please')
  await crash(context, page)

  const again = await openAgain(context, app.url)
  await again.getByRole('button', { name: 'Review' }).click()
  const dialog = again.getByRole('dialog', { name: "Decisions that weren't sent" })
  await expect(dialog.getByText('Its reasons and note were not kept.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'OK' }).click()
  await expect(notice(again)).toHaveCount(0)
  expect(await journals(again)).toEqual([])
  expect(await app.mails()).toEqual([])
})

test('what another open tab still holds is not asked about', async ({ page, context, openSandbox }) => {
  await context.clock.install()
  const app = await openSandbox()
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await expectApprovable(page)
  await approve(page).click()
  await expect(decisions(page).getByText(/^Approving in/)).toBeVisible()
  const other = await context.newPage()
  await other.goto(`${app.url}/photos`)
  await expect(other.getByRole('banner')).toBeVisible()
  await other.mouse.move(5, 5)
  await expect(notice(other)).toHaveCount(0)
  await context.clock.runFor(heldMs)
  await expect.poll(async () => (await app.mails()).length).toBe(1)
  await expect(notice(other)).toHaveCount(0)
})
