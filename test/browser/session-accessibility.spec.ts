import type { Page } from '@playwright/test'
import { findings } from './findings'
import { expect, signIn, test } from './harness'
import { changeKeptSession } from './kept-session'
import { photoRow } from './screen'
import { settle } from './traffic'

/** So long nobody touches anything in this browser. */
const idleFor = (page: Page, minutes: number) => page.clock.fastForward(minutes * 60_000)

async function openList(page: Page): Promise<void> {
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  await page.mouse.move(300, 300)
  await settle(page)
}

test('the question whether somebody is there, and the locked page, can be read and used by everybody', async ({
  page,
}) => {
  await page.clock.install()
  await openList(page)
  await idleFor(page, 15)
  await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toBeFocused()
  const found = await findings(page, 'idle')
  await idleFor(page, 60)
  await expect(page.getByRole('heading', { name: 'Loupe is locked' })).toBeVisible()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  found.push(...(await findings(page, 'locked')))
  expect(found).toEqual([])
})

test('signing in again over the page can be read and used by everybody', async ({ page, allowConsole }) => {
  allowConsole(/401/)
  await openList(page)
  await page.route(/\/cloudcard\/photo/, (route) => route.fulfill({ status: 401 }))
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible()
  expect(await findings(page, 'sign in again')).toEqual([])
})

test('the end of a token, and renewing it, can be read and used by everybody', async ({ page }) => {
  await openList(page)
  await changeKeptSession(page, { expiresAt: Date.now() + 10 * 60_000 })
  await page.reload()
  await page.mouse.move(310, 310)
  await expect(page.getByText(/^Your session ends at/)).toBeVisible()
  await settle(page)
  const found = await findings(page, 'session ends')
  await page.getByRole('button', { name: 'Renew' }).click()
  await expect(page.getByRole('dialog', { name: 'Renew the session' })).toBeVisible()
  found.push(...(await findings(page, 'renew')))
  await page.getByRole('button', { name: 'Open the sandbox' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(/^Your session ends at/)).toHaveCount(0)
  expect(found).toEqual([])
})

test('what is said where a part of Loupe is missing can be read and used by everybody', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404/)
  await openList(page)
  await page.route(/\/assets\/later-/, (route) => route.fulfill({ status: 404 }))
  await page.reload()
  await page.getByRole('link', { name: 'My decisions' }).click()
  await expect(page.getByRole('alert')).toContainText('could not be loaded')
  expect(await findings(page, 'missing code')).toEqual([])
})
