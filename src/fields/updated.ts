import type { Field } from './kinds/field'

export const updated = {
  name: 'Last updated',
  value: { kind: 'time', of: ({ lastUpdated }) => lastUpdated },
  fact: { name: 'Changed', on: 'page' },
} satisfies Field
