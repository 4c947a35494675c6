import { isCharacter, useAreLettersOn } from '../../session/pressed'
import { keyName, type Command } from './command'

/** The letter beside the word, for those who see it; `aria-keyshortcuts` tells the others. */
export function Key({ command, className = 'text-text-3' }: { command: Command; className?: string }) {
  const areLettersOn = useAreLettersOn()
  if (!areLettersOn) return null
  return (
    <span aria-hidden="true" className={`font-normal max-sm:hidden ${className}`}>
      {command.label}
    </span>
  )
}

/** For `aria-keyshortcuts`; undefined where the key is switched off. */
export function ariaKeysOf({ keys }: Pick<Command, 'keys'>, areLettersOn: boolean): string | undefined {
  const on = keys.filter((key) => areLettersOn || !isCharacter(key))
  return on.map(keyName).join(' ') || undefined
}

/** For the button of a command. */
export function useShortcut(): (command: Command) => { 'aria-keyshortcuts': string | undefined } {
  const areLettersOn = useAreLettersOn()
  return (command) => ({ 'aria-keyshortcuts': ariaKeysOf(command, areLettersOn) })
}
