/** What differs between a decision on one photo and one on many; docs/deciding.md says it in words. */
export type Policy = {
  /** Changed by somebody else, or refused, it stays until a person has answered; else it is counted as failed. */
  asks: boolean
  /** So many requests of a batch are under way at a time. */
  atOnce: number
  /** So often a photo is tried before it is left alone. */
  mostTries: number
  /** After so many tries in a row without an answer nothing more of the batch is tried. */
  giveUpAfter: number
  /** It can be undone while it waits, too; else only as a whole, while it is held. */
  isUndoneAlone: boolean
  /** What is left goes out when the page goes away or its person signs out; else it stays undecided. */
  isSentAtLeaving: boolean
  /** While it is held: else its photo has to be read before it can be sent. */
  learnsVersion: boolean
  /** After a yes too: for many that would be as many requests once more. */
  isReadAfter: boolean
  /** Its photo shows that it is held, and each ending is said; else only the batch is shown. */
  standsAlone: boolean
}

const never = Number.POSITIVE_INFINITY

const one: Policy = {
  asks: true,
  atOnce: 1,
  mostTries: never,
  giveUpAfter: never,
  isUndoneAlone: true,
  isSentAtLeaving: true,
  learnsVersion: true,
  isReadAfter: true,
  standsAlone: true,
}

const many: Policy = {
  asks: false,
  atOnce: 3,
  mostTries: 4,
  giveUpAfter: 15,
  isUndoneAlone: false,
  isSentAtLeaving: false,
  learnsVersion: false,
  isReadAfter: false,
  standsAlone: false,
}

export const policies = { one, many }
