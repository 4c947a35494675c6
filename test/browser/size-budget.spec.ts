import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { expect, signIn, test } from './harness'

const budget = { scripts: { kB: 175, files: 8 }, styles: { kB: 14 } }

test('a cold list of photos stays within its budget of scripts and styles', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404/)
  await signIn(page)
  // As a first visit would be: nothing kept from the sign-in page.
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))

  await page.goto('/photos')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await page.waitForLoadState('networkidle')

  const scripts = await measure(responses, 'script')
  const styles = await measure(responses, 'stylesheet')
  console.log(
    `scripts ${scripts.kB} kB gzip in ${scripts.files} files, of ${budget.scripts.kB} in ${budget.scripts.files}`,
  )
  console.log(`styles ${styles.kB} kB gzip in ${styles.files} files, of ${budget.styles.kB}`)
  expect(scripts.files).toBeGreaterThan(0)
  expect(styles.files).toBeGreaterThan(0)
  expect(scripts.kB).toBeLessThanOrEqual(budget.scripts.kB)
  expect(scripts.files).toBeLessThanOrEqual(budget.scripts.files)
  expect(styles.kB).toBeLessThanOrEqual(budget.styles.kB)
})

async function measure(responses: Response[], type: 'script' | 'stylesheet') {
  const isWanted = type === 'script' ? /\bjavascript\b/ : /\bcss\b/
  const wanted = responses.filter((response) => isWanted.test(response.headers()['content-type'] ?? ''))
  const files = new Map(wanted.map((response) => [response.url(), response]))
  const sizes = await Promise.all(
    [...files.values()].map(async (response) => gzipSync(await response.body(), { level: 9 }).length),
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { kB: Number((bytes / 1000).toFixed(1)), files: files.size }
}
