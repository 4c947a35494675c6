import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { chromium } from '@playwright/test'
import { format, resolveConfig } from 'prettier'
import { readFigures } from './figures'

const page = 'docs/bench.md'
const [begin, end] = ['<!-- figures -->', '<!-- /figures -->']

/** Prints the table, and puts it into docs/bench.md with the machine that it was measured on. */
export default async function report() {
  rmSync('dist/plain.html', { force: true })
  rmSync('dist/plain.js', { force: true })
  const figures = readFigures()
  if (figures.length === 0) return
  const rows = figures.map(
    ({ what, measured, budget, isHeld }) =>
      `| ${what} | ${measured} | ${budget} | ${isHeld ? 'held' : 'not held'} |`,
  )
  const table = ['| what | measured | budget | |', '| --- | --- | --- | --- |', ...rows].join('\n')
  const text = `${begin}\n\n${await machine()}\n\n${table}\n\n${end}`
  console.log(`\n${table}\n`)
  const before = readFileSync(page, 'utf8')
  const after = before.slice(0, before.indexOf(begin)) + text + before.slice(before.indexOf(end) + end.length)
  writeFileSync(page, await format(after, { ...(await resolveConfig(page)), filepath: page }))
}

async function machine(): Promise<string> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH || undefined })
  const version = browser.version()
  await browser.close()
  const memory = Math.round(totalmem() / 2 ** 30)
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${memory} GiB, Node ${process.version}, headless Chromium ${version}`
}
