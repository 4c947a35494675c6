import type { Photo } from '../cloudcard/photo'
import { fold } from '../queue/fold'
import type { Field } from './kinds/field'

const of = ({ cardholder }: Photo) => cardholder.email || cardholder.username
const value = { kind: 'text', of, word: 'e-mail' } as const

/** By e-mail, since that is what lists carry. */
export const cardholder = {
  name: 'Cardholder',
  value,
  sort: {
    keyOf: (photo) => fold(of(photo)) || null,
    orders: { ascending: 'A–Z', descending: 'Z–A' },
  },
  fact: { name: 'E-mail' },
  columns: [{ head: 'E-mail', value }],
} satisfies Field
