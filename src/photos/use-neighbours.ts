import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Photo } from '../cloudcard/photo'
import { pageOf } from '../queue/page'
import { isDecided } from '../desk/decided'
import { skippedPhotos } from '../desk/skipped'
import { errorWords } from '../session/error-words'
import { pageQuery } from './page-query'
import { pageStart, rememberPage } from './page-starts'
import { nextPhoto, noRows, photoAt, rowsOf } from './photo-rows'
import type { ListSearch } from './photo-search'
import type { PhotoList } from './use-page-list'

/** 'decided': it was decided here, and counts no more. */
export type Position = number | 'decided'

export type Step = { offReason: string | undefined; go: () => void }

export type Neighbours = {
  /** Its place among those that are left, from 1; null when the photo is not on this page. */
  position: Position | null
  previous: Step
  next: Step
  /** To the next photo that still waits for what this one has got: of the same status, neither decided nor skipped. */
  goOn: () => void
  /** The photos that come next, over the page border too; for loading ahead. */
  upcoming: readonly Photo[]
  /** For the status line: what one waits for, or why it did not work. */
  notice: string
}

const aheadCount = 3

const isUndecided = (photo: Photo) => !isDecided(photo) && !skippedPhotos.get().has(photo.id)

/** So near to the end of a page the next one is read; so near to its beginning the one before. */
const nearBorder = 20

/**
 * The photos before and after one, in the order of the list and over its page borders.
 *
 * @param onGo goes to a photo on a page
 * @param onEnd no photo follows that still waits
 */
export function useNeighbours(
  { status, page, max }: ListSearch,
  list: PhotoList,
  photoId: number | null,
  onGo: (target: { photo: number; page: number }) => void,
  onEnd: () => void,
): Neighbours {
  const client = useQueryClient()
  const [notice, setNotice] = useState('')
  const isCrossing = useRef(false)

  const { whole } = list
  const rows = list.isCurrent ? (whole ?? list.rows) : noRows
  const index = photoId === null ? -1 : rows.indexOf(photoId)
  const isAmongThem = index >= 0
  const queryOf = (number: number) =>
    pageQuery({ status, max, start: pageStart({ status, max, page: number }) })

  const isByPage = whole === null
  // Photos may have left: then a later page is the first.
  const isMoreInFront = page > 1 && list.offset > 0
  const isNearEnd = isByPage && isAmongThem && index >= rows.count - nearBorder && list.hasNext !== false
  const after = useQuery({ ...queryOf(page + 1), enabled: isNearEnd, meta: { isAhead: true } }).data
  const isNearStart = isByPage && isAmongThem && index < nearBorder && isMoreInFront
  useQuery({ ...queryOf(Math.max(1, page - 1)), enabled: isNearStart, meta: { isAhead: true } })

  const upcoming = useMemo(() => {
    const ahead = isNearEnd && after ? rowsOf(after.rows) : noRows
    /** The next ones that match, over the border too. */
    const nextOf = (most: number, matches?: (photo: Photo) => boolean) => {
      const photos: Photo[] = []
      for (const from of isAmongThem ? [rows, ahead] : []) {
        let next = nextPhoto(from, from === rows ? index + 1 : 0, 1, matches)
        for (; next && photos.length < most; next = nextPhoto(from, next.index + 1, 1, matches)) {
          photos.push(next.photo)
        }
      }
      return photos
    }
    // Whoever browses comes to the very next one, whoever decides to the next that is undecided.
    return [...new Set([...nextOf(aheadCount), ...nextOf(aheadCount, isUndecided)])]
  }, [rows, after, index, isAmongThem, isNearEnd])

  async function cross(from: number, direction: 1 | -1, matches?: (photo: Photo) => boolean) {
    if (isCrossing.current) return
    isCrossing.current = true
    setNotice(direction > 0 ? 'Loading the next page…' : 'Loading the previous page…')
    try {
      const isFound = await readAcross(from, direction, matches)
      setNotice(isFound || matches ? '' : `This is the ${direction > 0 ? 'last' : 'first'} photo.`)
      if (!isFound && matches) onEnd()
    } catch (error) {
      setNotice(errorWords(error).text)
    } finally {
      isCrossing.current = false
    }
  }

  /** Goes to the first photo from a page on that matches; a page without one is passed over. */
  async function readAcross(
    from: number,
    direction: 1 | -1,
    matches?: (photo: Photo) => boolean,
  ): Promise<boolean> {
    for (let number = from; number >= 1; number += direction) {
      const read = await client.fetchQuery(queryOf(number))
      rememberPage({ status, max, page: number }, read)
      const beyond = rowsOf(read.rows)
      const found = nextPhoto(beyond, direction > 0 ? 0 : beyond.count - 1, direction, matches)
      if (found) {
        onGo({ photo: found.photo.id, page: number })
        return true
      }
      if (read.isEnd || beyond.count === 0) break
    }
    return false
  }

  function stepTo(direction: 1 | -1, isMoreBeyond: boolean): Step {
    const found = isAmongThem ? nextPhoto(rows, index + direction, direction) : null
    const edge = direction > 0 ? 'last' : 'first'
    const offReason = !isAmongThem
      ? isByPage
        ? "This photo isn't on this page of the list"
        : list.total === null
          ? "This photo isn't among those found so far"
          : "This photo isn't among those that match"
      : found || isMoreBeyond
        ? undefined
        : isByPage
          ? `This is the ${edge} photo`
          : `This is the ${edge} photo that matches`
    return {
      offReason,
      go() {
        if (offReason !== undefined) return
        setNotice('')
        if (found) goTo(found)
        else void cross(page + direction, direction)
      },
    }
  }

  function goTo({ photo, index }: { photo: Photo; index: number }) {
    onGo({ photo: photo.id, page: isByPage ? page : pageOf(index, max) })
  }

  function goOn() {
    // A photo that is opened by an old link may be on another page by now: then it goes on with this one.
    const waitsAs = photoAt(rows, index)?.status ?? (status === 'ALL' ? 'PENDING' : status)
    const isWaiting = (photo: Photo) => photo.id !== photoId && photo.status === waitsAs && isUndecided(photo)
    const found = nextPhoto(rows, index + 1, 1, isWaiting)
    setNotice('')
    if (found) goTo(found)
    else if (isByPage && !list.isCurrent) void cross(page, 1, isWaiting)
    else if (isByPage && list.hasNext !== false) void cross(page + 1, 1, isWaiting)
    else onEnd()
  }

  return {
    position: isAmongThem ? (list.left.placeOf(index) ?? 'decided') : null,
    previous: stepTo(-1, isByPage && isMoreInFront),
    next: stepTo(1, isByPage && list.hasNext !== false),
    goOn,
    upcoming,
    notice,
  }
}
