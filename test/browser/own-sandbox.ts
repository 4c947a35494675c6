import type { APIRequestContext, Page } from '@playwright/test'
import { expect, signIn, test as base } from './harness'
import { startApp, type StartedApp } from './start-app'

export type Mail = {
  to: string
  photo: number
  status: string
  reasons: string[]
  otherReason: string
  note: string
}

export type OwnSandbox = StartedApp & {
  /** Every e-mail that was sent, in order. */
  mails: () => Promise<Mail[]>
  /** What somebody else in the office does, at once. */
  colleagueDecides: (photo: number, status: string) => Promise<void>
}

/** For tests that decide: an app with a sandbox of its own, which nobody else works on. */
export const test = base.extend<{ openSandbox: (env?: Record<string, string>) => Promise<OwnSandbox> }>({
  openSandbox: async ({ allowOrigin, request }, provide) => {
    const apps: StartedApp[] = []
    await provide(async (env = {}) => {
      const app = await startApp({ CLOUDCARD_API_URL: '', SANDBOX_PHOTOS: '600', ...env })
      apps.push(app)
      allowOrigin(app.url)
      return {
        ...app,
        mails: async () => (await request.get(`${app.url}/sandbox-mails`)).json() as Promise<Mail[]>,
        colleagueDecides: (photo, status) => decide(request, app.url, photo, status),
      }
    })
    for (const app of apps) app.stop()
  },
})

export { expect }

async function decide(request: APIRequestContext, url: string, photo: number, status: string): Promise<void> {
  const session = await request.post(`${url}/cloudcard/authentication-token`, {
    data: { persistentAccessToken: 'sandbox' },
  })
  const { tokenValue } = (await session.json()) as { tokenValue: string }
  const answer = await request.put(`${url}/cloudcard/photo/${photo}`, {
    headers: { 'X-Auth-Token': tokenValue },
    data: { status },
  })
  expect(answer.status()).toBe(200)
}

/** Signs in with a photo open, or at an address of the app; decisions are held for `hold` seconds. */
export async function review(page: Page, app: OwnSandbox, address = '/photos', hold = '6'): Promise<void> {
  await page.addInitScript((seconds) => {
    localStorage.setItem('loupe.settings', JSON.stringify({ hold: seconds }))
  }, hold)
  await signIn(page, `${app.url}${address}`)
}

export const approve = (page: Page) => page.getByRole('button', { name: 'Approve', exact: true })
export const decisions = (page: Page) => page.getByRole('region', { name: 'Decisions' })
export const denyForm = (page: Page) => page.getByRole('region', { name: 'Deny photo' })

/** The photo has been on the screen long enough to be approved. */
export async function expectApprovable(page: Page): Promise<void> {
  await expect(approve(page)).not.toHaveAttribute('aria-disabled')
}
