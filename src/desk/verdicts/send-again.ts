import type { Verdict } from './verdict'

export const sendAgain: Verdict<{ verdict: 'sendAgain'; status: 'READY_FOR_DOWNLOAD' }> = {
  name: 'sendAgain',
  to: 'READY_FOR_DOWNLOAD',
  from: ['FAILED'],
  words: { does: 'Send again', doing: 'Sending again', done: 'Sent again' },
  key: 'f',
  help: 'Send a failed photo again',
  icon: 'arrow-down',
  isGuess: true,
  beforehand: ({ why }) =>
    `${why ? `It failed: ${why.replace(/\.$/, '')}.` : "CloudCard doesn't say why it failed."} Correct that first, or it will fail again. As far as is known, the cardholder isn't told.`,
}
