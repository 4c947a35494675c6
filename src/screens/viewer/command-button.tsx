import type { ComponentProps } from 'react'
import type { Command, PhotoContext } from '../../desk/commands/command'
import { useShortcut } from '../../desk/commands/key'
import { Button } from '../../ui/button'

/** Does what the command does, and is off where that cannot be done now. */
export function CommandButton({
  command,
  context,
  ...rest
}: ComponentProps<typeof Button> & { command: Command; context: PhotoContext }) {
  const shortcut = useShortcut()
  return (
    <Button
      {...rest}
      {...shortcut(command)}
      offReason={command.offReason?.(context)}
      onClick={() => command.run?.(context, '')}
    />
  )
}
