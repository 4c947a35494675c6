import type { Call } from './cell'
import { count, exporting, list, listable, listAgain, person, wholeReading } from './list-calls'
import { bulk, decision, hold, organization, photo, repair } from './photo-calls'
import { signIn, signOut } from './session-calls'

/** Every call that a person can come to make. A new one is one line here, and how it is made in a file beside. */
export const calls: readonly Call[] = [
  list,
  listAgain,
  listable,
  photo,
  decision,
  hold,
  bulk,
  repair,
  person,
  organization,
  count,
  wholeReading,
  signIn,
  signOut,
  exporting,
]
