import { findings } from './findings'
import { approve, decisions, denyForm, expect, expectApprovable, review, test } from './own-sandbox'
import { expectPainted, largePhoto, photoHeading } from './screen'
import { settle } from './traffic'

const marisol = 9599901

test('deciding beside the list can be read and used by everybody', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/409|403/)
  const app = await openSandbox()
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await expectPainted(largePhoto(page))
  await expectApprovable(page)
  const found = await findings(page, 'photo to decide')

  await photoHeading(page).focus()
  await page.keyboard.press('a')
  await expect(decisions(page)).toBeVisible()
  // The time stands still while somebody is in the tray.
  await decisions(page).getByRole('button', { name: 'Undo' }).focus()
  found.push(...(await findings(page, 'one decision held')))
  await photoHeading(page).focus()
  await page.keyboard.press('d')
  await expect(denyForm(page)).toBeVisible()
  await page.keyboard.press('2')
  found.push(...(await findings(page, 'deny form')))
  await denyForm(page).getByRole('button', { name: 'Deny photo' }).press('Enter')
  // A second one beside it, before the time of the first is up.
  await expectApprovable(page)
  await page.keyboard.press('a')
  await decisions(page).getByRole('button', { name: 'and 1 more' }).press('Enter')
  await expect(decisions(page).getByRole('button', { name: 'Fewer' })).toBeFocused()
  found.push(...(await findings(page, 'all decisions unfolded')))
  expect(found).toEqual([])
})

test('what went wrong with a decision can be read and used by everybody', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/409|403/)
  const app = await openSandbox({ SANDBOX_QUOTA: '1' })
  await review(page, app, `/photos?photo=${marisol}`, '0')
  await expectApprovable(page)
  // The colleague uses up the quota as well.
  await app.colleagueDecides(marisol, 'DENIED')
  await photoHeading(page).focus()
  await page.keyboard.press('a')
  await expect(
    decisions(page)
      .getByText(/is now Denied/)
      .first(),
  ).toBeVisible()
  const found = await findings(page, 'conflict')
  await decisions(page).getByRole('button', { name: 'Leave it' }).press('Enter')
  await expectApprovable(page)
  await page.keyboard.press('a')
  await expect(
    decisions(page)
      .getByText(/Not approved/)
      .first(),
  ).toBeVisible()
  found.push(...(await findings(page, 'refused')))
  await decisions(page).getByRole('button', { name: 'OK', exact: true }).press('Enter')
  await page.getByRole('link', { name: 'My decisions' }).click()
  await expect(page.getByRole('table', { name: 'Decisions of this session' })).toBeVisible()
  found.push(...(await findings(page, 'record')))
  expect(found).toEqual([])
})

test('the photo page, denying there, comparing and zooming can be read and used by everybody', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, `/photos/${marisol}`, '15')
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await expect(approve(page)).toBeVisible()
  await settle(page)
  await page.getByRole('heading', { name: `Photo ${marisol}` }).focus()
  await page.keyboard.press('z')
  const found = await findings(page, 'photo page, zoomed')
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  await expect(denyForm(page)).toBeVisible()
  found.push(...(await findings(page, 'deny form on the photo page')))
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  const compare = page.getByRole('dialog', { name: 'Compare' })
  await expect(compare.getByRole('button', { name: 'Show documents' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expectPainted(compare.getByRole('img', { name: 'Government issued ID' }))
  found.push(...(await findings(page, 'comparison')))
  await page.keyboard.press('d')
  await expect(denyForm(page)).toBeVisible()
  found.push(...(await findings(page, 'deny form in the comparison')))
  await page.keyboard.press('Escape')
  await expect(denyForm(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(compare).toHaveCount(0)
  await expect(page.getByRole('heading', { name: `Photo ${marisol}` })).toBeFocused()
  expect(found).toEqual([])
})

test('who may not decide sees an app that says so', async ({ page, openSandbox }) => {
  const app = await openSandbox()
  await page.goto(`${app.url}/photos?photo=${marisol}`)
  await page.getByLabel('E-mail', { exact: true }).fill('viewer@example.edu')
  await page.getByLabel('Password', { exact: true }).fill('sandbox')
  await page.keyboard.press('Enter')
  await expect(page.getByText("Your account can view photos, but can't approve or deny them.")).toBeVisible()
  expect(await findings(page, 'read-only')).toEqual([])
})
