import type { Photo } from '../../cloudcard/photo'
import type { Thresholds } from './grade'

/** What is known of a photo in this session alone. */
export type Session = { isSkipped: (photoId: number) => boolean }

/**
 * How the index keeps what a filter asks of each photo: some bits beside those of others; a number of its own, which several
 * filters may share; or nothing, since it asks whether the row is a photo at all.
 */
export type Packing =
  | { kind: 'bits'; count: number; of: (photo: Photo, session: Session) => number }
  | { kind: 'number'; of: (photo: Photo) => number | null }
  | { kind: 'unreadable' }

/** As queue/find-slots.ts has it, for what was packed of one row; a number that is not known is NaN. */
type PackedFacet = { optionCount: number; bitsOf: (packed: number) => number; wanted: number }

/** What all kinds of filters have. A value is in the address, in words, and a question to the index. */
export type FilterOf<V> = {
  /** None where the text is '', or broken. */
  read: (text: string) => V
  /** '' for none. */
  write: (value: V) => string
  /** Short enough for one line; '' where it is just on. */
  words: (value: V) => string
  packing: Packing
  facet: (value: V, thresholds: Thresholds | null) => PackedFacet
  /** How many photos match, by the counts of all options. */
  count: (value: V, counts: readonly number[]) => number | undefined
  /** What the switch calls it that takes it off, where that is not the field's name. */
  switchName?: string
}

/** Both ends belong to it; null is an open end. */
export type Range<T> = { from: T | null; to: T | null }

/** Any of some options. */
export type OptionsFilter<T extends string = string> = FilterOf<readonly T[]> & {
  kind: 'options'
  legend?: string
  options: readonly T[]
  labels: Readonly<Record<T, string>>
}
export type RangeFilter<T> = FilterOf<Range<T>> & {
  /** null where the text is no such end. */
  endOf: (text: string) => T | null
  unit?: string
  max?: number
}
export type NumbersFilter = RangeFilter<number> & { kind: 'numbers' }
/** Days, YYYY-MM-DD, in the viewer's time zone. */
export type DaysFilter = RangeFilter<string> & { kind: 'days' }
export type YesFilter = FilterOf<boolean> & { kind: 'yes'; legend?: string; label: string }

export type Filter = OptionsFilter | NumbersFilter | DaysFilter | YesFilter
