import type { Answer } from './coverage'

export type EndHint = ReturnType<typeof endHintOf>

/** What is kept of an answer with which a list seems to end. */
export function endHintOf({ offset, keys, isShort }: Answer<unknown>) {
  return {
    /** The id of its last row, and the place behind that. */
    last: keys.at(-1)?.id ?? null,
    end: offset + keys.length,
    /** It began with the list, so that it had all there is. */
    isWhole: offset === 0 && isShort,
    /** It had a single row, and that was all. */
    isOnly: offset === 0 && keys.length === 1,
    /** How many rows it had where it was short, else 0. */
    given: isShort ? keys.length : 0,
  }
}

/** Whether an answer ends as the hint says. Tied rows may come in another order, but they end at the same place. */
export function isSameEnd({ last, end }: EndHint, { offset, keys }: Answer<unknown>): boolean {
  return keys.length > 0 && (keys.at(-1)?.id === last || offset + keys.length === end)
}

/** Whether an answer from behind the only row has nothing else, either. */
export function isStillOnly({ last, end, isOnly }: EndHint, { offset, keys }: Answer<unknown>): boolean {
  return isOnly && offset === end && keys.length <= 1 && keys.every(({ id }) => id === last)
}

/** Whether one answer has just the last rows of another, as where offsets behind the end are answered with them. */
export function hasLastRows(answer: Answer<unknown>, { keys }: Answer<unknown>): boolean {
  const { length } = answer.keys
  const last = keys.slice(keys.length - length)
  return length > 0 && last.length === length && last.every(({ id }, place) => id === answer.keys[place]?.id)
}
