import type { Verdict } from './verdict'

export const approve: Verdict<{ verdict: 'approve'; status: 'APPROVED' }> = {
  name: 'approve',
  to: 'APPROVED',
  from: ['PENDING', 'DENIED'],
  words: { does: 'Approve', doing: 'Approving', done: 'Approved' },
  key: 'a',
  help: 'Approve',
  icon: 'check',
  isMain: true,
  isOfPicture: true,
}
