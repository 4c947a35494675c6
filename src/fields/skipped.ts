import type { Field } from './kinds/field'
import { yes } from './kinds/yes'

export const skipped = {
  name: 'Skipped',
  filters: {
    skipped: yes('Only photos skipped in this session', ({ id }, { isSkipped }) => isSkipped(id)),
  },
} satisfies Field
