import type { ReactNode } from 'react'
import type { Organization } from '../../cloudcard/organization'
import type { Photo } from '../../cloudcard/photo'
import type { Filter, Packing } from './filter'

/** What the office has set for itself; null while no photo has told it. */
export type Office = Pick<Organization, 'goodPhotoThreshold' | 'badPhotoThreshold' | 'identifierLabel'> | null

/** Words of ours, or the office's own. */
export type Words = string | ((office: Office) => string)

export const wordsFor = (words: Words, office: Office): string =>
  typeof words === 'string' ? words : words(office)

/** What is known beside the photo itself. */
export type Known = {
  office: Office
  /** Of the cardholder, where a detail was read: lists carry none. */
  name: string | undefined
}

/** What a photo has of a field. The kind brings the cell, the fact and the form in a file. */
type Value =
  /** '' where it is not known; `word` is its name within a sentence. */
  | { kind: 'text'; of: (photo: Photo, known: Known) => string; word?: Words }
  /** Epoch ms. */
  | { kind: 'time'; of: (photo: Photo) => number | null }
  | { kind: 'list'; of: (photo: Photo) => readonly string[] }

export type SortKey = {
  /**
   * null, '' or NaN is not known, and comes last in both directions.
   *
   * @param name of the cardholder, for a key that `needsNames`
   */
  keyOf: (photo: Photo, name?: string) => number | string | null
  /** Lists carry no names: the key is another once one is learnt. */
  needsNames?: true
  /** Both directions in words, the one that is offered first in front. */
  orders: Readonly<Record<'ascending' | 'descending', string>>
}

/**
 * One thing that is known of a photo, and every place where it is shown or asked for. A leaf: it knows its kind and the photo,
 * and nothing of who shows it.
 */
export type Field = {
  name: Words
  value?: Value
  /** A column of the table. It is called while its row is drawn, and uses no hooks itself. */
  cell?: (photo: Photo, office: Office) => ReactNode
  sort?: SortKey
  /** By their names in the address; they are set in one place. */
  filters?: Readonly<Record<string, { kind: Filter['kind']; packing: Packing }>>
  /** A line beside an open photo: both in the pane and on its page, where not said otherwise. */
  fact?: { name?: Words; on?: 'pane' | 'page' }
  /** The columns in a file, where they are not its name and value. */
  columns?: readonly { head: Words; value: Value }[]
}
