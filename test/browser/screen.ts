import type { Locator, Page, Request } from '@playwright/test'
import { expect } from './harness'

/** The list, by the name of its caption: "Pending photos". */
export const photoTable = (page: Page) => page.getByRole('table', { name: /photos$/ })

/** A row by its place among those that are drawn, from 1; the head is not counted. */
export const photoRow = (page: Page, place: number) => photoTable(page).getByRole('row').nth(place)

export const rowLinks = (page: Page) => photoTable(page).getByRole('link')

export const photoDetails = (page: Page) => page.getByRole('region', { name: 'Photo details' })

/** What has the focus when a photo is opened or decided. */
export const photoHeading = (page: Page) => photoDetails(page).getByRole('heading', { name: /^Photo/ })

/** The photo itself, large; thumbnails have no role, since the row's words say the same. */
export const largePhoto = (page: Page) => photoDetails(page).getByRole('img')

/** The thumbnail of a row; it is decoration to a screen reader, so it has no role to be found by. */
export const thumbnail = (row: Locator) => row.locator('img')

/** A request for a page of the list, for one photo, or to sign in or out. */
export const isApiRequest = (request: Request) => new URL(request.url()).pathname.startsWith('/cloudcard/')

export const isPictureRequest = (request: Request) => request.resourceType() === 'image'

export const listAddress = /\/cloudcard\/photo\?/
/** A page of the list: what is shown of it. Its photos are counted by requests for one row each, one answer after another. */
export const pageAddress = /\/cloudcard\/photo\?(?!.*\bmax=1(?!\d))/
export const photoAddress = /\/cloudcard\/photo\/\d+$/
export const pictureAddress = /\/sandbox-photos\//

export async function expectPainted(image: Locator): Promise<void> {
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
}

export async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element.toString()} is not on the screen`)
  return box
}

/** Holds back what answers to an address until it is let go. */
export async function hold(page: Page, address: RegExp): Promise<{ letGo: () => void }> {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(address, async (route) => {
    await gate
    // The page may be gone, or may have given the request up.
    await route.continue().catch(() => {})
  })
  return { letGo }
}
