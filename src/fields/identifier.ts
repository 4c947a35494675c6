import type { Photo } from '../cloudcard/photo'
import { identifierKey } from '../queue/identifier-key'
import { textColumn } from './kinds/cells'
import type { Field, Office } from './kinds/field'

/** What the office calls the ID number, as far as a photo has told it. */
export const identifierLabel = (office: Office): string => office?.identifierLabel ?? 'ID number'

const of = ({ cardholder }: Photo) => cardholder.identifier

export const identifier = {
  name: identifierLabel,
  ...textColumn(of, identifierLabel),
  sort: {
    keyOf: (photo) => (of(photo) ? identifierKey(of(photo)) : null),
    orders: { ascending: 'ascending', descending: 'descending' },
  },
  fact: {},
} satisfies Field
