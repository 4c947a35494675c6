import { leave } from '../verdicts/verdict'
import { inPhoto, type Command } from './command'

export const next: Command = {
  keys: ['j', 'ArrowRight', 'ArrowDown'],
  label: 'J → ↓',
  does: 'Next photo',
  where: inPhoto,
  isRepeated: true,
  offReason: ({ next }) => next.offReason,
  run: ({ next }) => next.go(),
}

export const previous: Command = {
  keys: ['k', 'ArrowLeft', 'ArrowUp'],
  label: 'K ← ↑',
  does: 'Previous photo',
  where: inPhoto,
  isRepeated: true,
  offReason: ({ previous }) => previous.offReason,
  run: ({ previous }) => previous.go(),
}

export const close: Command = {
  keys: leave.keys,
  label: 'Esc',
  does: 'Leave the zoom, the form, or the photo',
  where: inPhoto,
  isInForm: () => true,
  run({ deciding, look, close }) {
    if (deciding.openVerdict) deciding.closeForm()
    else if (look.level !== 'fit') look.zoom.show('fit')
    else if (look.isComparing) look.closeComparison()
    else close()
  },
}
