import { fold } from '../queue/fold'
import type { Field } from './kinds/field'

/** As it is written, for nobody knows which part of it is the surname. */
export const cardholderName = {
  name: 'Name',
  value: { kind: 'text', of: (_, { name }) => name ?? '' },
  sort: {
    keyOf: (_, name = '') => fold(name) || null,
    needsNames: true,
    orders: { ascending: 'A–Z', descending: 'Z–A' },
  },
} satisfies Field
