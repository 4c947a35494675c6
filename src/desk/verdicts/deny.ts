import { later } from '../../ui/later'
import { asLine } from '../../ui/part-failure'
import { carriedBy, type Denying } from './denial'
import type { Verdict } from './verdict'

export const deny: Verdict<Denying> = {
  name: 'deny',
  to: 'DENIED',
  from: ['PENDING', 'APPROVED'],
  words: { does: 'Deny', doing: 'Denying', done: 'Denied' },
  key: 'd',
  help: 'Deny: choose reasons',
  icon: 'close',
  carries: ({ denial }) => carriedBy(denial),
  said: ({ denial }) => denial,
  form: {
    Form: later(() => import('./deny-form'), 'DenyForm', { failed: asLine('The reasons') }),
    keys: [
      { keys: [...'123456789'], label: '1–9', does: 'Select a reason' },
      { keys: ['Enter'], does: 'Deny the photo' },
    ],
    draftWords: 'the half-typed denial',
    lostWords: {
      known: 'Open the photo to deny it: its reasons and note are in the form.',
      unknown: 'Its reasons and note were not kept. Open the photo to deny it again.',
    },
  },
}
