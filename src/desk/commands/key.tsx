import { useAreLettersOn } from '../../session/pressed'
import type { Command } from './command'
import { ariaKeysOf } from './aria-keys'

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

/** For the button of a command. */
export function useShortcut(): (command: Command) => { 'aria-keyshortcuts': string | undefined } {
  const areLettersOn = useAreLettersOn()
  return (command) => ({ 'aria-keyshortcuts': ariaKeysOf(command, areLettersOn) })
}
