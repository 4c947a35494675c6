import type { Locator, Page, Request } from '@playwright/test'
import sharp from 'sharp'
import { expect, signIn, test } from './harness'
import {
  boxOf,
  expectPainted,
  isApiRequest,
  isPictureRequest,
  largePhoto,
  pageAddress,
  photoDetails,
  photoRow,
  photoTable,
  pictureAddress,
  rowLinks,
  thumbnail,
} from './screen'
import { settle } from './traffic'

interface SentPhoto {
  id: number
  links?: { bytes?: string }
  externalURL?: string
}

/** Gives the first rows of the list other picture addresses. */
async function sendAddresses(page: Page, addresses: readonly string[]): Promise<void> {
  const sent = new Map<unknown, string>()
  const withAddress = (photo: SentPhoto) => {
    const address = sent.get(photo.id)
    return address === undefined
      ? photo
      : { ...photo, links: { ...photo.links, bytes: address }, externalURL: address }
  }
  await page.route(pageAddress, async (route) => {
    const response = await route.fetch()
    const photos = (await response.json()) as SentPhoto[]
    for (const [place, address] of addresses.entries()) {
      const photo = photos[place]
      if (photo && sent.size < addresses.length) sent.set(photo.id, address)
    }
    await route.fulfill({ response, json: photos.map(withAddress) })
  })
  // CloudCard says the same of a photo wherever it is asked.
  await page.route(/\/cloudcard\/photo\/\d+$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: withAddress((await response.json()) as SentPhoto) })
  })
}

function pictureRequests(page: Page): Request[] {
  const requests: Request[] = []
  page.on('request', (request) => isPictureRequest(request) && requests.push(request))
  return requests
}

test('the faces of the rows on the screen are painted, and the others are asked for on the way down', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404/)
  const requests = pictureRequests(page)
  await signIn(page)
  for (const place of [1, 5, 10]) {
    const face = thumbnail(photoRow(page, place))
    await expectPainted(face)
    expect(await boxOf(face)).toMatchObject({ width: 42, height: 56 })
  }
  await settle(page)
  const addresses = () => new Set(requests.map((request) => request.url()))
  expect(addresses().size).toBeGreaterThanOrEqual(10)
  expect(addresses().size).toBeLessThan(25)

  await rowLinks(page).first().focus()
  await page.keyboard.press('End')
  const last = photoTable(page).getByRole('row').last()
  await expect(last).toHaveAttribute('aria-rowindex', '26')
  await expectPainted(thumbnail(last))
  await settle(page)
  expect(addresses().size).toBeGreaterThanOrEqual(25)
})

test('pictures are asked for without saying who asks, and from where', async ({ page }) => {
  const requests = pictureRequests(page)
  const allImages = () =>
    page
      .locator('img')
      .evaluateAll((images: HTMLImageElement[]) =>
        images.map((image) => `${image.getAttribute('referrerpolicy')} ${image.getAttribute('crossorigin')}`),
      )
  const expectDiscreet = async () => expect(new Set(await allImages())).toEqual(new Set(['no-referrer null']))

  await signIn(page)
  await expectPainted(thumbnail(photoRow(page, 1)))
  await expectDiscreet()
  await rowLinks(page).first().click()
  await expectPainted(largePhoto(page))
  await expectDiscreet()
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expectPainted(page.getByRole('main').getByRole('img', { name: /^Photo \d+$/ }))
  await expectDiscreet()
  await settle(page)

  expect(requests.length).toBeGreaterThan(10)
  const sent = await Promise.all(requests.map((request) => request.allHeaders()))
  const told = sent.flatMap((headers) =>
    Object.keys(headers).filter((name) => /^(x-auth-token|authorization|referer|cookie|origin)$/.test(name)),
  )
  expect(told).toEqual([])
})

test('a picture that does not load keeps its box, says why, and comes when it is asked for again', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/503/)
  await signIn(page, '/photos')
  await rowLinks(page).first().click()
  await expectPainted(largePhoto(page))
  const row = photoRow(page, 1)
  // The thumbnail of a dead picture is the empty cell that it had.
  const face = row.getByRole('cell').first()
  const whole = { row: await boxOf(row), face: await boxOf(face), photo: await boxOf(largePhoto(page)) }

  let isDown = true
  let asked = 0
  await page.route(pictureAddress, async (route) => {
    asked++
    await (isDown ? route.fulfill({ status: 503 }) : route.continue())
  })
  await page.reload()
  await expect(row).toContainText("Picture didn't load")
  await expect(photoDetails(page)).toContainText('It may be gone, or the network may be down')
  expect({ row: await boxOf(row), face: await boxOf(face) }).toEqual({ row: whole.row, face: whole.face })
  const reason = photoDetails(page).getByText("Picture didn't load", { exact: true })
  const box = reason.locator('xpath=ancestor::div[2]')
  const deadBox = await boxOf(box)
  expect(Math.abs(deadBox.width - whole.photo.width)).toBeLessThan(1)
  expect(Math.abs(deadBox.height - whole.photo.height)).toBeLessThan(1)

  const before = asked
  await photoDetails(page).getByRole('button', { name: 'Retry' }).click()
  await expect.poll(() => asked).toBeGreaterThan(before)
  await expect(photoDetails(page)).toContainText('It may be gone, or the network may be down')

  isDown = false
  await photoDetails(page).getByRole('button', { name: 'Retry' }).press('Enter')
  await expectPainted(largePhoto(page))
  await expectPainted(thumbnail(row))
  await expect(row).not.toContainText("Picture didn't load")
  await expect(page.locator('body')).not.toBeFocused()

  // The same in a row: its Retry is its own, and does not open the photo.
  const second = photoRow(page, 2)
  // Only the row that one stands on can be entered with Tab.
  await expect(second.getByRole('button', { name: 'Retry' })).toHaveAttribute('tabindex', '-1')
  await rowLinks(page).nth(1).focus()
  await expect(second.getByRole('button', { name: 'Retry' })).toHaveAttribute('tabindex', '0')
  await second.getByRole('button', { name: 'Retry' }).press('Enter')
  await expectPainted(thumbnail(second))
  await expect(page.locator('body')).not.toBeFocused()
})

