import type { Page } from '@playwright/test'

export type KeptSession = { token: string; username: string; expiresAt: number | null }

/** What this tab keeps of its session for a reload, put together of its two halves; null where nobody is signed in. */
export function keptSession(page: Page): Promise<KeptSession | null> {
  return page.evaluate(() => {
    const bytes = (hex = '') => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
    const memory = window.name.startsWith('loupe:')
      ? (JSON.parse(window.name.slice('loupe:'.length)) as Record<string, string>)
      : {}
    const random = bytes(memory['loupe.session'])
    const stored = bytes(sessionStorage.getItem('loupe.session') ?? '')
    if (stored.length === 0 || random.length === 0) return null
    const text = new TextDecoder().decode(Uint8Array.from(stored, (byte, at) => byte ^ (random[at] ?? 0)))
    return JSON.parse(text) as KeptSession
  })
}

/** Another token, or another end, as if the page had been given it. */
export async function changeKeptSession(page: Page, change: Partial<KeptSession>): Promise<void> {
  const text = JSON.stringify({ ...(await keptSession(page)), ...change })
  await page.evaluate((text) => {
    const hex = (bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const bytes = [...new TextEncoder().encode(text)]
    const memory = JSON.parse(window.name.slice('loupe:'.length)) as Record<string, string>
    // The half that is random may be anything, also nothing.
    window.name = `loupe:${JSON.stringify({ ...memory, 'loupe.session': hex(bytes.map(() => 0)) })}`
    sessionStorage.setItem('loupe.session', hex(bytes))
  }, text)
}

export async function tokenOf(page: Page): Promise<string> {
  const { token } = (await keptSession(page)) ?? { token: '' }
  if (token === '') throw new Error('Nobody is signed in')
  return token
}
