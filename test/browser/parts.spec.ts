import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { listAddress, photoHeading, photoRow, photoTable, rowLinks } from './screen'
import { settle } from './traffic'

const partFiles = /\/assets\/(?!index-)[\w-]+\.js$/

/** As after an update: the files of before are gone from the server. */
const replaceRelease = (page: Page) =>
  page.route(partFiles, (route) =>
    route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found\n' }),
  )

/** The parts have to come over the network, and do not before it was gone once. */
async function keepPartsAway(page: Page) {
  let wasOffline = false
  await page.route(partFiles, async (route) => {
    wasOffline ||= await page.evaluate(() => !navigator.onLine)
    const isOnline = await page.evaluate(() => navigator.onLine)
    await (wasOffline && isOnline ? route.continue() : route.abort('internetdisconnected'))
  })
}

/** Signed in, with the list as it is before anybody has touched it: nothing that comes later is there. */
async function openUntouched(page: Page, { without }: { without: (page: Page) => Promise<unknown> }) {
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  await without(page)
  await page.reload()
  await expect(photoRow(page, 1)).toBeVisible()
}

/** How often the page was loaded from now on. */
function countLoads(page: Page): { count: number } {
  const loads = { count: 0 }
  page.on('load', () => loads.count++)
  return loads
}

function noteDecisions(page: Page): string[] {
  const decisions: string[] = []
  page.on('request', (request) => request.method() === 'PUT' && decisions.push(request.url()))
  return decisions
}

const failure = (page: Page, name: string) =>
  page.getByRole('alert').filter({ hasText: `${name} could not be loaded` })
const gridView = (page: Page) => page.getByRole('button', { name: 'Grid' })

test('once somebody has touched the page every part is there, whatever becomes of the server', async ({
  page,
  allowConsole,
}) => {
  // Some photos of the sandbox cannot be had.
  allowConsole(/40[34]|ERR_FAILED/)
  await signIn(page)
  await page.goto('/photos')
  const later = page.waitForResponse(/\/assets\/later-/)
  await page.mouse.move(300, 300)
  await later
  await settle(page)
  await page.route(/\/assets\//, (route) => route.abort())
  await gridView(page).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'My decisions' }).click()
  await expect(page.getByRole('heading', { name: 'My decisions' })).toBeVisible()
})

test('a part that cannot be had after an update says so in its own place, and the page never reloads by itself', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await openUntouched(page, { without: replaceRelease })
  const loads = countLoads(page)
  await gridView(page).click()
  await expect(failure(page, 'The grid')).toContainText('Loupe was updated while this page was open')
  // The list goes on, and a photo says so where it would be.
  await page.getByRole('button', { name: 'Table' }).click()
  await rowLinks(page).first().click()
  await expect(failure(page, 'The photo')).toBeVisible()
  await expect(photoRow(page, 1)).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('could not be loaded')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(photoTable(page)).toBeVisible()
  expect(loads.count).toBe(0)

  // The new release answers the reload.
  await page.unroute(partFiles)
  await page.getByRole('status').filter({ hasText: 'Loupe was updated.' }).waitFor()
  await page.getByRole('button', { name: 'Reload' }).first().click()
  await expect.poll(() => loads.count).toBe(1)
  await expect(photoHeading(page)).toBeVisible()
})

test('what is typed into the search after an update stays in the search, and decides nothing', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await openUntouched(page, { without: replaceRelease })
  const [loads, decisions] = [countLoads(page), noteDecisions(page)]
  await rowLinks(page).first().click()
  await expect(failure(page, 'The photo')).toBeVisible()
  const search = page.getByRole('searchbox', { name: 'Search photos' })
  await search.click()
  await page.keyboard.type('adams, anna and amanda adams', { delay: 40 })
  await expect(search).toHaveValue('adams, anna and amanda adams')
  await expect(search).toBeFocused()
  await expect(failure(page, 'The photos')).toContainText('Loupe was updated')
  expect(loads.count).toBe(0)
  expect(decisions).toEqual([])
})

test('a server that answers everything with its own page is taken for one with another release, and one that answers with the page of a sign-on for that', async ({
  page,
}) => {
  let body = ''
  const answerAll = (page: Page) =>
    page.route(partFiles, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: `<!doctype html>${body}` }),
    )
  for (const [answer, words] of [
    // As a server does that knows the app and not its older files.
    ['<meta name="loupe-config">', 'Loupe was updated'],
    ['<title>University sign-in</title>', 'The sign-in in front of Loupe has ended'],
  ] as const) {
    body = answer
    if (page.url() === 'about:blank') await openUntouched(page, { without: answerAll })
    else await page.goto('/photos')
    await page.getByRole('link', { name: 'My decisions' }).click()
    await expect(failure(page, 'My decisions')).toContainText(words)
    await expect(page.getByRole('banner')).toBeVisible()
  }
})

test('without a network a part waits in its place, and comes by itself once the network is back', async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/40[34]|ERR_INTERNET_DISCONNECTED/)
  await openUntouched(page, { without: keepPartsAway })
  await settle(page)
  await context.setOffline(true)
  await gridView(page).click()
  const alert = failure(page, 'The grid')
  await expect(alert).toContainText('This computer is offline')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeFocused()
  await context.setOffline(false)
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(alert).toHaveCount(0)
})

for (const [what, without] of [
  ['the photos', async () => {}],
  ['the part that searches', keepPartsAway],
] as const) {
  test(`searching without a network says that ${what} cannot be had, and goes on once the network is back`, async ({
    page,
    context,
    allowConsole,
  }) => {
    allowConsole(/40[34]|ERR_INTERNET_DISCONNECTED/)
    await openUntouched(page, { without })
    await settle(page)
    await context.setOffline(true)
    await page.getByRole('searchbox', { name: 'Search photos' }).fill('lakemont')
    await expect(page.getByRole('alert').filter({ hasText: 'This computer is offline' })).toBeVisible()
    await context.setOffline(false)
    await expect(photoRow(page, 1)).toContainText('lakemont')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('Reload looks first whether the server is there, and says what would be lost', async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/40[34]|ERR_INTERNET_DISCONNECTED/)
  await signIn(page)
  const loads = countLoads(page)
  await rowLinks(page).first().click()
  await photoHeading(page).press('d')
  await page.getByRole('textbox', { name: 'Note to cardholder' }).fill('Half a sen')
  // A sign-on in front of Loupe has ended meanwhile.
  await page.route(listAddress, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>University sign-in</title>' }),
  )
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'The list could not be refreshed' })
  await alert.getByRole('button', { name: 'Reload' }).waitFor()
  await context.setOffline(true)
  await alert.getByRole('button', { name: 'Reload' }).click()
  await expect(alert).toContainText('Reloading loses: the half-typed denial.')
  await alert.getByRole('button', { name: 'Reload anyway' }).click()
  await expect(alert).toContainText('Not reloaded: the server does not answer.')
  await expect(page.getByRole('textbox', { name: 'Note to cardholder' })).toHaveValue('Half a sen')
  expect(loads.count).toBe(0)
})
