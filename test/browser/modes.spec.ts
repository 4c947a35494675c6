import { expect, signIn, test } from './harness'
import { photoDetails, photoRow, photoTable, rowLinks } from './screen'

test('in forced colours the current tab, the chosen view and the open photo are marked', async ({
  page,
  allowConsole,
}) => {
  // Of photos in the grid.
  allowConsole(/40[34]/)
  await page.emulateMedia({ forcedColors: 'active' })
  await signIn(page)
  const groundOf = (role: 'link' | 'button', name: RegExp) =>
    page.getByRole(role, { name }).evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await groundOf('link', /^Pending/)).not.toBe(await groundOf('link', /^Denied/))
  expect(await groundOf('button', /^Table$/)).not.toBe(await groundOf('button', /^Grid$/))
  await rowLinks(page).nth(2).click()
  const outlineOf = (place: number) =>
    photoTable(page)
      .getByRole('row')
      .nth(place)
      .evaluate((row) => getComputedStyle(row).outlineStyle)
  await expect.poll(() => outlineOf(3)).toBe('solid')
  expect(await outlineOf(2)).toBe('none')

  await page.goto('/photos?view=grid')
  const tile = (place: number) => page.getByRole('gridcell').nth(place)
  await tile(2).getByRole('link').click()
  const outlineOfTile = (place: number) =>
    tile(place).evaluate((element) => getComputedStyle(element).outlineStyle)
  await expect.poll(() => outlineOfTile(2)).toBe('solid')
  expect(await outlineOfTile(1)).toBe('none')
})

test('in a narrow window, and beside an open photo, every filter can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await signIn(page)
  await page.getByRole('button', { name: 'Filters' }).click()
  const expectAll = async () => {
    for (const name of ['Score', 'Submitted', 'Checks', 'Documents', 'Load errors']) {
      const filter = page.getByRole('group', { name: 'Filters' }).getByRole('button', { name, exact: true })
      await expect(filter).toBeInViewport({ ratio: 1 })
    }
  }
  await expectAll()
  await page.setViewportSize({ width: 1366, height: 768 })
  await rowLinks(page).nth(2).click()
  await expect(photoDetails(page)).toBeVisible()
  await expectAll()
})

test('on a phone the status of each photo is whole', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, '/photos?status=ALL')
  const status = rowLinks(page).first().getByText('Pending', { exact: true })
  await expect(status).toBeVisible()
  expect(
    await status.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0)
})

test.describe('in a browser whose language is written from right to left', () => {
  test.use({ locale: 'he-IL' })

  test('dates are kept apart from the English around them, so that their parts stay in place', async ({
    page,
  }) => {
    await signIn(page)
    await rowLinks(page).first().click()
    for (const time of [
      photoRow(page, 1).locator('time'),
      photoDetails(page).locator('time').first(),
      page.getByText(/^as of/).locator('time'),
    ])
      await expect(time).toHaveText(/^\u2068[^\u2069]+\u2069/)
  })
})

test.describe('where times are long', () => {
  test.use({ locale: 'en-US' })

  test('with the wide spacing of text that some people need, times do not run under the marks', async ({
    page,
  }) => {
    await signIn(page)
    await rowLinks(page).nth(2).click()
    await expect(photoDetails(page)).toBeVisible()
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('main *')) {
        element.style.letterSpacing = '0.12em'
        element.style.wordSpacing = '0.16em'
      }
    })
    const row = photoRow(page, 1)
    const overlap = await row.evaluate((element) => {
      const time = element.querySelector('time')?.getBoundingClientRect()
      const score = Array.from(element.querySelectorAll('td')).find((cell) => cell.textContent.includes('%'))
      return (time?.right ?? 0) - (score?.getBoundingClientRect().left ?? 0)
    })
    expect(overlap).toBeLessThanOrEqual(0)
  })
})