test('where one of the two addresses of a picture is dead, the other one is shown', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|403/)
  await signIn(page, '/photos?page=2&photo=9595721')
  await expectPainted(largePhoto(page))
  await expect(photoDetails(page)).not.toContainText("didn't load")
  const row = photoTable(page)
    .getByRole('row')
    .filter({ has: page.locator('[aria-current=true]') })
  await expectPainted(thumbnail(row))
  await expect(row).not.toContainText("didn't load")
})

test('a picture address that is not safe or not allowed is never asked for, and the photo says so', async ({
  page,
}) => {
  await sendAddresses(page, [
    'javascript:alert(1)',
    'https://office:secret@s3.amazonaws.com/a.jpg',
    'https://elsewhere.example/a.jpg',
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
    '//elsewhere.example/a.jpg',
  ])
  const requests = pictureRequests(page)
  await signIn(page)
  await expectPainted(thumbnail(photoRow(page, 6)))
  const words = ['Unsafe picture address', 'elsewhere.example is not allowed']
  for (const [place, word] of [
    [1, words[0]],
    [2, words[0]],
    [3, words[1]],
    [4, words[0]],
    [5, words[0]],
  ] as const) {
    await expect(photoRow(page, place)).toContainText(word ?? '')
    await expect(photoRow(page, place).getByRole('button', { name: 'Retry' })).toHaveCount(0)
  }
  await photoRow(page, 1).getByRole('link').click()
  await expect(photoDetails(page)).toContainText("isn't safe, so it wasn't loaded")
  await photoRow(page, 3).getByRole('link').click()
  await expect(photoDetails(page)).toContainText('elsewhere.example are not allowed here')
  await expect(photoDetails(page)).toContainText('PHOTO_ORIGINS')
  await settle(page)
  expect(requests.filter((request) => !pictureAddress.test(request.url())).map((r) => r.url())).toEqual([])
})

test('the next three photos are there before they are asked for, and stepping on reads nothing else', async ({
  page,
}) => {
  await signIn(page, '/photos?max=100')
  await expectPainted(thumbnail(photoRow(page, 1)))
  await settle(page)

  // What goes over the network, not what the browser has already.
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const sent = new Map<string, string>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => sent.set(requestId, request.url))
  session.on('Network.requestServedFromCache', ({ requestId }) => sent.delete(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) sent.delete(requestId)
  })
  const pictures = () => [...sent.values()].filter((address) => pictureAddress.test(address))

  // On a phone, where the photo takes the place of the list: its thumbnails do not read anything ahead.
  await page.setViewportSize({ width: 390, height: 844 })
  const api: string[] = []
  page.on('request', (request) => isApiRequest(request) && api.push(request.url()))
  await page.goto('/photos?max=100&photo=9584237')
  await expectPainted(largePhoto(page))
  await settle(page)
  const step = async () => {
    const before = await largePhoto(page).getAttribute('src')
    await photoDetails(page).getByRole('button', { name: 'Next photo' }).click()
    await expect(largePhoto(page)).not.toHaveAttribute('src', before ?? '')
    return (await largePhoto(page).getAttribute('src')) ?? ''
  }
  api.length = 0
  for (let count = 0; count < 8; count++) {
    const seen = new Set(pictures())
    const src = await step()
    await expectPainted(largePhoto(page))
    expect(seen, 'read before it was asked for').toContain(src)
    expect(pictures().filter((address) => address === src)).toHaveLength(1)
    await settle(page)
  }
  expect(api).toEqual([])
})

/** A PNG of a face: dark hair on nothing, as cut out from its background. */
const cutOut =
  (fraction = 1) =>
  async () => {
    const hair = Buffer.from(
      '<svg width="300" height="400"><circle cx="150" cy="160" r="110" fill="#1a120e"/><circle cx="150" cy="190" r="70" fill="#d9a07a"/></svg>',
    )
    const whole = await sharp(hair).png().toBuffer()
    return whole.subarray(0, whole.length * fraction)
  }

