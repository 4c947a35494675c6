import type { Verdict } from './verdict'

export const release: Verdict<{ verdict: 'release'; status: 'PENDING' }> = {
  name: 'release',
  to: 'PENDING',
  from: ['ON_HOLD'],
  words: { does: 'Release', doing: 'Releasing', done: 'Released' },
  // There and back by the same key.
  key: 'h',
  help: 'Release from hold, to Pending',
  icon: 'play',
  isGuess: true,
  beforehand: () => "The photo goes back to Pending. Whether CloudCard tells the cardholder isn't known.",
}
