import { numberWords } from '../base/words'

/** How much of something has come; null where nobody knows how much it will be. */
export function Progress({
  label,
  prefix = '',
  done,
  of,
}: {
  label: string
  prefix?: string
  done: number
  of: number | null
}) {
  const shown = of === null ? done : Math.min(done, of)
  return (
    <span className="flex items-center gap-3">
      <progress
        aria-label={label}
        value={of ? shown : undefined}
        max={of ?? undefined}
        className="h-1.5 w-40 min-w-16 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent-fill [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent-fill"
      />
      <span className="whitespace-nowrap">
        {prefix}
        {numberWords(shown)}
        {of !== null && ` of ${numberWords(of)}`}
      </span>
    </span>
  )
}
