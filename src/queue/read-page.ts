import { createOffice, type Office } from './office'
import type { PageRead, ReadRows } from './page-read'
import type { PageStart } from './page-start'
import { readBehind } from './read-behind'
import { readInFront } from './read-in-front'

/**
 * The `max` rows that follow those before the page, or that come before those behind it, though photos may have come or
 * gone since: a few rows are read again, and what follows the last known one is new. Where none is known it steps back
 * until one is, or the list begins. Rows must keep their relative order; where they seem not to, it says so. A short
 * answer is no end before a second one, from the last row on, ends with the same. Rejects as `readRows` does.
 */
export function readPage<T>(
  readRows: ReadRows<T>,
  idOf: (row: T) => number | null,
  start: PageStart,
  max: number,
  office: Office = createOffice(),
): Promise<PageRead<T>> {
  const ask: ReadRows<T> = async (offset, count) => {
    const asked = Math.min(count, office.habits.atMost)
    for (;;) {
      const answer = await readRows(offset, asked)
      if (!office.note(offset, asked, answer.map(idOf))) return answer
    }
  }
  return start.after.length > 0
    ? readInFront(ask, idOf, start, max, office)
    : readBehind(ask, idOf, start, max, office)
}
