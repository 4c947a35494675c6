import type { Seen } from '../look'
import type { Office } from '../office'
import type { Person } from '../person'
import type { Step } from '../steps'

/** What is known after a step. */
export type Moment = {
  step: Step
  number: number
  wasDone: boolean
  before: Seen
  after: Seen
  /** Of every tab. */
  all: readonly Seen[]
  kept: string
  said: readonly string[]
  /** Pages that were loaded in this step without the person having asked for it. */
  loadedByItself: number
  /** Timers and frames in ten seconds in which nobody did anything. */
  ranWhileIdle: number
  office: Office
  person: Person
  now: number
}

export type Property = {
  name: string
  /** What is wrong, in words; null where nothing is. */
  complaint: (moment: Moment) => string | null
}
