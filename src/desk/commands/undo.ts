import { everywhere, inPhoto, type Command } from './command'

export const undo: Command = {
  keys: ['u'],
  label: 'U',
  does: 'Undo the latest decision',
  where: inPhoto,
  run: ({ deciding }) => deciding.undo(),
}

export const undoAnywhere: Command = {
  keys: ['z'],
  label: 'Ctrl Z, ⌘ Z',
  does: undo.does,
  where: everywhere,
  isChord: true,
}
