import type { Answer } from './coverage'

type Any = Answer<unknown>

/** The place behind its last row. */
export const endOf = ({ offset, keys }: Any): number => offset + keys.length

export const lastIdOf = ({ keys }: Any): number | null => keys.at(-1)?.id ?? null

/** It had a single row of the list, from its beginning on. */
export const isOnly = ({ offset, keys }: Any): boolean => offset === 0 && keys.length === 1

/** Whether an answer ends as one with which the list seems to end. Tied rows may come in another order, but they end at the same place. */
export const isSameEnd = (hint: Any, answer: Any): boolean =>
  answer.keys.length > 0 && (lastIdOf(answer) === lastIdOf(hint) || endOf(answer) === endOf(hint))

/** Whether an answer from behind the only row has nothing else, either. */
export function isStillOnly(hint: Any, { offset, keys }: Any): boolean {
  const isNothingElse = keys.length <= 1 && keys.every(({ id }) => id === lastIdOf(hint))
  return isOnly(hint) && offset === 1 && isNothingElse
}

/** Whether one answer has just the last rows of another, as where offsets behind the end are answered with them. */
export function hasLastRows({ keys: { length }, keys: last }: Any, { keys }: Any): boolean {
  return (
    length > 0 &&
    length <= keys.length &&
    keys.slice(-length).every(({ id }, place) => id === last[place]?.id)
  )
}
