import { freePort } from './free-port'
import { expect, signIn, test } from './harness'
import { hold, isApiRequest, listAddress, photoRow, photoTable, rowLinks } from './screen'
import { settle } from './traffic'
import { startApp } from './start-app'

const statusLink = (name: string) => ['link', { name: new RegExp(`^${name}`) }] as const

test('without a network the list says so, and it comes by itself once the network is back', async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/)
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  await settle(page)
  await context.setOffline(true)
  await page.getByRole(...statusLink('Denied')).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This computer is offline. Check your network connection')
  await expect(page.getByText(/No (denied )?photos/)).toHaveCount(0)
  await expect(photoTable(page)).toHaveCount(0)
  const tryAgain = alert.getByRole('button', { name: 'Try again' })
  await tryAgain.press('Enter')
  await expect(alert).toContainText('This computer is offline')
  await expect(tryAgain).toBeFocused()

  await context.setOffline(false)
  await expect(page.getByRole('table', { name: 'Denied photos' })).toBeVisible()
  await expect(alert).toHaveCount(0)
  await expect(page.locator('body')).not.toBeFocused()
})

test('without a network the photos that are read already stay on the screen', async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/)
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  await settle(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Refresh' }).press('Enter')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('could not be refreshed')
  await expect(photoRow(page, 1)).toBeVisible()
  await context.setOffline(false)
  await alert.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(alert).toHaveCount(0)
  await expect(page.locator('body')).not.toBeFocused()
})

test("where CloudCard can't be reached, signing in says so in plain words", async ({
  page,
  allowConsole,
  allowOrigin,
}) => {
  allowConsole(/502/)
  const app = await startApp({ CLOUDCARD_API_URL: `http://127.0.0.1:${await freePort()}` })
  allowOrigin(app.url)
  try {
    await page.goto(`${app.url}/photos`)
    await page.getByLabel('E-mail').fill('office@example.edu')
    await page.getByLabel('Password', { exact: true }).fill('sandbox')
    await page.getByLabel('Password', { exact: true }).press('Enter')
    await expect(page.getByRole('alert')).toContainText("CloudCard isn't available right now")
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
    await expect(page.getByLabel('E-mail')).toHaveValue('office@example.edu')
    await expect(page.locator('body')).not.toBeFocused()
  } finally {
    app.stop()
  }
})

type WindowWithCounts = Window & { requests: { all: number; most: number } }

/** Run in the page: counts what has been asked for and neither answered nor given up. */
function countRequests(): void {
  const requests = { all: 0, most: 0 }
  Object.assign(window, { requests })
  const send = window.fetch.bind(window)
  let underWay = 0
  window.fetch = async (input, init) => {
    // Parts of the app are files of our own server.
    if (!String(input).startsWith('/cloudcard/')) return send(input, init)
    let isOver = false
    const end = () => {
      if (!isOver) underWay--
      isOver = true
    }
    init?.signal?.addEventListener('abort', end)
    requests.all++
    requests.most = Math.max(requests.most, ++underWay)
    try {
      return await send(input, init)
    } finally {
      end()
    }
  }
}

test('at most three requests are under way, however fast one goes from page to page', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await signIn(page, '/photos?status=APPROVED')
  await expect(photoRow(page, 1)).toBeVisible()
  await settle(page)
  await page.route(/\/cloudcard\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 250))
    await route.continue().catch(() => {})
  })
  await page.addInitScript(countRequests)
  const counts = () => page.evaluate(() => (window as unknown as WindowWithCounts).requests)
  await page.reload()
  for (const name of ['Pending', 'Denied', 'Downloaded', 'Done', 'Ready for download', 'All', 'Pending']) {
    await page.getByRole(...statusLink(name)).click()
    await expect(page.getByRole(...statusLink(name))).toHaveAttribute('aria-current', 'page')
  }
  await expect(photoRow(page, 1)).toBeVisible()
  await rowLinks(page).first().click()
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press('ArrowRight')
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(photoRow(page, 1)).toBeVisible()
  await settle(page)
  const browsing = await counts()
  expect(browsing.all).toBeGreaterThan(6)
  expect(browsing.most).toBeLessThanOrEqual(3)

  // In the midst of the queue there is most to read ahead: both neighbouring pages and the next photo.
  await page.goto('/photos/9592927?page=2')
  for (let steps = 0; steps < 4; steps++) {
    await expect(page.getByRole('status').filter({ hasText: /^\d+( of \d+)?$/ })).toBeVisible()
    await page.getByRole('button', { name: 'Next photo' }).click()
  }
  await settle(page)
  const stepping = await counts()
  expect(stepping.most).toBeGreaterThan(1)
  expect(stepping.most).toBeLessThanOrEqual(3)
})

test('what a person waits for does not wait behind what is read ahead, and leaving ends what was asked', async ({
  page,
}) => {
  await signIn(page, '/photos?status=DONE')
  await expect(photoRow(page, 1)).toBeVisible()
  await settle(page)

  // Whatever is read ahead of the pending photos hangs.
  const ahead = await hold(
    page,
    /\/cloudcard\/photo(\/\d+|\?status=PENDING&offset=15&.*|\?status=PENDING&offset=40&.*)$/,
  )
  const gone: string[] = []
  page.on('requestfailed', (request) => gone.push(request.url()))
  const asked: string[] = []
  page.on('request', (request) => isApiRequest(request) && asked.push(request.url()))
  await page.getByRole(...statusLink('Pending')).click()
  await expect(page.getByRole('table', { name: 'Pending photos' })).toBeVisible()
  await expect.poll(() => asked.some((address) => address.includes('PENDING&offset=15&'))).toBe(true)
  // The photos that were left may still be counted: those requests are on their way.
  expect(asked.find((address) => !/max=1(?!\d)/.test(address))).toContain('status=PENDING&offset=0')

  await page.getByRole(...statusLink('Denied')).click()
  await expect(page.getByRole('table', { name: 'Denied photos' })).toBeVisible()
  await expect.poll(() => gone.some((address) => /PENDING&offset=15&/.test(address))).toBe(true)
  ahead.letGo()
  await page.unrouteAll({ behavior: 'ignoreErrors' })

  // The same for a page that one was waiting for.
  const slow = await hold(page, listAddress)
  await page.getByRole(...statusLink('Approved')).click()
  await expect(page.getByRole('status').filter({ hasText: 'Loading approved photos' })).toBeVisible()
  await page.getByRole(...statusLink('Done')).click()
  await expect.poll(() => gone.some((address) => address.includes('status=APPROVED'))).toBe(true)
  await expect(page.getByRole('table', { name: 'Done photos' })).toBeVisible()
  slow.letGo()
})
