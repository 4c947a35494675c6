import { digitOf, earlyKeys, isCharacter, isPressed, type Pressed } from './pressed'

type KeyDefinition = {
  /** As `KeyboardEvent.key` has them; letters in lower case. */
  keys: readonly string[]
  label: string
  does: string
  where: 'list' | 'photo' | 'zoom' | 'compare' | 'deny' | 'everywhere'
}

/**
 * The one table of keys: what is handled, shown in Help, told to assistive technology and listed in the README.
 * 'photo' is the open photo, beside the list or on its own page; 'deny' the form in it.
 */
export const keyTable = {
  nextRow: { keys: ['ArrowDown'], label: '↓', does: 'Next row', where: 'list' },
  previousRow: { keys: ['ArrowUp'], label: '↑', does: 'Previous row', where: 'list' },
  firstRow: { keys: ['Home'], label: 'Home', does: 'First row on the page', where: 'list' },
  lastRow: { keys: ['End'], label: 'End', does: 'Last row on the page', where: 'list' },
  open: { keys: ['Enter'], label: 'Enter', does: 'Open the photo in this row', where: 'list' },
  select: { keys: [' '], label: 'Space', does: 'Select; with Shift, select a range', where: 'list' },
  search: { keys: earlyKeys.search, label: '/', does: 'Search', where: 'list' },
  nextTile: {
    keys: ['ArrowRight', 'ArrowLeft'],
    label: '→ ←',
    does: 'In the grid: next and previous photo',
    where: 'list',
  },
  pageTile: {
    keys: ['PageDown', 'PageUp'],
    label: 'Page ↓ ↑',
    does: 'In the grid: one screen down or up',
    where: 'list',
  },
  next: { keys: ['j', 'ArrowRight', 'ArrowDown'], label: 'J → ↓', does: 'Next photo', where: 'photo' },
  previous: { keys: ['k', 'ArrowLeft', 'ArrowUp'], label: 'K ← ↑', does: 'Previous photo', where: 'photo' },
  approve: { keys: ['a'], label: 'A', does: 'Approve', where: 'photo' },
  deny: { keys: ['d'], label: 'D', does: 'Deny: choose reasons', where: 'photo' },
  skip: { keys: ['s'], label: 'S', does: 'Skip to the next photo', where: 'photo' },
  zoom: { keys: ['z'], label: 'Z', does: 'Zoom: 2×, 4×, fit', where: 'photo' },
  zoomIn: { keys: ['+', '='], label: '+', does: 'Larger', where: 'photo' },
  zoomOut: { keys: ['-'], label: '−', does: 'Smaller', where: 'photo' },
  original: { keys: ['o'], label: 'O', does: 'Show the original, and back', where: 'photo' },
  compare: { keys: ['c'], label: 'C', does: 'Compare with the original or a document', where: 'photo' },
  close: {
    keys: earlyKeys.close,
    label: 'Esc',
    does: 'Leave the zoom, the form, or the photo',
    where: 'photo',
  },
  pan: {
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    label: '← → ↑ ↓',
    does: 'Move the photo',
    where: 'zoom',
  },
  compareNext: { keys: ['c'], label: 'C', does: 'Compare with the next one', where: 'compare' },
  compareWith: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: '1–9',
    does: 'Compare with the first, second …',
    where: 'compare',
  },
  reason: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: '1–9',
    does: 'Select a reason',
    where: 'deny',
  },
  submit: { keys: ['Enter'], label: 'Enter', does: 'Deny the photo', where: 'deny' },
  undo: { keys: ['u'], label: 'U', does: 'Undo the latest decision', where: 'photo' },
  undoAnywhere: { keys: ['z'], label: 'Ctrl Z, ⌘ Z', does: 'Undo the latest decision', where: 'everywhere' },
  help: { keys: earlyKeys.help, label: '?', does: 'Help', where: 'everywhere' },
} as const satisfies Record<string, KeyDefinition>

export type KeyName = keyof typeof keyTable

export const placeLabels: Record<KeyDefinition['where'], string> = {
  list: 'In the list',
  photo: 'In an open photo',
  zoom: 'While zoomed',
  compare: 'While comparing',
  deny: 'While denying',
  everywhere: 'Everywhere',
}

export const keyNames = Object.keys(keyTable) as KeyName[]

/** Whether this key was pressed, alone; see `isPressed`. */
export function isKey(name: KeyName, event: Pressed, areLettersOn: boolean): boolean {
  return isPressed(keyTable[name].keys, event, areLettersOn)
}

/** The place of the reason whose key was pressed, from 0; null for any other key. */
export function reasonPlace(event: Pressed, areLettersOn: boolean): number | null {
  const digit = areLettersOn ? digitOf(event) : null
  return digit === null || digit === 0 ? null : digit - 1
}

/** For `aria-keyshortcuts`; undefined where the key is switched off. */
export function ariaKeysOf(name: KeyName, areLettersOn: boolean): string | undefined {
  const keys = (keyTable[name].keys as readonly string[]).filter((key) => areLettersOn || !isCharacter(key))
  return keys.map((key) => (isCharacter(key) ? key.toUpperCase() : key)).join(' ') || undefined
}
