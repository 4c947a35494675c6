import { findings, sidewaysScroll } from './findings'
import { expect, signIn, test } from './harness'
import {
  boxOf,
  expectPainted,
  hold,
  largePhoto,
  listAddress,
  photoAddress,
  photoDetails,
  photoRow,
  photoTable,
  rowLinks,
  thumbnail,
} from './screen'
import { settle } from './traffic'

test('signing in can be read and used by everybody', async ({ page, allowConsole }) => {
  allowConsole(/401/)
  await page.goto('/sign-in')
  await expect(page.getByLabel('E-mail')).toBeVisible()
  const found = await findings(page, 'e-mail and password')
  await page.getByLabel('E-mail').fill('somebody@example.edu')
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  found.push(...(await findings(page, 'refused')))
  await page.getByRole('button', { name: 'Persistent access token' }).click()
  await expect(
    page
      .getByRole('textbox', { name: 'Persistent access token' })
      .or(page.getByLabel('Persistent access token'))
      .first(),
  ).toBeVisible()
  found.push(...(await findings(page, 'token')))
  expect(found).toEqual([])
})

test('what is wrong is found in each look in which it is wrong', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      #nameless { width: 40px; height: 40px }
      #narrow { display: none }
      @media (max-width: 400px) { #narrow { display: block; width: 40px; height: 40px } }
      @media (prefers-color-scheme: dark) { #dim { color: #111; background: #000; forced-color-adjust: none } }
    `)
    document.adoptedStyleSheets = [sheet]
    const make = (tag: string, id: string, text = '') =>
      Object.assign(document.createElement(tag), { id, textContent: text })
    document
      .querySelector('main')
      ?.append(make('button', 'nameless'), make('img', 'narrow'), make('p', 'dim', 'Too dim to be read'))
  })
  const found = await findings(page, 'planted')
  expect(found.map((words) => words.split(': ').slice(0, 2).join(': '))).toEqual([
    'planted, light: button-name',
    'planted, dark: color-contrast',
    'planted, forced colours: color-contrast',
    'planted, 320 px: button-name',
    'planted, 320 px: image-alt',
  ])
})

test('the list and its searches can be read and used by everybody', async ({ page, allowConsole }) => {
  allowConsole(/404|403/)
  await signIn(page)
  await expectPainted(thumbnail(photoRow(page, 1)))
  await settle(page)
  const found = await findings(page, 'list')
  const field = page.getByRole('searchbox', { name: 'Search photos' })
  await field.fill('lakemont')
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toBeVisible()
  found.push(...(await findings(page, 'searching')))
  await field.fill('nobody has this')
  await expect(page.getByRole('heading', { name: 'No photo matches' })).toBeVisible()
  found.push(...(await findings(page, 'no match')))
  await page.goto('/photos?page=3')
  await expect(page.getByRole('alert')).toContainText('could not be read')
  found.push(...(await findings(page, 'partly unreadable')))
  await page.goto('/photos?status=ALL')
  await expectPainted(thumbnail(photoRow(page, 1)))
  found.push(...(await findings(page, 'every status')))
  expect(found).toEqual([])
})

test('waiting, failures and empty lists can be read and used by everybody', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/403/)
  await signIn(page)
  await expectPainted(thumbnail(photoRow(page, 1)))
  await settle(page)
  const old = await hold(page, listAddress)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(photoTable(page)).toHaveAttribute('aria-busy', 'true')
  const found = await findings(page, 'reading again')
  await page.goto('/photos')
  await expect(page.getByRole('status').filter({ hasText: 'Loading pending photos' })).toBeVisible()
  found.push(...(await findings(page, 'waiting')))
  old.letGo()
  await page.unrouteAll({ behavior: 'ignoreErrors' })

  await page.route(listAddress, (route) => route.fulfill({ status: 403 }))
  await page.goto('/photos')
  await expect(page.getByRole('alert')).toContainText('The photos could not be loaded')
  found.push(...(await findings(page, 'failed')))
  await page.unrouteAll()

  await page.route(listAddress, (route) => route.fulfill({ json: [] }))
  await page.goto('/photos')
  await expect(page.getByRole('heading', { name: 'No pending photos' })).toBeVisible()
  found.push(...(await findings(page, 'empty')))
  // Where the photos can be counted, one is led to the last page.
  await page.route(/[?&]max=1(?!\d)/, (route) => route.fulfill({ status: 403 }))
  await page.goto('/photos?page=999')
  await expect(page.getByRole('heading', { name: 'This page is past the end' })).toBeVisible()
  found.push(...(await findings(page, 'past the end')))
  expect(found).toEqual([])
})

test('a photo beside the list and on its own page can be read and used by everybody', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|403/)
  await signIn(page)
  await rowLinks(page).nth(2).click()
  await expectPainted(largePhoto(page))
  const found = await findings(page, 'pane')
  await page.goto('/photos?photo=9597008')
  await expect(photoDetails(page)).toContainText("Picture didn't load")
  found.push(...(await findings(page, 'dead picture')))
  await page.goto('/photos/9599901')
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  found.push(...(await findings(page, 'photo page')))
  await page.goto('/photos/123')
  await expect(page.getByRole('heading', { name: 'Photo not found' })).toBeVisible()
  found.push(...(await findings(page, 'unknown photo')))
  await page.goto('/photos?photo=123')
  await expect(page.getByRole('heading', { name: 'Photo not found' })).toBeVisible()
  found.push(...(await findings(page, 'unknown photo beside the list')))

  const waiting = await hold(page, photoAddress)
  await page.goto('/photos/9599901')
  await expect(page.getByRole('status').filter({ hasText: 'Loading the photo' })).toBeVisible()
  found.push(...(await findings(page, 'photo page waiting')))
  waiting.letGo()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.route(photoAddress, (route) => route.fulfill({ status: 403 }))
  await page.goto('/photos/9599901')
  await expect(page.getByRole('alert')).toContainText('The photo could not be loaded')
  found.push(...(await findings(page, 'photo page failed')))
  expect(found).toEqual([])
})

test('dialogs, the menu and unknown addresses can be read and used by everybody', async ({ page }) => {
  await signIn(page)
  await expectPainted(thumbnail(photoRow(page, 1)))
  const found: string[] = []
  for (const name of ['Settings', 'Help']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    found.push(...(await findings(page, name)))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.setViewportSize({ width: 320, height: 768 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  found.push(...(await findings(page, 'menu', { widths: [320], of: 'header' })))
  await page.setViewportSize({ width: 320, height: 768 })
  await page.getByRole('searchbox', { name: 'Search photos' }).click({ position: { x: 8, y: 8 } })
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden()
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  found.push(...(await findings(page, 'unknown address')))
  expect(found).toEqual([])
})

test('every width from a phone to a wall shows the list and the photo without scrolling sideways', async ({
  page,
}) => {
  await signIn(page)
  for (const address of ['/photos', '/photos?photo=9599901', '/photos/9599901', '/photos?max=1000']) {
    await page.goto(address)
    await settle(page)
    for (const width of [320, 390, 800, 1366, 3840]) {
      await page.setViewportSize({ width, height: 768 })
      expect(await sidewaysScroll(page), `${address} at ${width}`).toEqual([])
    }
  }
})

test('on an office screen the list and the photo stand side by side, with at least ten rows', async ({
  page,
}) => {
  await signIn(page)
  // The hint of the first day takes the place of a row.
  await page.getByRole('button', { name: 'Got it' }).click()
  await rowLinks(page).nth(1).click()
  await expectPainted(largePhoto(page))
  const details = await boxOf(photoDetails(page))
  const pages = await boxOf(page.getByRole('navigation', { name: 'Pages' }))
  const table = await boxOf(photoTable(page))
  expect(table.x + table.width).toBeLessThanOrEqual(details.x)
  expect(details.x + details.width).toBeLessThanOrEqual(1366)
  const rows = await photoTable(page).getByRole('row').all()
  const boxes = await Promise.all(rows.slice(1).map(boxOf))
  // The tenth may lack its last pixels, as it does in the drawings.
  const whole = boxes.filter(({ y, height }) => height === 56 && y + 0.8 * height <= pages.y)
  expect(whole.length).toBeGreaterThanOrEqual(10)
})

test('who asks for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page)
  await rowLinks(page).first().click()
  const held = await hold(page, listAddress)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(photoTable(page)).toHaveAttribute('aria-busy', 'true')
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  // The measure itself: without that wish the arrow of Refresh turns.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0)
  held.letGo()
})

test('at a zoom of 400 % everything can be reached by scrolling', async ({ page, allowConsole }) => {
  // The last rows, one of which has a picture that is gone, are scrolled to as well.
  allowConsole(/404/)
  await signIn(page)
  await page.setViewportSize({ width: 320, height: 256 })
  for (const address of ['/photos', '/photos?photo=9599901', '/photos/9599901']) {
    await page.goto(address)
    await settle(page)
    expect(await sidewaysScroll(page), address).toEqual([])
    const controls = page.getByRole('main').getByRole('button').or(page.getByRole('main').getByRole('link'))
    expect(await controls.evaluateAll(outOfReach), address).toEqual([])
  }
})

/** Runs in the page: what cannot be scrolled wholly into sight, or as much of it as the first line. */
async function outOfReach(controls: Element[]): Promise<string[]> {
  const isInSight = ({ x, y, width, height }: DOMRect) =>
    x >= -1 && x + width <= 321 && y >= -1 && y + Math.min(height, 24) <= 257
  const found: string[] = []
  let looked = 0
  for (const control of controls) {
    // Rows are drawn while the list scrolls: what was drawn no more is none of them, and a head that is only heard has no box.
    if (!control.checkVisibility({ visibilityProperty: true })) continue
    if (getComputedStyle(control).display === 'contents' || control.getClientRects().length === 0) continue
    let isReached = false
    for (let frame = 0; frame < 60 && !isReached; frame++) {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
      await new Promise(requestAnimationFrame)
      isReached = !control.isConnected || isInSight(control.getBoundingClientRect())
    }
    looked++
    if (!isReached) found.push(`${control.textContent} ${JSON.stringify(control.getBoundingClientRect())}`)
  }
  return looked > 5 ? found : [`only ${looked} controls were looked at`]
}
