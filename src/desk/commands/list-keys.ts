import { command, inList, type Command } from './command'

const inListBy = (keys: readonly string[], label: string, does: string) =>
  command({ keys, label, does, where: inList })

export const nextRow = inListBy(['ArrowDown'], '↓', 'Next row')
export const previousRow = inListBy(['ArrowUp'], '↑', 'Previous row')
export const firstRow = inListBy(['Home'], 'Home', 'First row on the page')
export const lastRow = inListBy(['End'], 'End', 'Last row on the page')
export const open = inListBy(['Enter'], 'Enter', 'Open the photo in this row')
export const choose = inListBy([' '], 'Space', 'Select; with Shift, select a range')
export const search = inListBy(['/'], '/', 'Search')
// In the grid; of two keys the first one leads on.
export const sideways = inListBy(['ArrowRight', 'ArrowLeft'], '→ ←', 'In the grid: next and previous photo')
export const byScreen = inListBy(['PageDown', 'PageUp'], 'Page ↓ ↑', 'In the grid: one screen down or up')

/** What the rows and tiles of the list do by themselves, in the order of Help. */
export const listKeys: readonly Command[] = [
  nextRow,
  previousRow,
  firstRow,
  lastRow,
  open,
  choose,
  search,
  sideways,
  byScreen,
]

/** What is given for the command that has a key, and for its second key behind it; undefined for a key of no command. */
export function forKey<T>(key: string, given: readonly (readonly [Command, ...T[]])[]): T | undefined {
  for (const [{ keys }, ...each] of given) if (keys.includes(key)) return each[keys.indexOf(key)]
  return undefined
}
