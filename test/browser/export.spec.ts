import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import Papa from 'papaparse'
import { findings } from './findings'
import { expect, signIn, test } from './harness'
import { tokenOf } from './kept-session'

type Listed = {
  id?: number
  status?: string
  lowestClassification?: unknown
  person?: { email?: string; identifier?: string | null }
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export CSV' })

test('twelve thousand photos are exported, and read back equal', async ({ page, allowConsole }) => {
  allowConsole(/404/)
  await signIn(page, '/photos?status=ALL')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const save = dialog(page).getByRole('button', { name: 'Save CSV' })
  await expect(dialog(page).getByRole('status').filter({ hasText: '12,000 photos' })).toBeVisible({
    timeout: 120_000,
  })
  await expect(save).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 })
  const downloading = page.waitForEvent('download')
  await save.click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^all-photos-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const rows = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
  const listed = await page.evaluate(
    async (token) => {
      const all: unknown[][] = []
      for (let offset = 0; offset < 12_000; offset += 1000) {
        const answer = await fetch(`/cloudcard/photo?offset=${offset}&max=1000`, {
          headers: { 'X-Auth-Token': token },
        })
        // Out of the page comes what is compared: all of it would be thirty megabytes.
        const rows = (await answer.json()) as (Listed | null)[]
        all.push(
          ...rows.map((row) => [row?.id, row?.status, row?.lowestClassification, row?.person?.identifier]),
        )
      }
      return all
    },
    await tokenOf(page),
  )
  expect(rows).toHaveLength(12_000)
  expect(rows.length).toBe(listed.length)
  const cells = rows.map((row) => [
    row['Photo id'],
    row['Status'],
    row['Raw score'],
    (row['ID number'] ?? '').replace(/^'(?=[=+\-@])/, ''),
  ])
  const wanted = listed.map(([id, status, lowestClassification, identifier]) => [
    String(id),
    status,
    typeof lowestClassification === 'number' ? String(lowestClassification) : '',
    typeof identifier === 'string' ? identifier.trim() : '',
  ])
  const readable = rows.map((row) => row['Could not be read'] === '')
  expect(cells.filter((_, index) => readable[index])).toEqual(wanted.filter((_, index) => readable[index]))
  expect(readable.filter(Boolean).length).toBeGreaterThan(11_900)
})

test('the export can be read and used by everybody', async ({ page, allowConsole }) => {
  allowConsole(/404/)
  await signIn(page, '/photos')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Save CSV' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
  expect(await findings(page, 'export')).toEqual([])
})
