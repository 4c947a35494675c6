import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { boxOf, expectPainted, photoDetails } from './screen'

const marisol = 9599901
// An office PC and its window, a small laptop, tablet and phone, 1366x625 at 200 %, and a wall.
const sizes = ['1366x768', '1366x625', '1024x768', '768x1024', '390x844', '683x312', '2560x1300'] as const

type Box = Awaited<ReturnType<typeof boxOf>>
const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1

async function open(page: Page, address: string) {
  await signIn(page, address)
  await expectShown(page)
}

const photoIn = (page: Page) => page.getByRole('main').getByRole('img', { name: /^Photo/ })

async function expectShown(page: Page) {
  await expectPainted(photoIn(page))
  await page.evaluate(() => document.fonts.ready)
}

/** The page of a photo comes to each size in turn, and stands still in it. */
async function inEach(
  page: Page,
  sizes: readonly string[],
  look: (size: string, width: number, height: number) => Promise<void>,
) {
  for (const size of sizes) {
    await test.step(`at ${size}`, async () => {
      const [width = 0, height = 0] = size.split('x').map(Number)
      await page.setViewportSize({ width, height })
      await expect
        .poll(() =>
          page.evaluate(async () => {
            const places = () =>
              [...document.querySelectorAll('img, button')].map((element) => {
                const { x, y, width, height } = element.getBoundingClientRect()
                return [x, y, width, height].join()
              })
            const before = places()
            for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
            return places().join(' ') === before.join(' ')
          }),
        )
        .toBe(true)
      await look(size, width, height)
    })
  }
}

test('at every size of a window the photo is large, no tool lies over it, and it can be decided in sight, beside the list and on its own page', async ({
  page,
}) => {
  await open(page, `/photos?photo=${marisol}`)
  await test.step('beside the list', () => inEach(page, sizes, look))
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await expectShown(page)
  await test.step('on its own page', () => inEach(page, sizes, look))

  async function look(size: string, width: number, height: number) {
    const photo = await boxOf(photoIn(page))
    const seen = (box: Box) =>
      box.x >= -1 && box.y >= -1 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1
    for (const name of ['Approve', 'Deny']) {
      expect(seen(await boxOf(page.getByRole('button', { name, exact: true }))), name).toBe(true)
    }
    const tools = page.getByRole('button', { name: /^(Fit|2×|4×|Original|Compare|Guides|Light)$/ })
    const arrows = page.getByRole('button', { name: /^(Previous|Next) photo$/ })
    const all: Locator[] = [...(await tools.all()), ...(await arrows.all())]
    expect(all).toHaveLength(9)
    const boxes = await Promise.all(all.map(boxOf))
    for (const [index, box] of boxes.entries()) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
      expect(overlap(box, photo), `tool ${index} over the photo`).toBe(false)
      expect(boxes.some((other, place) => place !== index && overlap(box, other))).toBe(false)
    }
    // Nothing of the page is below the window.
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height)
    if (width >= 1024) expect(photo.height).toBeGreaterThan(height * 0.32)
    if (size === '1024x768') expect(photo.height).toBeGreaterThan(500)
    if (size === '2560x1300') expect(photo.height).toBeGreaterThan(800)
  }
})

test('all nine reasons are in sight, and a note is typed above the buttons of the form', async ({ page }) => {
  await open(page, `/photos?photo=${marisol}`)
  await page.getByRole('button', { name: 'Deny', exact: true }).click()
  const form = photoDetails(page).getByRole('region', { name: 'Deny photo' })
  const submit = form.getByRole('button', { name: 'Deny photo' })
  const note = form.getByRole('textbox', { name: 'Note to cardholder' })
  await inEach(page, ['1366x768', '1366x625', '1024x768'], async () => {
    await note.fill('')
    const foot = (await boxOf(submit)).y
    const reasons = await form.getByRole('checkbox').all()
    expect(reasons).toHaveLength(9)
    for (const reason of reasons) {
      const box = await boxOf(reason)
      expect(box.y + box.height).toBeLessThan(foot)
    }
    await note.focus()
    await page.keyboard.type('One\nTwo\nThree\nFour')
    const written = await boxOf(note)
    expect(written.y + written.height).toBeLessThanOrEqual((await boxOf(submit)).y)
  })
})

test('in small windows both pictures of the comparison can be judged, and deciding is within reach', async ({
  page,
}) => {
  await open(page, `/photos/${marisol}`)
  await page.getByRole('heading', { name: /^Photo/ }).focus()
  await page.keyboard.press('c')
  const compare = page.getByRole('dialog', { name: 'Compare' })
  await compare.getByRole('button', { name: 'Show documents' }).click()
  await inEach(page, ['390x844', '683x312', '341x156'], async (_size, _width, height) => {
    for (const image of await compare.getByRole('img').all()) {
      await expectPainted(image)
      const box = await boxOf(image)
      expect(Math.max(box.width, box.height)).toBeGreaterThan(100)
    }
    const approve = compare.getByRole('button', { name: 'Approve', exact: true })
    await approve.scrollIntoViewIfNeeded()
    const box = await boxOf(approve)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height).toBeLessThanOrEqual(height)
  })
})
