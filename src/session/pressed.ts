import { isComposed, isField } from '../base/writing'
import { getSettings, useSettings } from './settings'

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  isComposing?: boolean
  keyCode?: number
  getModifierState?: (modifier: string) => boolean
  target: EventTarget | null
}

export const isCharacter = (key: string) => key.length === 1

/** Whether Alt or AltGr is held. AltGr writes letters, and counts as none of the modifiers that an event has of its own. */
export function isAlternate(event: Omit<Pressed, 'target'>): boolean {
  return event.altKey || event.getModifierState?.('AltGraph') === true
}

export function isModified(event: Omit<Pressed, 'target'>): boolean {
  return event.ctrlKey || event.metaKey || isAlternate(event)
}

/** Whether what is pressed is written somewhere: there no key of ours works. */
export function isWriting(event: Pick<Pressed, 'target' | 'isComposing' | 'keyCode'>): boolean {
  return isComposed(event) || isField(event.target)
}

/** Whether keys that are single characters work; a person may have switched them off. */
const areLettersOn = (): boolean => getSettings().letterKeys === 'on'
export const useAreLettersOn = (): boolean => useSettings().letterKeys === 'on'

/** Which of these keys was pressed, alone: never with Ctrl, Alt, AltGr or Cmd. null for any other key. */
export function pressedKey(keys: readonly string[], event: Pressed): string | null {
  if (isModified(event)) return null
  const digit = areLettersOn() ? String(digitOf(event)) : ''
  if (keys.includes(digit)) return digit
  const key = latinKey(event)
  if (isCharacter(key) && !areLettersOn()) return null
  // Some keyboards have the question mark, the slash and the plus behind Shift.
  if (event.shiftKey && !['?', '/', '+'].includes(key)) return null
  return keys.includes(key) ? key : null
}

/** Whether one of the keys of a command was pressed. */
export const isPressed = ({ keys }: { keys: readonly string[] }, event: Pressed): boolean =>
  pressedKey(keys, event) !== null

/** On a keyboard of another script the key in the same place counts. A Latin letter with an accent is another letter. */
function latinKey({ key, code }: Pressed): string {
  const isOtherScript = isCharacter(key) && key > '~' && !/\p{Script=Latin}/u.test(key)
  if (isOtherScript) return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
  return isCharacter(key) ? key.toLowerCase() : key
}

/**
 * The digit on a key, whatever else it writes: French, Belgian and Czech keyboards have digits behind Shift, Persian and
 * Arabic ones other digits. Null for any other key.
 */
function digitOf(event: Pressed): number | null {
  const { key, code } = event
  if (isModified(event) || !isCharacter(key)) return null
  if (/^[0-9]$/.test(key)) return Number(key)
  // With Shift the sign on the key is meant.
  const digit = event.shiftKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  return digit === undefined ? null : Number(digit)
}

/** The place of the reason whose key was pressed, from 0; null for any other key. */
export function reasonPlace(event: Pressed): number | null {
  const digit = areLettersOn() ? digitOf(event) : null
  return digit === null || digit === 0 ? null : digit - 1
}

/** Ctrl+Z, or Cmd+Z on a Mac. */
export function isUndoAnywhere(event: Pressed): boolean {
  const isAlone = !isAlternate(event) && !event.shiftKey
  return (event.ctrlKey || event.metaKey) && isAlone && latinKey(event) === 'z'
}
