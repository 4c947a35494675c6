import type { Field } from './kinds/field'

export const approved = {
  name: 'Approved',
  value: { kind: 'time', of: ({ dateApproved }) => dateApproved },
  fact: { on: 'page' },
} satisfies Field
