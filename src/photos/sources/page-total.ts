import { memo } from '../../base/memo'
import { totalFrom } from '../../queue/page'
import { exactCountQuery, tellTotal, type KnownCount } from '../counts'
import type { Making } from './making'
import type { NextPage, ShownPage } from './pages-around'

/** How many photos the status of a page has: as the page itself tells, else counted once it is there. */
export function createPageTotal({ client, read }: Making) {
  const known = memo((total: number, readAt: number): KnownCount => ({ total, isExact: true, readAt }))
  const tellOnce = memo((status: string, count: KnownCount) => tellTotal(client, status, count))

  return ({ place, page, offset, count, isByNumber }: ShownPage, next: NextPage) => {
    const least = offset + count + (next.page?.rows.length ?? 0)
    // By its number alone a page may lie behind the end, and be answered with rows from elsewhere: then the next answer
    // has the same rows at other places.
    const isInPlace = !isByNumber || next.page?.offset === (page?.offset ?? 0) + count
    const total = page && totalFrom(page, isInPlace ? next.page : undefined)
    const proven = page && total !== null ? known(total, page.readAt) : null
    if (proven) tellOnce(place.status, proven)
    const answer = read('total', {
      ...exactCountQuery(place.status, count === 0 ? { atMost: offset } : { atLeast: least }),
      // Never in the way of the page itself, nor of the one behind it.
      enabled: page !== null && next.hasNext !== 'unknown' && proven === null,
      meta: { isAhead: true },
    })
    const found = proven ?? answer.data ?? null
    const hasFailed = proven === null && answer.isError
    // The page lies behind the end: its rows are from elsewhere.
    const isElsewhere = found?.isExact === true && isByNumber && !isInPlace && offset >= found.total
    // A number that what is on the screen contradicts is not shown.
    const isPossible = found?.isExact && (count === 0 || isElsewhere || found.total >= least)
    // A photo that is listed twice is shown and counted once.
    const doubles = count - (page?.rows.length ?? 0)
    return { count: isPossible ? { ...found, total: found.total - doubles } : null, hasFailed, isElsewhere }
  }
}
