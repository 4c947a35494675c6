import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A row of the table: what was measured, the figure, and the budget it is held against, if there is one. */
export type Figure = { what: string; measured: string; budget?: string; isHeld?: boolean }

// Benches run in workers of their own: a file carries the figures to the report.
const file = join(tmpdir(), 'loupe-bench.jsonl')

export function forgetFigures(): void {
  rmSync(file, { force: true })
}

export function addFigure(figure: Figure): void {
  appendFileSync(file, `${JSON.stringify(figure)}\n`)
}

export function readFigures(): Figure[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Figure)
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
