import sharp from 'sharp'
import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { boxOf, expectPainted, largePhoto, photoHeading, photoTable } from './screen'

const marisol = 9599901

async function openPane(page: Page) {
  await signIn(page, `/photos?photo=${marisol}`)
  await expectPainted(largePhoto(page))
  await photoHeading(page).focus()
}

async function openCompare(page: Page) {
  await openPane(page)
  await page.keyboard.press('c')
  const compare = page.getByRole('dialog', { name: 'Compare' })
  await compare.getByRole('button', { name: 'Original' }).click()
  await expectPainted(compare.getByRole('img').first())
  await expectPainted(compare.getByRole('img').last())
  return compare
}

const frames = (page: Page, count: number) =>
  page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  }, count)

/** What was zoomed of each picture of the comparison, frame by frame, from now on until it is read. */
async function watchZooms(compare: Locator): Promise<() => Promise<string[][]>> {
  const seen = await compare.evaluateHandle((dialog) => {
    const seen: string[][] = []
    const look = () => {
      const stages = [...dialog.querySelectorAll('img')].map((img) => img.parentElement ?? img)
      seen.push(stages.map((stage) => getComputedStyle(stage).transform))
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    return seen
  })
  return () => seen.evaluate((seen) => seen)
}

test('both pictures of the comparison have the same zoom and place in every frame, whichever is moved', async ({
  page,
}) => {
  const compare = await openCompare(page)
  const zooms = await watchZooms(compare)
  await page.keyboard.press('z')
  await frames(page, 5)
  const { x, y, width, height } = await boxOf(compare)
  for (const place of [0.25, 0.75]) {
    const [left, top] = [x + width * place, y + height / 2]
    await page.mouse.move(left, top)
    await page.mouse.down()
    for (let step = 1; step <= 10; step++) await page.mouse.move(left - step * 6, top + step * 3)
    await page.mouse.up()
    await page.mouse.wheel(0, -200)
    await frames(page, 3)
    await page.mouse.wheel(0, 100)
    await frames(page, 3)
  }
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowRight')
  await frames(page, 20)
  const seen = await zooms()
  expect(new Set(seen.map(([first]) => first)).size).toBeGreaterThan(10)
  expect(seen.filter(([first, second]) => first !== second)).toEqual([])

  // A document is no picture of the same place: each is zoomed and moved by itself.
  await page.keyboard.press('1')
  await page.keyboard.press('c')
  const card = compare.getByRole('img', { name: 'Government issued ID' })
  await expectPainted(card)
  const transforms = () =>
    compare
      .getByRole('img')
      .evaluateAll((images) =>
        images.map((image) => getComputedStyle(image.parentElement ?? image).transform),
      )
  const [before] = await transforms()
  await page.mouse.move(x + width / 4, y + height / 2)
  await page.mouse.wheel(0, -100)
  const fit = 'matrix(1, 0, 0, 1, 0, 0)'
  await expect.poll(transforms).toEqual([expect.not.stringContaining(`${before}`), fit])
  const [photo] = await transforms()
  await compare.getByRole('group', { name: 'Document', exact: true }).focus()
  await page.keyboard.press('z')
  await page.keyboard.press('ArrowDown')
  await expect.poll(transforms).toEqual([photo, 'matrix(2, 0, 0, 2, 0, -120)'])
})

/** Counts what scripts do by themselves: frames asked for, events sent, changes of the document. */
const countWork = (page: Page) =>
  page.addInitScript(() => {
    const work = { frames: 0, events: 0, changes: 0 }
    Object.assign(window, { work })
    const ask = window.requestAnimationFrame.bind(window)
    Object.assign(window, { plainFrame: ask })
    window.requestAnimationFrame = (callback) => {
      work.frames++
      return ask(callback)
    }
    const send = EventTarget.prototype.dispatchEvent
    EventTarget.prototype.dispatchEvent = function (event) {
      work.events++
      return send.call(this, event)
    }
    new MutationObserver((changes) => (work.changes += changes.length)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })

/** What was done in a hundred frames, once nothing of what was begun goes on. */
async function workWhenIdle(page: Page) {
  type Counting = Window & { work: object; plainFrame: typeof requestAnimationFrame }
  const during = () =>
    page.evaluate(async () => {
      const { work, plainFrame } = window as unknown as Counting
      const before = JSON.stringify(work)
      for (let frame = 0; frame < 100; frame++) await new Promise(plainFrame)
      return [before, JSON.stringify(work)]
    })
  await page.waitForLoadState('networkidle')
  await expect
    .poll(async () => {
      const [before, after] = await during()
      return before === after
    })
    .toBe(true)
}

test('nothing runs while nobody does anything: list, grid, pane, photo page, comparison', async ({
  page,
  allowConsole,
}) => {
  // One picture of the list is missing.
  allowConsole(/404/)
  await countWork(page)
  await signIn(page, '/photos')
  await expect(photoTable(page)).toBeVisible()
  await workWhenIdle(page)
  await page.goto('/photos?view=grid')
  await expect(page.getByRole('grid')).toBeVisible()
  await workWhenIdle(page)
  await page.goto(`/photos/${marisol}`)
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await workWhenIdle(page)
  await page.goto(`/photos?photo=${marisol}`)
  await expectPainted(largePhoto(page))
  await workWhenIdle(page)
  await photoHeading(page).focus()
  await page.keyboard.press('c')
  const compare = page.getByRole('dialog', { name: 'Compare' })
  await expectPainted(compare.getByRole('img').first())
  await page.keyboard.press('z')
  await workWhenIdle(page)
  const box = await boxOf(compare.getByRole('img').first())
  await page.mouse.move(box.x + 100, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 120, { steps: 5 })
  await page.mouse.up()
  await workWhenIdle(page)
})

// Pictures of one color are taken for pictures that did not load.
const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
const grainy = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#9ab', noise } })
const pictures: [string, () => Promise<Buffer>, number][] = [
  ['as usual', () => grainy(300, 400).jpeg().toBuffer(), 3 / 4],
  [
    'turned by its EXIF note',
    () => grainy(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    3 / 4,
  ],
  ['lying', () => grainy(800, 450).jpeg().toBuffer(), 16 / 9],
  [
    'of twelve megapixels',
    // Enlarged, since noise for each of its pixels takes longer than all else.
    async () =>
      sharp(await grainy(300, 400).png().toBuffer())
        .resize(3000, 4000)
        .jpeg()
        .toBuffer(),
    3 / 4,
  ],
]

for (const density of [1, 2]) {
  test.describe(`on a screen of density ${density}`, () => {
    test.use({ deviceScaleFactor: density })
    test('a picture of any shape and size fits whole, and 2× and 4× are twice and four times that', async ({
      page,
    }) => {
      const bodies = await Promise.all(pictures.map(([, make]) => make()))
      // Those of hers and of the next three photos.
      const folder = (place: number) => `/p00${place + 3}/`
      await page.route(/\/p00[3-6]\//, async (route) => {
        const body = bodies.find((_, place) => route.request().url().includes(folder(place)))
        await route.fulfill({ body, contentType: 'image/jpeg' })
      })
      await openPane(page)
      for (const [place, [what, , shape]] of pictures.entries())
        await test.step(what, async () => {
          if (place > 0) await page.keyboard.press('j')
          await expect(largePhoto(page)).toHaveAttribute('src', new RegExp(folder(place)))
          const image = largePhoto(page)
          await expectPainted(image)
          await expect
            .poll(async () => {
              const { width, height } = await boxOf(image)
              return Math.abs(width / height / shape - 1) < 0.02
            })
            .toBe(true)
          const fit = await boxOf(image)
          const sizeOf = async (name: string) => {
            await page.getByRole('button', { name, exact: true }).click()
            await frames(page, 2)
            return (await boxOf(image)).width / fit.width
          }
          expect(await sizeOf('2×')).toBeCloseTo(2, 2)
          expect(await sizeOf('4×')).toBeCloseTo(4, 2)
          expect(await sizeOf('Fit')).toBeCloseTo(1, 2)
          // Nothing is smaller than it fits.
          await photoHeading(page).focus()
          await page.keyboard.press('-')
          await frames(page, 2)
          expect((await boxOf(image)).width / fit.width).toBeCloseTo(1, 2)
        })
    })
  })
}
