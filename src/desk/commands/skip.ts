import { command } from './command'

export const skip = command({
  keys: ['s'],
  does: 'Skip to the next photo',
  run: ({ deciding }) => deciding.skip(),
})
