import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import {
  expectPainted,
  largePhoto,
  pageAddress,
  photoAddress,
  photoDetails,
  photoRow,
  pictureAddress,
  rowLinks,
  thumbnail,
} from './screen'
import { settle } from './traffic'

type Shift = { value: number; what: string[] }
type WindowWithShifts = Window & { shifts: Shift[] }
type LayoutShift = PerformanceEntry & {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    ;(window as unknown as WindowWithShifts).shifts = shifts
    const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].join(' ')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        // The answer to a key or a click may move things; what comes half a second later may not.
        if (entry.hadRecentInput) continue
        const what = entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.textContent?.slice(0, 60)}: ${place(previousRect)} -> ${place(currentRect)}`,
        )
        shifts.push({ value: entry.value, what })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
})

/** Everything that moved by itself on this page so far. */
async function shiftsOf(page: Page): Promise<Shift[]> {
  await settle(page)
  return page.evaluate(() => (window as unknown as WindowWithShifts).shifts)
}

async function expectNothingMoved(page: Page): Promise<void> {
  const shifts = await shiftsOf(page)
  const sum = shifts.reduce((sum, { value }) => sum + value, 0)
  expect(sum.toFixed(3), JSON.stringify(shifts, null, 2)).toBe('0.000')
}

/** @param pictures what is answered where pictures are asked for; undefined: the pictures */
async function openAfresh(page: Page, address: string, pictures?: number): Promise<void> {
  await signInSlowly(page, pictures)
  await page.goto(address)
}

async function signInSlowly(page: Page, pictures?: number): Promise<void> {
  await signIn(page, '/photos?status=DENIED')
  await settle(page)
  await slowAnswers(page, pictures)
}

/** Everything that is read comes so late that no key or click can be its excuse. */
async function slowAnswers(page: Page, pictures?: number): Promise<void> {
  for (const address of [pictureAddress, photoAddress, pageAddress]) {
    await page.route(address, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      const isRefused = address === pictureAddress && pictures !== undefined
      await (isRefused ? route.fulfill({ status: pictures }) : route.continue()).catch(() => {})
    })
  }
}

test('nothing moves while the list, its slow pictures and the names come, and when a photo is opened', async ({
  page,
}) => {
  await openAfresh(page, '/photos')
  await expectPainted(thumbnail(photoRow(page, 1)))
  await expectNothingMoved(page)

  await rowLinks(page).nth(1).click()
  await expectPainted(largePhoto(page))
  await expectNothingMoved(page)
  await photoDetails(page).getByRole('button', { name: 'Next photo' }).click()
  await expectPainted(largePhoto(page))
  await expectNothingMoved(page)

  // The measure itself: it sees something that does move.
  await page.evaluate(() => {
    const line = document.body.insertBefore(document.createElement('p'), document.body.firstChild)
    line.textContent = 'Something that pushes the page down'
  })
  expect(await shiftsOf(page)).not.toEqual([])
})

test('nothing moves when pictures are dead', async ({ page, allowConsole }) => {
  allowConsole(/404/)
  await openAfresh(page, '/photos', 404)
  await expect(photoRow(page, 1)).toContainText("Picture didn't load")
  await expect(photoRow(page, 10)).toContainText("Picture didn't load")
  await expectNothingMoved(page)
  await rowLinks(page).nth(1).click()
  await expect(photoDetails(page)).toContainText("Picture didn't load")
  await expectNothingMoved(page)
})

test('nothing moves on the photo page, and in the list when names are learnt', async ({ page }) => {
  await openAfresh(page, '/photos/9599901')
  await expectPainted(page.getByRole('img', { name: 'Photo 9599901' }))
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await expectNothingMoved(page)
  await page.getByRole('button', { name: 'Next photo' }).click()
  await expect(page.getByRole('heading', { name: 'Photo 9599824' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expectPainted(thumbnail(photoRow(page, 1)))
  await expectNothingMoved(page)
})

test('nothing moves on a phone, in half a window and on a wall', async ({ page }) => {
  await signInSlowly(page)
  for (const width of [390, 800, 2560])
    await test.step(`at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 844 })
      await page.goto('/photos')
      await expectPainted(thumbnail(photoRow(page, 1)))
      await rowLinks(page).nth(1).click()
      await expectPainted(largePhoto(page))
      await page.getByRole('link', { name: 'Open photo page' }).click()
      await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
      await expectNothingMoved(page)
    })
})
