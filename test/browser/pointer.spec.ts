import type { Locator, Page } from '@playwright/test'
import { approve, decisions, denyForm, expect, expectApprovable, review, test } from './own-sandbox'
import { boxOf, photoHeading } from './screen'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function middleOf(element: Locator): Promise<[number, number]> {
  const { x, y, width, height } = await boxOf(element)
  return [x + width / 2, y + height / 2]
}

/** A click as the system tells of it: the second one of a double click is told as such, up to half a second after the first. */
async function clickOnce(page: Page, element: Locator, clickCount: 1 | 2): Promise<void> {
  await page.mouse.move(...(await middleOf(element)))
  await page.mouse.down({ clickCount })
  await page.mouse.up({ clickCount })
}

test('a slow double click decides once: the next photo was looked at, and gets no click that was meant for the last one', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, '/photos?photo=9599901', '15')
  await expectApprovable(page)
  await clickOnce(page, approve(page), 1)
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
  await expectApprovable(page)
  await clickOnce(page, approve(page), 2)
  await expect(page.getByText(/^That was a double-click/).first()).toBeAttached()
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
  await clickOnce(page, approve(page), 1)
  await expect(photoHeading(page)).toHaveText(/^Photo of j\.lindqvist/)

  await button(page, 'Skip').dblclick()
  await expect(photoHeading(page)).toHaveText(/^Photo of priya/)
  await button(page, 'Deny').dblclick()
  await expect(denyForm(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(photoHeading(page)).toHaveText(/^Photo of priya/)
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('a double tap skips one photo, opens the form once, and decides nothing of what it uncovers', async ({
    page,
    openSandbox,
  }) => {
    const app = await openSandbox()
    await review(page, app, '/photos', '15')
    // The row opens the photo; the second tap meets whatever has come over the list.
    const row = page.getByRole('link', { name: /^marisol/ })
    const [x, y] = await middleOf(row)
    await page.touchscreen.tap(x, y)
    await expect(photoHeading(page)).toBeVisible()
    await page.touchscreen.tap(x, y)
    await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)
    await expectApprovable(page)

    const skip = await middleOf(button(page, 'Skip'))
    await page.touchscreen.tap(...skip)
    await page.touchscreen.tap(...skip)
    await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
    await expect(page.getByText(/^That was a double-click/).first()).toBeAttached()
    await expectApprovable(page)
    await expect(photoHeading(page)).toHaveText(/^Photo of amara/)

    const deny = await middleOf(button(page, 'Deny'))
    await page.touchscreen.tap(...deny)
    await page.touchscreen.tap(...deny)
    await expect(denyForm(page)).toBeVisible()
    await expect(decisions(page)).toHaveCount(0)
  })
})

const selected = (page: Page) => page.evaluate(() => String(window.getSelection()).trim())
const isOpen = (page: Page) => page.getByRole('region', { name: 'Photo details' })

for (const view of ['table', 'grid'] as const) {
  test(`the text of the ${view} is selected by dragging and by a double click, which opens nothing; a click opens`, async ({
    page,
    openSandbox,
    allowConsole,
  }) => {
    // Of a photo in the list.
    allowConsole(/404/)
    const app = await openSandbox()
    await review(page, app, view === 'grid' ? '/photos?view=grid' : '/photos')
    // The ID number of Marisol.
    const text = page.getByRole(view === 'grid' ? 'grid' : 'table').getByText('L0027714')
    await text.dblclick({ position: { x: 20, y: 6 } })
    expect(await selected(page)).toBe('L0027714')
    // Long enough for a click that waits.
    await page.waitForFunction((since) => performance.now() > since + 600, await now(page))
    await expect(isOpen(page)).toHaveCount(0)

    const { x, y, height } = await boxOf(text)
    await page.mouse.click(x + 20, y - 1)
    await expect(isOpen(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(isOpen(page)).toHaveCount(0)

    const again = await boxOf(text)
    await page.mouse.move(again.x + 1, again.y + height / 2)
    await page.mouse.down()
    await page.mouse.move(again.x + 40, again.y + height / 2, { steps: 5 })
    await page.mouse.up()
    expect((await selected(page)).length).toBeGreaterThan(2)
    await page.waitForFunction((since) => performance.now() > since + 600, await now(page))
    await expect(isOpen(page)).toHaveCount(0)

    await text.click({ position: { x: 20, y: 6 } })
    await expect(isOpen(page)).toBeVisible()
    await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)
  })
}

test('the e-mail of a row is selected as other text is, and its link stays one: a click, Enter, and a tab of its own', async ({
  page,
  context,
  openSandbox,
  allowConsole,
}) => {
  // Of a photo in the list.
  allowConsole(/404/)
  const app = await openSandbox()
  await review(page, app)
  const link = page.getByRole('link', { name: /^marisol/ })
  const email = link.getByText(/@/)
  const words = ((await email.textContent()) ?? '').trim()
  await email.dblclick({ position: { x: 20, y: 8 } })
  expect(words).toContain(await selected(page))
  expect((await selected(page)).length).toBeGreaterThan(5)
  await page.waitForFunction((since) => performance.now() > since + 600, await now(page))
  await expect(isOpen(page)).toHaveCount(0)

  const { x, y, height } = await boxOf(email)
  for (const from of [x + 2, x + 40]) {
    await page.evaluate(() => window.getSelection()?.removeAllRanges())
    await page.mouse.move(from, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(from + 60, y + height / 2, { steps: 5 })
    await page.mouse.up()
    expect(words).toContain(await selected(page))
    expect((await selected(page)).length).toBeGreaterThan(4)
  }
  await page.waitForFunction((since) => performance.now() > since + 600, await now(page))
  await expect(isOpen(page)).toHaveCount(0)

  for (const click of [
    () => email.click({ button: 'middle' }),
    () => email.click({ modifiers: ['ControlOrMeta'] }),
  ]) {
    const tab = context.waitForEvent('page')
    await click()
    await (await tab).close()
  }
  await expect(isOpen(page)).toHaveCount(0)

  await email.click()
  await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)
  await page.keyboard.press('Escape')
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)
})

const now = (page: Page) => page.evaluate(() => performance.now())
