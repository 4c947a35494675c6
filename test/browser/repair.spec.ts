import type { Page } from '@playwright/test'
import { findings } from './findings'
import { approve, expect, expectApprovable, review, test } from './own-sandbox'
import { boxOf, expectPainted, photoDetails, photoHeading } from './screen'

/** It lies on its side. */
const lying = 9_592_146

const turned = (page: Page) => page.getByRole('region', { name: 'Turned by CloudCard' })
const before = (page: Page) => page.getByRole('img', { name: 'Before' })
const after = (page: Page) => page.getByRole('img', { name: /^Photo/ })
const transformOf = (page: Page, name: RegExp | string) =>
  page.getByRole('img', { name }).evaluate((image) => {
    const stage = image.closest('.picture-well')
    return stage ? getComputedStyle(stage).transform : ''
  })

test('a photo that lies on its side is turned: before and after side by side, zoomed as one, and only then approved', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, `/photos/${lying}`, '0')
  await expectApprovable(page)
  await page.getByRole('heading', { name: `Photo ${lying}` }).focus()
  await page.keyboard.press('r')
  await expect(page.getByText(/^Turning… You can decide once/)).toBeVisible()
  await expect(approve(page)).toBeHidden()
  const found = await findings(page, 'turning')
  await expect(turned(page)).toBeVisible({ timeout: 20_000 })
  await expectPainted(before(page))
  await expectPainted(after(page))
  const [old, made] = [await boxOf(before(page)), await boxOf(after(page))]
  expect(old.width).toBeGreaterThan(old.height)
  expect(made.height).toBeGreaterThan(made.width)
  expect(old.x + old.width).toBeLessThanOrEqual(made.x)
  found.push(...(await findings(page, 'before and after')))
  expect(found).toEqual([])

  await page.keyboard.press('z')
  await expect.poll(() => transformOf(page, /^Photo/)).toMatch(/^matrix\(2,/)
  expect(await transformOf(page, 'Before')).toBe(await transformOf(page, /^Photo/))
  await page.keyboard.press('Escape')
  await expect.poll(() => transformOf(page, 'Before')).toMatch(/^(none|matrix\(1,)/)

  // The new number is what a reload leads to, and the old one leads there too.
  const { pathname } = new URL(page.url())
  expect(pathname).not.toBe(`/photos/${lying}`)
  await page.reload()
  await expect(
    page.getByRole('heading', { name: `Photo ${pathname.slice('/photos/'.length)}` }),
  ).toBeVisible()
  await page.goto(`${app.url}/photos/${lying}`)
  await expect(page).toHaveURL(new RegExp(`${pathname}$`))

  await expectApprovable(page)
  await approve(page).press('Enter')
  await expect
    .poll(async () => (await app.mails()).map(({ photo }) => photo))
    .toEqual([Number(pathname.slice('/photos/'.length))])
})

test('beside the list all of it is there without scrolling, and Enter keeps the new picture', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, '/photos?photo=9599901', '0')
  await expectApprovable(page)
  await photoHeading(page).focus()
  await page.keyboard.press('x')
  const panel = page.getByRole('region', { name: 'Cropped by CloudCard' })
  await expect(panel).toBeVisible({ timeout: 20_000 })
  await expectPainted(before(page))
  await expect(panel.getByRole('button', { name: /^Keep/ })).toBeInViewport({ ratio: 1 })
  for (const image of [before(page), after(page)]) await expect(image).toBeInViewport({ ratio: 1 })
  expect(await findings(page, 'before and after beside the list')).toEqual([])
  await photoHeading(page).focus()
  await page.keyboard.press('Enter')
  await expect(before(page)).toBeHidden()
  await expect(photoDetails(page).getByRole('img')).toHaveCount(1)
})
