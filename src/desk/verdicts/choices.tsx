import { useId } from 'react'

/** One of what a form offers: it is chosen by its box, its words, or its number, which is its key. */
type Choice = {
  words: string
  isChosen: boolean
  /** Or lets it go again; says itself why it cannot be chosen. */
  choose: () => void
  /** Why it can never be chosen. */
  offWords?: string | undefined
  /** Stands beside it. */
  note?: string | undefined
}

export type Offer = {
  legend: string
  type: 'checkbox' | 'radio'
  choices: readonly Choice[]
}

/** The first nine have a number. */
export function Choices({ legend, type, choices }: Offer) {
  const id = useId()
  if (choices.length === 0) return null
  // Names alone stand two in a row, so that more of them are in sight.
  const areNames = type === 'checkbox' && choices.every(({ offWords, note }) => !offWords && !note)
  return (
    <fieldset className={`-mx-2 ${areNames ? 'grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))]' : ''}`}>
      <legend className="sr-only">{legend}</legend>
      {choices.map(({ words, isChosen, choose, offWords, note }, place) => {
        const number = place < 9 ? String(place + 1) : undefined
        return (
          <label
            key={words}
            className={`flex min-h-8 items-center gap-2.5 rounded-row px-2 has-[:focus-visible]:outline-2 has-[:focus-visible]:-outline-offset-2 has-[:focus-visible]:outline-accent ${offWords ? 'text-text-2' : ''}`}
          >
            <span aria-hidden="true" className="w-3 shrink-0 text-right text-text-3">
              {number}
            </span>
            <input
              type={type}
              name={id}
              checked={isChosen}
              disabled={offWords !== undefined}
              onChange={choose}
              aria-keyshortcuts={number}
              className="size-4 shrink-0 accent-accent-fill outline-none"
            />
            <span className="min-w-0 flex-1 wrap-anywhere">
              {words}
              {offWords && <span className="block text-xs">{offWords}</span>}
            </span>
            {note && <span className="shrink-0 text-text-2">{note}</span>}
          </label>
        )
      })}
    </fieldset>
  )
}
