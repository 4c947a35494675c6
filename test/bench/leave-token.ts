import type { Page } from '@playwright/test'
import { tokenOf } from '../browser/kept-session'

/** For the hand-written pages, which find it in the storage of this tab. */
export async function leaveToken(page: Page): Promise<void> {
  const token = await tokenOf(page)
  await page.evaluate((token) => sessionStorage.setItem('bench.token', token), token)
}
