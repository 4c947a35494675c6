import type { Field } from './kinds/field'

export const photoId = {
  name: 'Photo id',
  value: { kind: 'text', of: ({ id }) => String(id) },
} satisfies Field
