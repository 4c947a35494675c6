import { timeColumn } from './kinds/cells'
import type { Field } from './kinds/field'

export const submitted = {
  name: 'Submitted',
  ...timeColumn('submitted', ({ dateCreated }) => dateCreated),
  fact: {},
} satisfies Field
