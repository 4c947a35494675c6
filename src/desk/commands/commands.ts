import { close, next, previous } from './browse'
import type { Command } from './command'
import { help } from './help'
import { listKeys } from './list-keys'
import * as look from './look'
import { keep, repairCommands } from './repair'
import { skip } from './skip'
import { undo, undoAnywhere } from './undo'
import { formCommands, verdictCommands } from './verdict-commands'

/** All that can be done by a key, in the order of Help; what works in a part of the open photo stands behind it. */
export const commands: readonly Command[] = [
  ...Object.values(listKeys),
  next,
  previous,
  ...verdictCommands,
  skip,
  look.zoom,
  look.zoomIn,
  look.zoomOut,
  look.original,
  look.compare,
  look.guides,
  look.light,
  ...repairCommands,
  close,
  undo,
  look.pan,
  look.compareNext,
  look.compareWith,
  keep,
  ...formCommands,
  undoAnywhere,
  help,
]
