import type { QueryObserverResult } from '@tanstack/react-query'
import { memo } from '../../base/memo'
import { decidedBetween } from '../../desk/ledger/decided'
import { firstAfter, lastBefore, type PageStart } from '../../queue/page-start'
import { pageQuery } from '../page-query'
import { pageStart, rememberPage, type PhotoPage, type Place } from '../page-starts'
import { nextPhoto, noRows, rowsOf, type PhotoRows } from '../photo-rows'
import type { Making } from './making'
import type { Beyond } from './photo-list'

/** Up to this many per page the whole next page is read ahead; above it one row tells whether there is one. */
const readAheadAtMost = 100
/** So near to the end of a page the next one is read; so near to its beginning the one before. */
const nearBorder = 20

/** The page itself: where it begins by now, and its rows. */
export type ShownPage = ReturnType<typeof shownPage>

export function shownPage(place: Place, start: PageStart, read: QueryObserverResult<PhotoPage>) {
  /** null while what is there belongs to the page before it. */
  const page = read.data !== undefined && !read.isPlaceholderData ? read.data : null
  // Who was shown before this page and has left since has moved it forward.
  const gone = page ? decidedBetween(place.status, page.readAt) : null
  const moved = gone ? start.before.flat().filter((id) => id !== null && gone.has(id)).length : 0
  return {
    place,
    start,
    page,
    offset: (page?.offset ?? start.offset) - moved,
    /** So many places of the list are on it. */
    count: page?.places ?? 0,
    /** It was come to by its number alone, and not from a page that was shown. */
    isByNumber: start.offset > 0 && lastBefore(start) === null && firstAfter(start) === null,
  }
}

/** The page behind the one that is shown, as far as it was read, and whether there is one. */
export type NextPage = { page: PhotoPage | undefined; hasNext: boolean | 'unknown' }

/** Reads the pages around the one that is shown, ahead of the person, and for who steps over its borders. */
export function createPagesAround({ client, tell, read }: Making) {
  let near = { of: null as Place | null, end: false, start: false }
  const remember = memo(rememberPage)
  const queryOf = ({ status, max }: Place, page: number) =>
    pageQuery({ status, max, start: pageStart({ status, max, page }) })

  const beyondOf = memo(
    (
      place: Place,
      rows: PhotoRows,
      isCurrent: boolean,
      isMoreInFront: boolean,
      isMoreBehind: boolean,
      behind: PhotoRows,
    ): Beyond => ({
      has: (direction) => (direction > 0 ? isMoreBehind : isMoreInFront),
      behind,
      comeNear(index) {
        const end = index >= 0 && index >= rows.count - nearBorder
        const start = index >= 0 && index < nearBorder
        if (near.of === place && near.end === end && near.start === start) return
        near = { of: place, end, start }
        tell()
      },
      async find(direction, matches) {
        for (let page = isCurrent ? place.page + direction : place.page; page >= 1; page += direction) {
          const given = await client.fetchQuery(queryOf(place, page))
          rememberPage({ ...place, page }, given)
          const beyond = rowsOf(given.rows)
          const found = nextPhoto(beyond, direction > 0 ? 0 : beyond.count - 1, direction, matches)
          if (found) return { photo: found.photo, page }
          if (given.isEnd || beyond.count === 0) break
        }
        return null
      },
    }),
  )

  return {
    /** What is turned to next follows what is shown: who reads on in the same breath begins there. */
    readBehind({ place, start, page, count }: ShownPage, isAwaited: boolean): NextPage {
      const { status, max } = place
      const isGoingOn = page !== null && count > 0 && !page.isEnd
      const most = max <= readAheadAtMost ? max : 1
      const answer = read('behind', {
        ...pageQuery({ status, max: most, start: page ? remember(place, page) : start }),
        enabled: isGoingOn,
        meta: { isAhead: !isAwaited },
      })
      const next = isGoingOn ? answer.data : undefined
      return { page: next, hasNext: next ? next.rows.length > 0 : isGoingOn && (answer.isError || 'unknown') }
    },
    beyond({ place, page, offset }: ShownPage, rows: PhotoRows, after: NextPage): Beyond {
      const [isMoreInFront, isMoreBehind] = [place.page > 1 && offset > 0, after.hasNext !== false]
      const { end, start } = near.of === place ? near : { end: false, start: false }
      const isReadAhead = place.max <= readAheadAtMost
      const meta = { isAhead: true }
      const isNextAsked = end && isMoreBehind && !isReadAhead
      const answer = read('next', { ...queryOf(place, place.page + 1), enabled: isNextAsked, meta })
      const isPreviousAsked = start && isMoreInFront
      read('previous', { ...queryOf(place, Math.max(1, place.page - 1)), enabled: isPreviousAsked, meta })
      const following = isReadAhead ? after.page : isNextAsked ? answer.data : undefined
      const behind = following ? rowsOf(following.rows) : noRows
      return beyondOf(place, rows, page !== null, isMoreInFront, isMoreBehind, behind)
    },
  }
}
