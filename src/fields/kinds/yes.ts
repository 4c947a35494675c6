import type { Photo } from '../../cloudcard/photo'
import type { Packing, Session, YesFilter } from './filter'

/** Only those of which it is true. */
export function yes(
  label: string,
  is: ((photo: Photo, session: Session) => boolean) | 'unreadable',
  legend?: string,
): YesFilter {
  const packing: Packing =
    is === 'unreadable'
      ? { kind: is }
      : { kind: 'bits', count: 1, of: (photo, session) => (is(photo, session) ? 1 : 0) }
  return {
    kind: 'yes',
    label,
    ...(legend && { legend }),
    read: (text) => text === 'yes',
    write: (value) => (value ? 'yes' : ''),
    words: () => '',
    packing,
    facet: () => ({ optionCount: 1, bitsOf: (packed) => packed, wanted: 1 }),
    count: (_, counts) => counts[0],
  }
}
