import { inList, type Command } from './command'

export const search: Command = { keys: ['/'], label: '/', does: 'Search', where: inList }
export const nextRow: Command = { keys: ['ArrowDown'], label: '↓', does: 'Next row', where: inList }
export const open: Command = {
  keys: ['Enter'],
  label: 'Enter',
  does: 'Open the photo in this row',
  where: inList,
}

/** What the rows and tiles of the list do by themselves. */
export const listKeys: readonly Command[] = [
  nextRow,
  { keys: ['ArrowUp'], label: '↑', does: 'Previous row', where: inList },
  { keys: ['Home'], label: 'Home', does: 'First row on the page', where: inList },
  { keys: ['End'], label: 'End', does: 'Last row on the page', where: inList },
  open,
  { keys: [' '], label: 'Space', does: 'Select; with Shift, select a range', where: inList },
  search,
  {
    keys: ['ArrowRight', 'ArrowLeft'],
    label: '→ ←',
    does: 'In the grid: next and previous photo',
    where: inList,
  },
  {
    keys: ['PageDown', 'PageUp'],
    label: 'Page ↓ ↑',
    does: 'In the grid: one screen down or up',
    where: inList,
  },
]
