import { queryOptions } from '@tanstack/react-query'
import { shareRows } from '../cloudcard/keep-rows'
import type { PhotoPage } from '../cloudcard/photo'
import { readPhotos } from '../cloudcard/photos-query'
import { browserClock } from '../base/clock'
import { priorityOf } from '../cloudcard/waited-for'
import { firstAfter, lastBefore, startWithout, type PageStart } from '../queue/page-start'
import { readPage } from '../queue/read-page'
import { decidedBetween } from '../desk/decided'
import { office } from './office-habits'
import { photoIdOf } from './page-starts'

/** Of every page that was read. */
export const pagesKey = ['photos'] as const

/**
 * A page of a status, from its start on: the same page as long as it follows the same photo, or comes before it. Rows that have not changed
 * stay the same objects.
 */
export const pageQuery = ({ status, max, start }: { status: string; max: number; start: PageStart }) =>
  queryOptions({
    queryKey: [...pagesKey, status, { offset: start.offset, max, ...anchorOf(start) }] as const,
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
      return { ...page, readAt: browserClock.now() }
    },
    structuralSharing: shareRows,
    // Older than that it would be read again.
    gcTime: 60_000,
  })

const anchorOf = (start: PageStart) =>
  start.after.length > 0 ? { before: firstAfter(start) } : { after: lastBefore(start) }
