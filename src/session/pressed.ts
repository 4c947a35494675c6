import { useSettings } from './settings'

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  isComposing?: boolean
  target: EventTarget | null
}

export const isCharacter = (key: string) => key.length === 1

/** Whether what is pressed is written somewhere: there no key of ours works. */
export function isWriting({ target, isComposing }: Pick<Pressed, 'target' | 'isComposing'>): boolean {
  if (isComposing) return true
  if (!(target instanceof HTMLElement)) return false
  const isText =
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return isText || target.matches('textarea, select, [contenteditable="true"]')
}

/** The keys that work before a photo is opened; all the others are loaded with it. */
export const earlyKeys = { close: ['Escape'], search: ['/'], help: ['?'] } as const

/**
 * Whether one of these keys was pressed, alone: never with Ctrl, Alt or Cmd, and no single character where a person has
 * switched those off.
 */
export function isPressed(keys: readonly string[], event: Pressed, areLettersOn: boolean): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const key = latinKey(event)
  if (isCharacter(key) && !areLettersOn) return false
  // Some keyboards have the question mark, the slash and the plus behind Shift.
  if (event.shiftKey && !['?', '/', '+'].includes(key)) return false
  return keys.includes(key)
}

/** On a keyboard of another script the key in the same place counts. */
function latinKey({ key, code }: Pressed): string {
  if (isCharacter(key) && key > '~') return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
  return isCharacter(key) ? key.toLowerCase() : key
}

/** Ctrl+Z, or Cmd+Z on a Mac. */
export function isUndoAnywhere(event: Pressed): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && latinKey(event) === 'z'
}

export function useAreLettersOn(): boolean {
  return useSettings().letterKeys === 'on'
}
