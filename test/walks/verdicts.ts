/** What the office can decide, as a person knows it: by its words, its letter, and the statuses as they stand on the screen. */
export type Verdict = 'APPROVED' | 'DENIED' | 'ON_HOLD' | 'READY_FOR_DOWNLOAD' | 'PENDING'

type KnownVerdict = {
  does: string
  done: string
  letter: string
  to: Verdict
  from: readonly string[]
  /** Its letter and button decide only what stands under this status on the screen, since others have the letter too. */
  onlyFrom?: string
  /** The name of its form, which its letter and button open; what decides is the button of that name. */
  form?: string
}

export const verdicts: readonly KnownVerdict[] = [
  { does: 'Approve', done: 'Approved', letter: 'A', to: 'APPROVED', from: ['PENDING', 'DENIED'] },
  {
    does: 'Deny',
    done: 'Denied',
    letter: 'D',
    to: 'DENIED',
    from: ['PENDING', 'APPROVED'],
    form: 'Deny photo',
  },
  { does: 'Hold', done: 'Held', letter: 'H', to: 'ON_HOLD', from: ['PENDING', 'DENIED'], form: 'Hold photo' },
  {
    does: 'Release',
    done: 'Released',
    letter: 'H',
    to: 'PENDING',
    from: ['ON_HOLD'],
    onlyFrom: 'On hold',
  },
  {
    does: 'Send again',
    done: 'Sent again',
    letter: 'F',
    to: 'READY_FOR_DOWNLOAD',
    from: ['FAILED'],
    onlyFrom: 'Failed',
  },
  {
    does: 'Back to pending',
    done: 'Put back to pending',
    letter: 'P',
    to: 'PENDING',
    from: ['APPROVED'],
    onlyFrom: 'Approved',
  },
]

/** What CloudCard can be asked to do with a photo, by the letters and the words of the buttons. */
export const repairs = [
  { letter: 'R', names: ['Turn', 'Turn again'], process: 'rotate' },
  { letter: 'X', names: ['Crop', 'Crop again'], process: 'crop' },
  { letter: 'B', names: ['Clean background', 'Clean again'], process: 'removeBackground' },
] as const
