import { later } from '../../ui/later'
import { asLine } from '../../ui/part-failure'
import { nothingSaid } from './denial'
import type { Verdict } from './verdict'

export type Holding = { verdict: 'hold'; status: 'ON_HOLD'; reason: string }

export const hold: Verdict<Holding> = {
  name: 'hold',
  to: 'ON_HOLD',
  from: ['PENDING', 'DENIED'],
  words: { does: 'Hold', doing: 'Holding', done: 'Held' },
  key: 'h',
  help: 'Hold: say why',
  icon: 'pause',
  isGuess: true,
  carries: ({ reason }) => ({ query: { onHoldReason: reason } }),
  said: ({ reason }) => ({ ...nothingSaid, reasons: [reason] }),
  form: {
    Form: later(() => import('./hold-form'), 'HoldForm', { failed: asLine('The hold form') }),
    keys: [
      { keys: [...'12345'], label: '1–5', does: 'Choose one of the last reasons' },
      { keys: ['Enter'], does: 'Hold the photo' },
    ],
    draftWords: 'the half-typed reason for a hold',
    lostWords: {
      known: 'Open the photo to hold it: its reason is in the form.',
      unknown: 'Its reason was not kept. Open the photo to hold it again.',
    },
  },
}
