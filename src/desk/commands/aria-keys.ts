import { isCharacter } from '../../session/pressed'
import type { Command } from './command'

/** For `aria-keyshortcuts`; undefined where the key is switched off. */
export function ariaKeysOf({ keys }: Pick<Command, 'keys'>, areLettersOn: boolean): string | undefined {
  const on = keys.filter((key) => areLettersOn || !isCharacter(key))
  return on.map((key) => (isCharacter(key) ? key.toUpperCase() : key)).join(' ') || undefined
}
