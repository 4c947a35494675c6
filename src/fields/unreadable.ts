import type { Field } from './kinds/field'
import { yes } from './kinds/yes'

/** A row that is no photo: what lists have in its place. In a file, the reason stands in its column. */
export const unreadable = {
  name: 'Load errors',
  filters: { unreadable: yes('Only photos that could not be read', 'unreadable', 'Unreadable') },
  columns: [{ head: 'Could not be read', value: { kind: 'text', of: () => '' } }],
} satisfies Field
