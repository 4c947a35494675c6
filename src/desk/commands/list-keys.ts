import { command, inList, type Command } from './command'

const inListBy = (keys: readonly string[], label: string, does: string) =>
  command({ keys, label, does, where: inList })

/** What the rows and tiles of the list do by themselves, in the order of Help. */
export const listKeys = {
  nextRow: inListBy(['ArrowDown'], '↓', 'Next row'),
  previousRow: inListBy(['ArrowUp'], '↑', 'Previous row'),
  firstRow: inListBy(['Home'], 'Home', 'First row on the page'),
  lastRow: inListBy(['End'], 'End', 'Last row on the page'),
  open: inListBy(['Enter'], 'Enter', 'Open the photo in this row'),
  choose: inListBy([' '], 'Space', 'Select; with Shift, select a range'),
  search: inListBy(['/'], '/', 'Search'),
  // In the grid; of two keys the first one leads on.
  sideways: inListBy(['ArrowRight', 'ArrowLeft'], '→ ←', 'In the grid: next and previous photo'),
  byScreen: inListBy(['PageDown', 'PageUp'], 'Page ↓ ↑', 'In the grid: one screen down or up'),
}

/** What is given for the command that has a key, and for its second key behind it; undefined for a key of no command. */
export function forKey<T>(key: string, given: readonly (readonly [Command, ...T[]])[]): T | undefined {
  for (const [{ keys }, ...each] of given) if (keys.includes(key)) return each[keys.indexOf(key)]
  return undefined
}
