import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'oxfmt'
import type { Told } from './cell'

const file = 'docs/faults.md'

const head = `# What is said when something fails

\`npm run matrix -- --write\` writes this page: each call that Loupe makes, each fault that may befall it, the words that
a person reads, and what brings it back. \`npm test\` fails where the app says something else by now. How
it is made: [testing.md](testing.md#fault-matrix). ‹time›, ‹seconds›, ‹number› and ‹cardholder› stand for what differs from case to case.

"Works all the same": nobody has to be told. "Goes on by itself": the words say so, and nothing is to be pressed.
`

const rowOf = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** What is run of a call, and why the rest has no meaning for it. */
export type Section = {
  name: string
  faults: readonly { name: string }[]
  whyNone: (fault: { name: string }) => string | null
}

/** Faults that say the same and are mended in the same way stand in one row. */
function tableOf({ name, faults, whyNone }: Section, told: readonly Told[]): string {
  const groups = new Map<string, Told[]>()
  for (const each of told) {
    const key = `${each.words} ${each.action}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  const rows = [...groups.values()].map((same) => [
    same.map(({ fault }) => fault).join('; '),
    same[0]?.words || '–',
    same[0]?.action ?? '',
  ])
  const none = new Map<string, string[]>()
  for (const fault of faults) {
    const why = whyNone(fault)
    if (why !== null) none.set(why, [...(none.get(why) ?? []), fault.name])
  }
  const without = [...none].map(([why, names]) => `- No ${names.join(', ')}: ${why}.`)
  const head = [rowOf(['fault', 'what is said', 'what brings it back']), '| --- | --- | --- |']
  return [`## ${name}`, '', ...head, ...rows.map(rowOf), '', ...without].join('\n')
}

/** Writes the tables of the calls that were run, and leaves the others as they are. */
export async function writeTable(sections: readonly Section[], told: readonly Told[]): Promise<void> {
  const [, ...known] = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const tables = new Map(known.map((table) => [table.slice(3, table.indexOf('\n')), table.trim()]))
  for (const section of sections) {
    const ofCall = told.filter((each) => each.call === section.name)
    if (ofCall.length > 0) tables.set(section.name, tableOf(section, ofCall))
  }
  const text = `${head}\n${inOrder(tables, sections).join('\n\n')}\n`
  writeFileSync(file, (await format(file, text)).code)
}

/** The calls of this run stand together and in their own order, whichever of them was run last. */
function inOrder(tables: ReadonlyMap<string, string>, sections: readonly Section[]): string[] {
  const own = new Set(sections.map(({ name }) => name))
  const names = [...tables.keys()]
  const first = names.findIndex((name) => own.has(name))
  const others = names.filter((name) => !own.has(name))
  return [...others.slice(0, first), ...own, ...others.slice(first)].flatMap((name) => tables.get(name) ?? [])
}

/** What the page says, by "call x fault". */
function readTable(): Map<string, string> {
  const said = new Map<string, string>()
  let call = ''
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) call = line.slice(3)
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
    const [, names = '', words = '', action = ''] = cells
    if (cells.length === 5)
      for (const name of names.split('; ')) said.set(`${call} x ${name}`, `${words} | ${action}`)
  }
  return said
}

/** Of the cells that were run, those of which the page says something else. */
export function staleIn(told: readonly Told[]): string[] {
  const said = readTable()
  return told.flatMap(({ call, fault, words, action }) => {
    const now = `${(words || '–').replaceAll('|', '\\|')} | ${action}`
    const cell = `${call} x ${fault}`
    return said.get(cell) === now
      ? []
      : [`${cell}: is “${now}”, the page says “${said.get(cell) ?? 'nothing'}”`]
  })
}
