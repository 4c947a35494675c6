import type { Field } from './kinds/field'

export const cardholderName = {
  name: 'Name',
  value: { kind: 'text', of: (_, { name }) => name ?? '' },
} satisfies Field
