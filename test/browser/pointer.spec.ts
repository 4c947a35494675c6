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
  await expect(page.getByText(/^That was a double click/).first()).toBeAttached()
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
    await expect(page.getByText(/^That was a double click/).first()).toBeAttached()
    await expectApprovable(page)
    await expect(photoHeading(page)).toHaveText(/^Photo of amara/)

    const deny = await middleOf(button(page, 'Deny'))
    await page.touchscreen.tap(...deny)
    await page.touchscreen.tap(...deny)
    await expect(denyForm(page)).toBeVisible()
    await expect(decisions(page)).toHaveCount(0)
  })
})
