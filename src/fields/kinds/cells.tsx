import type { Photo } from '../../cloudcard/photo'
import { isoTime, shortTime } from './time'
import { wordsFor, type Office, type Words } from './field'
import { dayRange } from './ranges'

/** What is not there, in quieter words. */
export const Absent = ({ words }: { words: string }) => <span className="text-text-2">{words}</span>

/** @param word its name within a sentence: "No ID number" */
export function textColumn(of: (photo: Photo) => string, word: Words) {
  return {
    value: { kind: 'text', of, word },
    cell: (photo: Photo, office: Office) => of(photo) || <Absent words={`No ${wordsFor(word, office)}`} />,
  } as const
}

/** A moment, that is sorted by and of which days can be asked for; `name` is that in the address. */
export function timeColumn<N extends string>(name: N, of: (photo: Photo) => number | null) {
  return {
    value: { kind: 'time', of },
    cell(photo: Photo) {
      const time = of(photo)
      if (time === null) return <Absent words="Not known" />
      return (
        // With wider spacing it takes two lines, and never runs under the mark beside it.
        <time dateTime={isoTime(time)} className="pr-2 whitespace-normal">
          {shortTime(time)}
        </time>
      )
    },
    sort: {
      keyOf: of,
      orders: { descending: 'newest first', ascending: 'oldest first' },
    },
    filters: { [name]: dayRange(of) } as Record<N, ReturnType<typeof dayRange>>,
  } as const
}

/** As many as the row has lines for; the pane says them all. */
export function WordList({ words, className = '' }: { words: readonly string[]; className?: string }) {
  if (words.length === 0) return null
  const shown = words.length > 2 ? [words[0], `${words.length - 1} more`] : words
  return (
    <ul className={`photo-words ${className}`}>
      {shown.map((each, index) => (
        <li key={index} className="truncate">
          {each}
        </li>
      ))}
    </ul>
  )
}
