import sharp from 'sharp'
import type { Locator, Page } from '@playwright/test'
import { findings } from './findings'
import { expect, signIn, test } from './harness'
import { boxOf, expectPainted, photoAddress, pictureAddress } from './screen'

const marisol = 9599901
const sent = { 'Head top': 20, 'Head height': 50, 'Head left': 30, 'Head width': 40, 'Brow height': 45 }

/** The office wants 3:4 and the top of the head at a tenth. */
async function openWithNumbers(page: Page, address: string) {
  await page.route(photoAddress, async (route) => {
    const response = await route.fetch()
    const photo = await response.json()
    const classifications = Object.entries(sent).map(([requirementName, score]) => ({
      requirementName,
      score,
    }))
    await route.fulfill({ response, json: { ...photo, classifications } })
  })
  await signIn(page, address)
  const photo = page.getByRole('img', { name: /^Photo/ })
  await expectPainted(photo)
  await page
    .getByRole('heading', { name: /^Photo/ })
    .first()
    .focus()
  await page.keyboard.press('g')
  await expect(page.getByText('Brow', { exact: true })).toBeVisible()
  return photo
}

/** Where the lines are, in hundredths of the picture. The drawing is hidden from who hears its sentence instead: it has no role. */
async function drawnOver(photo: Locator) {
  const picture = await boxOf(photo)
  const drawing = photo.page().locator('svg', { hasText: 'Ideal top' })
  const shapes = await drawing.locator('rect:not(.beside), line:not(.beside)').evaluateAll((elements) =>
    elements.map((element) => {
      // Of the line itself, without its width.
      const { x, y, width, height } = (element as SVGGraphicsElement).getBBox()
      const matrix = (element as SVGGraphicsElement).getScreenCTM() as DOMMatrix
      const [from, to] = [
        new DOMPoint(x, y).matrixTransform(matrix),
        new DOMPoint(x + width, y + height).matrixTransform(matrix),
      ]
      return { left: from.x, top: from.y, right: to.x, bottom: to.y, is: element.tagName }
    }),
  )
  const across = (x: number) => ((x - picture.x) / picture.width) * 100
  const down = (y: number) => ((y - picture.y) / picture.height) * 100
  return shapes.map(({ is, left, top, right, bottom }) => ({
    is,
    sides: [across(left), across(right), down(top), down(bottom)],
  }))
}

async function expectInPlace(photo: Locator, wanted: readonly { is: string; sides: readonly number[] }[]) {
  await expect
    .poll(async () => {
      const drawn = await drawnOver(photo)
      return wanted.filter(
        ({ is, sides }) =>
          !drawn.some(
            (each) =>
              each.is === is &&
              sides.every((side, index) => Math.abs(side - (each.sides[index] ?? NaN)) < 0.6),
          ),
      )
    })
    .toEqual([])
}

const lines = [
  { is: 'rect', sides: [30, 70, 20, 70] },
  { is: 'line', sides: [50, 50, 0, 100] },
  { is: 'line', sides: [0, 100, 10, 10] },
  { is: 'line', sides: [0, 100, 45, 45] },
]

test('the guides lie where the numbers say, also while zoomed and moved, beside the list and on the photo page', async ({
  page,
}) => {
  let photo = await openWithNumbers(page, `/photos?photo=${marisol}`)
  await expectZoomed()
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('heading', { name: 'Guides' })).toBeVisible()
  photo = page.getByRole('img', { name: `Photo ${marisol}` })
  await expectPainted(photo)
  await page.getByRole('heading', { name: `Photo ${marisol}` }).focus()
  await expectZoomed()

  async function expectZoomed() {
    await expectInPlace(photo, lines)
    const fit = await boxOf(photo)
    await page.keyboard.press('z')
    await expect.poll(async () => (await boxOf(photo)).width / fit.width).toBeCloseTo(2, 1)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expectInPlace(photo, lines)
    await page.keyboard.press('z')
    await expectInPlace(photo, lines)
    // As thin as before.
    const width = await page
      .locator('svg', { hasText: 'Ideal top' })
      .locator('rect')
      .last()
      .evaluate((rect) => {
        const { a } = (rect as SVGGraphicsElement).getScreenCTM() as DOMMatrix
        return Number.parseFloat(getComputedStyle(rect).strokeWidth) * a
      })
    expect(width).toBeCloseTo(1.5, 1)
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectInPlace(photo, lines)
  }
})

test('in the comparison the guides lie over the photo, and over the next one at once', async ({ page }) => {
  await openWithNumbers(page, `/photos?photo=${marisol}`)
  await page.keyboard.press('c')
  const compare = page.getByRole('dialog', { name: 'Compare' })
  const photo = compare.getByRole('img', { name: /^Photo/ })
  await expectPainted(photo)
  await expectInPlace(photo, lines)
  await page.keyboard.press('j')
  await expect(compare.getByRole('heading', { name: /^Photo of amara/ })).toBeVisible()
  await expectPainted(photo)
  await expectInPlace(photo, lines)
})

test('the guides turn with a picture that lies, though CloudCard measured it upright', async ({ page }) => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const body = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#9ab', noise } })
    .jpeg()
    .toBuffer()
  await page.route(pictureAddress, (route) => route.fulfill({ body, contentType: 'image/jpeg' }))
  const photo = await openWithNumbers(page, `/photos/${marisol}`)
  const { width, height } = await boxOf(photo)
  expect(width / height).toBeCloseTo(4 / 3, 1)
  await expectInPlace(photo, lines)
})

test('light is the browser’s own: another look of the same picture, nothing asked for, nothing read', async ({
  page,
}) => {
  await signIn(page, `/photos?photo=${marisol}`)
  const photo = page.getByRole('img', { name: /^Photo/ })
  await expectPainted(photo)
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).not.toHaveAttribute(
    'aria-disabled',
  )
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading', { name: /^Photo/ }).focus()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.evaluate(() => {
    const read = () => {
      throw new Error('A pixel was read')
    }
    Object.assign(CanvasRenderingContext2D.prototype, { getImageData: read, drawImage: read })
    Object.assign(HTMLCanvasElement.prototype, { toDataURL: read, toBlob: read })
  })
  const looks = [await photo.screenshot()]
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press('l')
    looks.push(await photo.screenshot())
  }
  const brightness = async (look: Buffer) => {
    const { channels } = await sharp(look).stats()
    return channels.slice(0, 3).reduce((sum, { mean }) => sum + mean, 0) / 3
  }
  const [plain = 0, lifted = 0, edges = 0, again = 0] = await Promise.all(looks.map(brightness))
  expect(lifted).toBeGreaterThan(plain + 20)
  expect(edges).toBeLessThan(plain / 2)
  expect(edges).toBeGreaterThan(1)
  expect(again).toBeCloseTo(plain, 0)
  expect(asked).toEqual([])
})

test('guides and light can be read and used by everybody, beside the list and on the photo page', async ({
  page,
}) => {
  await openWithNumbers(page, `/photos?photo=${marisol}`)
  await page.getByRole('heading', { name: /^Photo/ }).focus()
  await page.keyboard.press('l')
  const found = await findings(page, 'guides beside the list, shadows lifted')
  await page.keyboard.press('l')
  await expect(page.getByText('Edges', { exact: true })).toBeVisible()
  found.push(...(await findings(page, 'edges')))
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('heading', { name: 'Guides' })).toBeVisible()
  found.push(...(await findings(page, 'guides on the photo page')))
  expect(found).toEqual([])
})
