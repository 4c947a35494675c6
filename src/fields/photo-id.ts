import type { Field } from './kinds/field'

export const photoId = {
  name: 'Photo id',
  value: { kind: 'number', of: ({ id }) => id },
} satisfies Field
