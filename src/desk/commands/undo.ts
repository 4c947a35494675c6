import { command, everywhere } from './command'

export const undo = command({
  keys: ['u'],
  does: 'Undo the latest decision',
  run: ({ deciding }) => deciding.undo(),
})

export const undoAnywhere = command({
  keys: ['z'],
  label: 'Ctrl Z, ⌘ Z',
  does: undo.does,
  where: everywhere,
  isChord: true,
})
