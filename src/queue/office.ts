import type { RowIds } from './page-start'

/** What the answers of a server have shown of how it gives out its lists; nothing of it is documented. */
export type Habits = typeof plainHabits

export type Office = ReturnType<typeof createOffice>

export const mostAtOnce: number = 1_000
/** An answer that repeats the one before is asked for again so often in a row. */
export const mostAgain = 2
export const plainHabits = {
  /** Rows that it gives in one answer at most. */
  atMost: mostAtOnce,
  /** An answer was short though more rows followed: a short answer alone is no end here. */
  isShort: false,
  /** It answers nothing behind the end of a list, and so does not answer with rows from elsewhere. */
  endsEmpty: false,
}

/** @param onChange told of each change */
export function createOffice(onChange: (habits: Habits) => void = () => {}) {
  /** So many rows were given where more were asked for and more followed; twice the same is what it gives at most. */
  let shortOf: number | null = null
  // Answers of different lengths are short for another reason than a limit.
  let isUneven = false
  let repeats = 0
  let last: { offset: number; ids: RowIds } = { offset: 0, ids: [] }

  const change = (patch: Partial<Habits>) => {
    office.habits = { ...office.habits, ...patch }
    onChange(office.habits)
  }
  const noteUneven = () => {
    isUneven = true
    if (office.habits.atMost !== mostAtOnce) change({ atMost: mostAtOnce, isShort: true })
  }

  const office = {
    habits: plainHabits,
    /** So many rows it has given in one answer: one with less was not cut off by a limit. */
    mostGiven: 0,
    /**
     * To be told of every answer; true where it is the last one over again, though asked for from elsewhere: then it is
     * worth asking once more, but not for ever.
     */
    note(offset: number, asked: number, ids: RowIds): boolean {
      const given = ids.length
      office.mostGiven = Math.max(office.mostGiven, given)
      if (given === 0 && offset > 0 && asked > 0 && !office.habits.endsEmpty) change({ endsEmpty: true })
      if (shortOf !== null && given > shortOf) noteUneven()
      const isRepeat =
        given > 0 &&
        offset !== last.offset &&
        given === last.ids.length &&
        ids.every((id, place) => id === last.ids[place])
      if (!isRepeat) last = { offset, ids }
      repeats = isRepeat ? repeats + 1 : 0
      return isRepeat && repeats <= mostAgain
    },
    /** To be told where more rows were found behind a short answer. */
    noteMoreBehind(given: number) {
      const { isShort, atMost } = office.habits
      if (given === 0) return
      if (!isShort && atMost === mostAtOnce) change({ isShort: true })
      if (shortOf !== null && given !== shortOf) noteUneven()
      else if (shortOf !== null && !isUneven && atMost !== given) change({ atMost: given, isShort: false })
      shortOf ??= given
    },
  }
  return office
}
