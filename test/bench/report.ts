import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { chromium } from '@playwright/test'
import { format } from 'oxfmt'
import { benchPages, builtBenchPages } from './bench-pages'
import { readFigures, type Figure } from './figures'

const page = 'docs/bench.md'
const [begin, end] = ['<!-- figures -->', '<!-- /figures -->']
/** The build that comes before measuring takes some. */
const quiet = 1
const head = ['| what | measured | budget | | on |', '| --- | --- | --- | --- | --- |']

/** Prints the table, and puts it into docs/bench.md: what was not measured this time stays as it was. */
export default async function report() {
  for (const file of [...benchPages, ...builtBenchPages]) rmSync(`dist/${file}`, { force: true })
  const figures = readFigures()
  if (figures.length === 0) return
  const day = new Date().toISOString().slice(0, 10) + load()
  const measured = new Map(figures.map((figure) => [figure.what, rowOf(figure, day)]))
  console.log(`\n${[...head, ...measured.values()].join('\n')}\n`)

  const before = readFileSync(page, 'utf8')
  const [from, to] = [before.indexOf(begin), before.indexOf(end) + end.length]
  const table = new Map([...rowsIn(before.slice(from, to)), ...measured])
  const text = [begin, await machine(), [...head, ...table.values()].join('\n'), end].join('\n\n')
  const after = before.slice(0, from) + text + before.slice(to)
  writeFileSync(page, (await format(page, after)).code)
}

/** What else the machine did when measuring began, where that was not nothing. */
function load(): string {
  const before = Number(process.env.LOAD_BEFORE_BENCH)
  return before < quiet ? '' : `, load ${before.toFixed(1)}`
}

function rowOf({ what, measured, budget, isHeld }: Figure, day: string): string {
  const verdict = isHeld === undefined ? '' : isHeld ? 'held' : 'not held'
  return `| ${what} | ${measured} | ${budget ?? ''} | ${verdict} | ${day} |`
}

/** By what they say was measured. */
function rowsIn(text: string): [string, string][] {
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(head.length).map((row) => [row.split('|')[1]?.trim() ?? '', row])
}

async function machine(): Promise<string> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH || undefined })
  const version = browser.version()
  await browser.close()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${memory} GiB, Node ${process.version}, headless Chromium ${version}`
}