const approve = (page: Page) => photoDetails(page).getByRole('button', { name: /^Approve/ })

const unusable = [
  [
    'is a PNG that is broken',
    async () => {
      const png = await cutOut()()
      png.fill(0xff, png.indexOf('IDAT') + 4, png.indexOf('IDAT') + 60)
      return png
    },
    'Picture is damaged',
  ],
  [
    'is all of one color',
    () =>
      sharp({ create: { width: 300, height: 400, channels: 3, background: '#8a8a8a' } })
        .jpeg()
        .toBuffer(),
    'Picture is blank',
  ],
  [
    'is a JPEG that is cut off',
    async () => {
      const jpeg = await sharp({
        create: {
          width: 300,
          height: 400,
          channels: 3,
          background: '#333',
          noise: { type: 'gaussian', mean: 128, sigma: 30 },
        },
      })
        .jpeg()
        .toBuffer()
      return jpeg.subarray(0, jpeg.length * 0.6)
    },
    'Picture is damaged',
  ],
] as const

test('a picture that loads and is broken, cut off or all of one color is not shown as one, and cannot be approved', async ({
  page,
}) => {
  const bodies = await Promise.all(unusable.map(([, make]) => make()))
  // Those of the first rows, one after another: each says something else than the one before.
  await page.route(/\/sandbox-photos\/p00[1-3]\//, (route) => {
    const place = Number(/\/p00(\d)\//.exec(route.request().url())?.[1]) - 1
    const [what = ''] = unusable[place] ?? []
    return route.fulfill({
      body: bodies[place],
      contentType: what.includes('PNG') ? 'image/png' : 'image/jpeg',
    })
  })
  await signIn(page)
  for (const [place, [what, , words]] of unusable.entries())
    await test.step(what, async () => {
      await rowLinks(page).nth(place).click()
      await expect(photoDetails(page).getByText(words)).toBeVisible()
      await expect(approve(page)).toHaveAttribute('aria-disabled', 'true')
      await expect(photoDetails(page).getByRole('button', { name: 'Retry' })).toBeVisible()
      await expect(photoRow(page, place + 1)).toContainText(words)
    })
})

test('what is transparent in a picture stands on light, in the dark theme too', async ({ page }) => {
  const body = await cutOut()()
  await page.route(pictureAddress, (route) => route.fulfill({ body, contentType: 'image/png' }))
  await page.emulateMedia({ colorScheme: 'dark' })
  await signIn(page)
  await rowLinks(page).first().click()
  await expectPainted(largePhoto(page))
  const cornerOf = async (image: Locator) => {
    const { data } = await sharp(await image.screenshot())
      .extract({ left: 2, top: 2, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return Math.min(...data)
  }
  await expect.poll(() => cornerOf(largePhoto(page))).toBeGreaterThan(220)
  await expect.poll(() => cornerOf(thumbnail(photoRow(page, 2)))).toBeGreaterThan(220)
})

test('a picture whose address leads elsewhere says that, and not that the network is down', async ({
  page,
  allowBreach,
  allowConsole,
  allowOrigin,
}) => {
  allowBreach(/img-src/)
  allowConsole(/Loading the image 'https:\/\/elsewhere\.example/)
  // The policy header stops the browser before it asks there.
  allowOrigin('https://elsewhere.example')
  await page.route(pictureAddress, (route) =>
    route.fulfill({ status: 302, headers: { location: 'https://elsewhere.example/1.jpg' } }),
  )
  await signIn(page)
  await expect(photoRow(page, 1)).toContainText('Picture was moved')
  await rowLinks(page).first().click()
  await expect(photoDetails(page)).toContainText('leads on to another website that is not allowed here')
})

test('pictures that never come are given up with words, keep no others away, and come when they are tried again', async ({
  page,
}) => {
  let isStuck = true
  const stuck = new Set<string>()
  await page.route(pictureAddress, async (route) => {
    const { url } = { url: route.request().url() }
    if (!isStuck || (stuck.size >= 6 && !stuck.has(url))) return route.continue()
    // It is never answered.
    stuck.add(url)
  })
  const ended: string[] = []
  page.on('requestfailed', (request) => isPictureRequest(request) && ended.push(request.url()))
  await page.clock.install()
  await signIn(page)
  await rowLinks(page).first().click()
  await expect.poll(() => stuck.size).toBe(6)
  await page.clock.runFor(3_000)
  await expect(photoDetails(page)).toContainText('Loading the picture')
  await page.clock.runFor(40_000)
  await expect(photoDetails(page)).toContainText("Picture didn't come")
  await expect(photoRow(page, 1)).toContainText("Picture didn't come")
  // Their connections are free again.
  await expect.poll(() => [...stuck].filter((url) => ended.includes(url)).length).toBe(6)
  isStuck = false
  await photoDetails(page).getByRole('button', { name: 'Retry' }).click()
  await page.clock.runFor(1_000)
  await expectPainted(largePhoto(page))
})
