import { inPhoto, type Command } from './command'

export const skip: Command = {
  keys: ['s'],
  label: 'S',
  does: 'Skip to the next photo',
  where: inPhoto,
  run: ({ deciding }) => deciding.skip(),
}
