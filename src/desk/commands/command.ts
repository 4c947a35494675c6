import { isCharacter } from '../../session/pressed'
import type { Photo } from '../../cloudcard/photo'
import type { Process } from '../../cloudcard/process-photo'
import type { Look } from '../look/use-look'
import type { Repair } from '../repair/repair'
import type { AnyVerdict } from '../verdicts/verdicts'

/** To another photo; `offReason` says why there is none. */
type Step = { offReason: string | undefined; go: () => void }

/** Deciding on the open photo; each says itself what is in the way. */
type Deciding = {
  openVerdict: AnyVerdict | null
  press: (verdict: AnyVerdict) => void
  closeForm: () => void
  skip: () => void
  undo: () => void
}

export type Repairing = {
  /** What CloudCard was asked for, until the person has left what came of it. */
  repair: Repair | null
  /** Why CloudCard cannot be asked for it now. */
  offReasonOf: (process: Process) => string | undefined
  /** Says itself what is in the way. */
  press: (process: Process) => void
  /** Goes on with the new picture alone. */
  keep: () => void
}

/** All that the commands of an open photo ask and do, prepared once for each time that it is drawn. */
export type PhotoContext = {
  photo: Photo | null
  deciding: Deciding
  look: Look
  repairing: Repairing
  next: Step
  previous: Step
  /** Back to the list. */
  close: () => void
}

/** Where a key works. Of two places that both are here, the one that stands later in the list of commands is the narrower. */
type Place = { label: string; isHere: (context: PhotoContext) => boolean }

/** Whatever a person can do by a key: the key map, Help, the shortcuts of the buttons and the README are made from it. */
export type Command = Given & Required<Pick<Given, 'label' | 'where'>>

type Given = {
  /** As `KeyboardEvent.key` has them; letters in lower case. */
  keys: readonly string[]
  /** The keys, for who reads them, where the first one does not say it. */
  label?: string
  /** What Help says. */
  does: string
  /** In an open photo, where nothing is said. */
  where?: Place
  /** Together with Ctrl, or Cmd on a Mac: such a key is handled apart. */
  isChord?: true
  /** Goes on while the key is held down. */
  isRepeated?: true
  /** Whether it works while the form of a verdict is open; others do not, for a letter may be meant for a field. */
  isInForm?: (context: PhotoContext) => boolean
  /** Whether it can be done to this photo at all: of several commands with one key, the one that can be is meant. */
  isPossible?: (context: PhotoContext) => boolean
  /** Why it cannot be done now, for its button. */
  offReason?: (context: PhotoContext) => string | undefined
  /** In the open photo; says itself what is in the way. Without it, what has the focus does it: a row, a form. */
  run?: (context: PhotoContext, key: string) => void
  /** Its button beside the photo, where it has one there. */
  button?: {
    words: string
    isPressed?: (context: PhotoContext) => boolean
  }
}

const never = () => false
export const inList: Place = { label: 'In the list', isHere: never }
const inPhoto: Place = { label: 'In an open photo', isHere: () => true }
export const whileZoomed: Place = { label: 'While zoomed', isHere: ({ look }) => look.level !== 'fit' }
export const whileComparing: Place = { label: 'While comparing', isHere: ({ look }) => look.isComparing }
export const afterRepair: Place = {
  label: 'After a repair',
  isHere: ({ repairing }) => repairing.repair?.state.kind === 'done',
}
export const everywhere: Place = { label: 'Everywhere', isHere: never }
/** In a form, which handles its own keys. */
export const inForm = (doing: string): Place => ({ label: `While ${doing.toLowerCase()}`, isHere: never })

/** A key as it is read. */
export const keyName = (key: string): string => (isCharacter(key) ? key.toUpperCase() : key)

export const command = (given: Given): Command => ({
  label: keyName(given.keys[0] ?? ''),
  where: inPhoto,
  ...given,
})
