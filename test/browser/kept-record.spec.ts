import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { decisions, denyForm, expect, review, test, type OwnSandbox } from './own-sandbox'
import { wholeBrowser } from './profile-folder'
import { photoHeading } from './screen'

const marisol = 9599901
const note = 'Please come without the hat'

async function fillDenial(page: Page, app: OwnSandbox, hold: string) {
  await review(page, app, `/photos?photo=${marisol}`, hold)
  await expect(photoHeading(page)).toBeVisible()
  await page.getByRole('button', { name: 'Deny', exact: true }).click()
  await denyForm(page)
    .getByRole('checkbox', { name: /No sunglasses/ })
    .check()
  await denyForm(page).getByRole('textbox', { name: 'Note to cardholder' }).fill(note)
}

async function denyMarisol(page: Page, app: OwnSandbox) {
  await fillDenial(page, app, '0')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await app.mails()).length).toBe(1)
}

const keptParts = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('loupe.record')).length)
/** A denial waits to be sent, and its words are kept for a reload. */
async function holdDenial(page: Page, app: OwnSandbox) {
  await fillDenial(page, app, '15')
  await page.keyboard.press('Control+Enter')
  await expect(decisions(page).getByText(/^Denying in/)).toBeVisible()
  await expect.poll(() => keptParts(page)).toBeGreaterThan(0)
}
const recordRow = (page: Page) =>
  page
    .getByRole('table', { name: /^Decisions/ })
    .getByRole('row')
    .nth(1)

test('my decisions survive a reload, and nothing of them can be read in the storage', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await denyMarisol(page, app)
  await expect.poll(() => keptParts(page)).toBeGreaterThan(0)
  const stored = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))
  expect(stored).not.toMatch(/marisol|sunglasses|Please come/)

  await page.goto(`${app.url}/photos?status=DENIED&photo=${marisol}`)
  await expect(page.getByText(/^Denied here at .* for No sunglasses/)).toBeVisible()
  await page.getByRole('link', { name: 'My decisions' }).first().click()
  await page.reload()
  await expect(recordRow(page)).toContainText('marisol')
  await expect(recordRow(page)).toContainText('No sunglasses')
  await expect(recordRow(page)).toContainText(note)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.getByRole('button', { name: 'Open the sandbox' }).click()
  await page.getByRole('link', { name: 'My decisions' }).click()
  await expect(page.getByText('No decisions yet.')).toBeVisible()
})

test('a denial that is still held when the page is loaded again is sent, and its reasons are among my decisions', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await holdDenial(page, app)
  expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toMatch(
    /sunglasses|Please come/,
  )
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect.poll(async () => (await app.mails()).length).toBe(1)
  await page.mouse.move(5, 5)
  await page.getByRole('link', { name: 'My decisions' }).first().click()
  await expect(recordRow(page)).toContainText('marisol')
  await expect(recordRow(page)).toContainText('No sunglasses')
  await expect(recordRow(page)).toContainText(note)
  await page.reload()
  await expect(recordRow(page)).toContainText(note)
  expect(await app.mails()).toHaveLength(1)
})

test('a denial that could not be sent when the page was loaded again is asked about, with its words', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await holdDenial(page, app)
  // What is sent while the page goes is out of reach of a test's network: here it never leaves.
  await page.evaluate(() => void (window.fetch = () => Promise.reject(new TypeError('No network'))))
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.mouse.move(5, 5)
  await page.getByRole('button', { name: 'Review' }).click()
  const dialog = page.getByRole('dialog', { name: "Decisions that weren't sent" })
  await dialog.getByRole('link', { name: /^Deny marisol/ }).click()
  await page.getByRole('button', { name: 'Deny', exact: true }).click()
  await expect(denyForm(page).getByRole('checkbox', { name: /No sunglasses/ })).toBeChecked()
  await expect(denyForm(page).getByRole('textbox', { name: 'Note to cardholder' })).toHaveValue(note)
  expect(await app.mails()).toEqual([])
})

test('nor in what the browser has written to the disk', async ({ openSandbox }) => {
  const app = await openSandbox()
  const folder = await mkdtemp(join(tmpdir(), 'loupe-profile-'))
  const context = await chromium.launchPersistentContext(folder, wholeBrowser)
  const page = context.pages()[0] ?? (await context.newPage())
  await denyMarisol(page, app)
  await expect.poll(() => keptParts(page)).toBeGreaterThan(0)
  await page.reload()
  await expect(photoHeading(page)).toBeVisible()
  const key = await page.evaluate(() => {
    const { record } = JSON.parse(window.name.replace(/^loupe:/, '')) as { record: string }
    return record
  })
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  await context.close()

  const [hasStorage, found] = await traces(folder, [key, note])
  await rm(folder, { recursive: true, force: true })
  expect(hasStorage, 'the storage itself is on the disk').toBe(true)
  expect(found).toEqual([])
})

/** The files of a profile in which one of the words stands, in one or two bytes a letter. */
async function traces(folder: string, words: string[]): Promise<[boolean, string[]]> {
  const forms = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  const found: string[] = []
  let hasStorage = false
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const content = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))
    if (content.includes('loupe.record') || content.includes(Buffer.from('loupe.record', 'utf16le'))) {
      hasStorage = true
    }
    if (forms.some((form) => content.includes(form))) found.push(entry.name)
  }
  return [hasStorage, found]
}
