import { leave } from '../verdicts/verdict'
import { command } from './command'

export const next = command({
  keys: ['j', 'ArrowRight', 'ArrowDown'],
  label: 'J → ↓',
  does: 'Next photo',
  isRepeated: true,
  offReason: ({ next }) => next.offReason,
  run: ({ next }) => next.go(),
})

export const previous = command({
  keys: ['k', 'ArrowLeft', 'ArrowUp'],
  label: 'K ← ↑',
  does: 'Previous photo',
  isRepeated: true,
  offReason: ({ previous }) => previous.offReason,
  run: ({ previous }) => previous.go(),
})

export const close = command({
  keys: leave.keys,
  label: 'Esc',
  does: 'Leave the zoom, the form, or the photo',
  isInForm: () => true,
  run({ deciding, look, close }) {
    if (deciding.openVerdict) deciding.closeForm()
    else if (look.level !== 'fit') look.zoom.show('fit')
    else if (look.isComparing) look.closeComparison()
    else close()
  },
})
