import { numberWords } from '../../base/words'

/** Any of a few options, each with how many photos have it. */
export function OptionBoxes<T extends string>({
  legend,
  options,
  labels,
  chosen,
  counts,
  onChange,
}: {
  legend: string
  options: readonly T[]
  labels: Record<T, string>
  chosen: readonly T[]
  /** In the order of the options; undefined while nothing was counted. */
  counts: readonly number[] | undefined
  onChange: (chosen: readonly T[]) => void
}) {
  return (
    <fieldset className="contents">
      <legend className="sr-only">{legend}</legend>
      {options.map((option, index) => (
        <label
          key={option}
          className="-ml-1 flex h-8 items-center gap-1.5 whitespace-nowrap @max-twoline/list:h-11 @max-twoline/list:w-full"
        >
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) => {
              const isTicked = event.target.checked
              // In their own order, whichever was ticked first.
              onChange(options.filter((each) => (each === option ? isTicked : chosen.includes(each))))
            }}
            className="m-1 size-4 accent-accent-fill"
          />
          {labels[option]}{' '}
          {/* Its width is kept while it is not known, so that nothing moves when it comes. */}
          <span className="min-w-[4ch] text-text-3">
            {counts?.[index] !== undefined && numberWords(counts[index])}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
