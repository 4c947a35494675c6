import type { Verdict } from './verdict'

export const backToPending: Verdict<{ verdict: 'backToPending'; status: 'PENDING' }> = {
  name: 'backToPending',
  to: 'PENDING',
  from: ['APPROVED'],
  words: { does: 'Back to pending', doing: 'Putting back', done: 'Put back to pending' },
  key: 'p',
  help: 'Back to pending, when it was approved',
  icon: 'undo',
  isGuess: true,
  isForOne: true,
  beforehand: () =>
    "The cardholder already got an e-mail that this photo is approved. Going back to Pending doesn't recall it, and whether they get another one isn't known.",
}
