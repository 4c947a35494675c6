import { findings } from './findings'
import { decisions, expect, review, test } from './own-sandbox'
import { expectPainted, largePhoto, photoHeading } from './screen'

const [marisol, heldPhoto, failedPhoto, lastPhoto] = [9599901, 9573274, 9471226, 1415398]

test('putting on hold, and what leads back from there, can be read and used by everybody', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await expectPainted(largePhoto(page))
  const form = page.getByRole('region', { name: 'Hold photo' })
  await photoHeading(page).focus()
  await page.keyboard.press('h')
  await form.getByRole('textbox', { name: 'Reason' }).fill('Waiting for a document')
  const found = await findings(page, 'hold form')
  await page.keyboard.press('Enter')
  await expect(
    decisions(page)
      .getByText(/^Holding in/)
      .first(),
  ).toBeVisible()
  // Three keys for the next one, for the same reason.
  await page.keyboard.press('h')
  await expect(form.getByRole('radio', { name: 'Waiting for a document' })).toBeFocused()
  await page.keyboard.press('1')
  found.push(...(await findings(page, 'hold form with the last reasons')))
  await page.keyboard.press('Enter')
  await expect(decisions(page).getByRole('button', { name: 'and 1 more' })).toBeVisible()

  for (const [name, at, button] of [
    ['photo on hold', `/photos/${heldPhoto}?status=ON_HOLD`, 'Release'],
    ['photo that failed', `/photos?status=FAILED&photo=${failedPhoto}`, 'Send again'],
    ['approved photo', '/photos?status=APPROVED', 'Back to pending'],
  ] as const) {
    await page.goto(app.url + at)
    if (button === 'Back to pending') await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByRole('button', { name: button, exact: true })).toBeVisible()
    found.push(...(await findings(page, name)))
  }
  // What is said at the end names those on hold.
  await page.goto(`${app.url}/photos?page=4&photo=${lastPhoto}`)
  await expectPainted(largePhoto(page))
  await photoHeading(page).focus()
  await page.keyboard.press('s')
  await expect(page.getByRole('heading', { name: 'End of the list' })).toBeFocused()
  found.push(...(await findings(page, 'end of the list')))
  expect(found).toEqual([])
})

test('a strict office: the tab leads to all photos with the filter, and that can be read and used by everybody', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/400|403/)
  const app = await openSandbox({ SANDBOX_REFUSES: 'hold,failed' })
  await review(page, app, '/photos', '0')
  const failed = page.getByRole('link', { name: 'Failed', exact: true })
  await expect(failed).toHaveAttribute('title', /no list of failed photos/)
  await failed.click()
  await expect(page).toHaveURL(/status=ALL&in=FAILED$/)
  await expect(page.getByText(/^CloudCard has no list of failed photos/)).toBeVisible()
  await expect(page.getByText('1–2 of 2 that match', { exact: true })).toBeVisible()
  await page
    .getByRole('button', { name: /^Status/ })
    .first()
    .click()
  const found = await findings(page, 'filter of statuses')

  await page.goto(`${app.url}/photos?photo=${marisol}`)
  await expectPainted(largePhoto(page))
  await photoHeading(page).focus()
  await page.keyboard.press('h')
  await page.getByRole('textbox', { name: 'Reason' }).fill('Waiting')
  await page.keyboard.press('Enter')
  await expect(
    decisions(page)
      .getByText(/Not held: CloudCard doesn't let your account do that/)
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hold', exact: true })).toHaveCount(0)
  found.push(...(await findings(page, 'Hold refused')))
  expect(found).toEqual([])
})
