import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Photo, Row } from '../api/photo'
import { photosQuery } from '../api/photos-query'
import { offsetOf } from '../queue/page'
import { errorWords } from '../session/error-words'
import type { PhotoSearch } from './photo-search'
import { photosIn, type PhotoList } from './use-photo-list'

export type Step = { offReason: string | undefined; go: () => void }

export type Neighbours = {
  /** Its place in the queue, from 1; null when the photo is not on this page. */
  position: number | null
  previous: Step
  next: Step
  /** The photos that come next, over the page border too; for loading ahead. */
  upcoming: readonly Photo[]
  /** For the status line: what one waits for, or why it did not work. */
  notice: string
}

const aheadCount = 3

/** So near to the end of a page the next one is read; so near to its beginning the one before. */
const nearBorder = 20

/**
 * The photos before and after one, in the order of the list and over its page borders.
 *
 * @param rows the rows to step through: those of the page, or only those that match a search
 * @param isWholePage whether the step over the border of the page is part of the order
 * @param onGo goes to a photo on a page
 */
export function useNeighbours(
  search: PhotoSearch,
  list: PhotoList,
  rows: readonly Row[],
  isWholePage: boolean,
  photoId: number | null,
  onGo: (target: { photo: number; page: number }) => void,
): Neighbours {
  const client = useQueryClient()
  const [notice, setNotice] = useState('')
  const isCrossing = useRef(false)
  const { status, page, max } = search

  const photos = useMemo(() => photosIn(list.isCurrent ? { rows } : undefined), [rows, list.isCurrent])
  const index = photos.findIndex((photo) => photo.id === photoId)
  const isOnPage = index >= 0
  const pageQuery = (number: number) => photosQuery({ status, offset: offsetOf(number, max), max })

  const isNearEnd = isWholePage && isOnPage && index >= photos.length - nearBorder && list.hasNext !== false
  const after = useQuery({ ...pageQuery(page + 1), enabled: isNearEnd, meta: { isAhead: true } }).data
  const isNearStart = isWholePage && isOnPage && index < nearBorder && page > 1
  useQuery({ ...pageQuery(Math.max(1, page - 1)), enabled: isNearStart, meta: { isAhead: true } })

  const upcoming = useMemo(() => {
    const behind = isNearEnd ? photosIn(after) : []
    return isOnPage ? [...photos.slice(index + 1), ...behind].slice(0, aheadCount) : []
  }, [photos, after, index, isOnPage, isNearEnd])

  async function cross(direction: 1 | -1) {
    if (isCrossing.current) return
    isCrossing.current = true
    setNotice(direction > 0 ? 'Reading the next page…' : 'Reading the previous page…')
    try {
      setNotice(await readAcross(direction))
    } catch (error) {
      setNotice(errorWords(error).text)
    } finally {
      isCrossing.current = false
    }
  }

  /** Goes to the first readable photo beyond the border; a page without one is passed over. */
  async function readAcross(direction: 1 | -1): Promise<string> {
    for (let number = page + direction; number >= 1; number += direction) {
      const beyond = await client.fetchQuery(pageQuery(number))
      const found = direction > 0 ? photosIn(beyond)[0] : photosIn(beyond).at(-1)
      if (found) {
        onGo({ photo: found.id, page: number })
        return ''
      }
      if (direction > 0 && beyond.rows.length < max) break
    }
    return direction > 0 ? 'This is the last photo.' : 'This is the first photo.'
  }

  function stepTo(direction: 1 | -1, isMoreBeyond: boolean): Step {
    const inPage = isOnPage ? photos[index + direction] : undefined
    const edge = direction > 0 ? 'last' : 'first'
    const offReason = !isOnPage
      ? 'This photo is not on this page of the list'
      : inPage || isMoreBeyond
        ? undefined
        : isWholePage
          ? `This is the ${edge} photo`
          : `This is the ${edge} photo on this page that matches`
    return {
      offReason,
      go() {
        if (offReason !== undefined) return
        setNotice('')
        if (inPage) onGo({ photo: inPage.id, page })
        else void cross(direction)
      },
    }
  }

  const place =
    list.page.data?.rows.findIndex((row) => row.kind === 'photo' && row.photo.id === photoId) ?? -1
  return {
    position: list.isCurrent && place >= 0 ? list.offset + place + 1 : null,
    previous: stepTo(-1, isWholePage && page > 1),
    next: stepTo(1, isWholePage && list.hasNext !== false),
    upcoming,
    notice,
  }
}
