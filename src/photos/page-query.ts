import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { keepRows } from '../cloudcard/keep-rows'
import { learnRows, photosStandIn } from '../cloudcard/known-photos'
import type { Row } from '../cloudcard/photo'
import { readPhotos } from '../cloudcard/photos-query'
import { browserClock } from '../base/clock'
import { priorityOf } from '../cloudcard/waited-for'
import { firstAfter, lastBefore, startWithout, type PageStart } from '../queue/page-start'
import { readPage } from '../queue/read-page'
import { decidedBetween } from '../desk/ledger/decided'
import { office } from './office-habits'
import { photoIdOf, type PhotoPage } from './page-starts'
import { photoAt, rowsOf } from './photo-rows'

/** Of every page that was read. */
export const pagesKey = ['photos'] as const

/**
 * A page of a status, from its start on: the same page as long as it follows the same photo, or comes before it. Rows that have not changed
 * stay the same objects.
 */
export const pageQuery = ({ status, max, start }: { status: string; max: number; start: PageStart }) => {
  const anchor = start.after.length > 0 ? { before: firstAfter(start) } : { after: lastBefore(start) }
  return queryOptions({
    queryKey: [...pagesKey, status, { offset: start.offset, max, ...anchor }] as const,
    queryFn: async ({ client, queryKey, signal }): Promise<PhotoPage> => {
      const priority = () => priorityOf(client, queryKey)
      const page = await readPage(
        (offset, max) => readPhotos({ status, offset, max }, { signal, priority }),
        photoIdOf,
        // Decisions made here shift the offsets exactly.
        startWithout(start, decidedBetween(status, 0)),
        max,
        office,
      )
      return { ...page, rows: learnRows(client, page.rows), readAt: browserClock.now() }
    },
    structuralSharing: (before, now) => keepRows(before as PhotoPage | undefined, now as PhotoPage),
    // Older than that it would be read again.
    gcTime: 60_000,
  })
}

const pagesIn = (client: QueryClient) => client.getQueryCache().findAll({ queryKey: pagesKey })
const pageOf = ({ data }: { data: unknown }) => data as PhotoPage | undefined

photosStandIn({
  lookUp(client) {
    const lists = pagesIn(client).map(({ state }) => rowsOf(pageOf(state)?.rows ?? []))
    return (id) => {
      const rows = lists.find((each) => each.indexOf(id) >= 0)
      return (rows && photoAt(rows, rows.indexOf(id))) ?? undefined
    }
  },
  all: (client) =>
    pagesIn(client).flatMap(({ state }) =>
      (pageOf(state)?.rows ?? []).flatMap((row) => (row.kind === 'photo' ? row.photo : [])),
    ),
  put(client, photos) {
    const changed = (row: Row) => (row.kind === 'photo' ? photos.get(row.photo.id) : undefined)
    for (const query of pagesIn(client)) {
      const page = pageOf(query.state)
      if (!page?.rows.some(changed)) continue
      const rows = page.rows.map((row): Row => {
        const photo = changed(row)
        return photo ? { kind: 'photo', photo } : row
      })
      // It is as old as it was: only these photos are known better.
      query.setState({ data: { ...page, rows } })
    }
  },
})

/** Those that are shown at once, others when they are come to. */
export const readPagesAnew = (client: QueryClient): void =>
  void client.invalidateQueries({ queryKey: pagesKey })

/** Decided rows stay where they are until the page is turned: then every page that has such rows is read again, or when it is come back to. */
export function forgetDecidedRows(client: QueryClient): void {
  void client.invalidateQueries({
    queryKey: pagesKey,
    predicate({ queryKey: [, status], state }) {
      const hasLeft = (row: Row) => row.kind === 'photo' && status !== 'ALL' && row.photo.status !== status
      return pageOf(state)?.rows.some(hasLeft) ?? false
    },
  })
}
