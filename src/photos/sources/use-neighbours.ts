import { useEffect, useMemo, useRef, useState } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { isDecided } from '../../desk/ledger/decided'
import { skippedPhotos } from '../../desk/skipped'
import { errorWords } from '../../session/error-words'
import { nextPhoto, noRows, photoAt, type PhotoRows } from '../photo-rows'
import { pageAt, type Direction, type PhotoList } from './photo-list'

/** 'decided': it was decided here, and counts no more. */
export type Position = number | 'decided'

type Step = { offReason: string | undefined; go: () => void }

const aheadCount = 3

const isUndecided = (photo: Photo) => !isDecided(photo) && !skippedPhotos.get().has(photo.id)

/**
 * The photos before and after one, in the order of the list and over its page borders.
 *
 * @param onGo goes to a photo on a page
 * @param onEnd no photo follows that still waits
 */
export function useNeighbours(
  list: PhotoList,
  photoId: number | null,
  onGo: (target: { photo: number; page: number }) => void,
  onEnd: () => void,
) {
  const [notice, setNotice] = useState('')
  const isCrossing = useRef(false)
  const { beyond } = list
  const rows = list.isCurrent ? list.matching : noRows
  const index = photoId === null ? -1 : rows.indexOf(photoId)
  const isAmongThem = index >= 0

  useEffect(() => beyond?.comeNear(index), [beyond, index])
  const upcoming = useMemo(
    () => (index < 0 ? [] : upcomingOf(rows, index, beyond?.behind ?? noRows)),
    [rows, index, beyond],
  )

  async function cross(direction: Direction, matches?: (photo: Photo) => boolean) {
    if (isCrossing.current || !beyond) return
    isCrossing.current = true
    setNotice(direction > 0 ? 'Loading the next page…' : 'Loading the previous page…')
    try {
      const found = await beyond.find(direction, matches)
      setNotice(found || matches ? '' : `This is the ${edgeOf(direction)} photo.`)
      if (found) onGo({ photo: found.photo.id, page: found.page })
      else if (matches) onEnd()
    } catch (error) {
      setNotice(errorWords(error).text)
    } finally {
      isCrossing.current = false
    }
  }

  function goTo({ photo, index }: { photo: Photo; index: number }) {
    onGo({ photo: photo.id, page: pageAt(list, index) })
  }

  function stepTo(direction: Direction): Step {
    const found = isAmongThem ? nextPhoto(rows, index + direction, direction) : null
    const offReason = !isAmongThem
      ? absentWords(list)
      : found || beyond?.has(direction)
        ? undefined
        : `This is the ${edgeOf(direction)} photo${beyond ? '' : ' that matches'}`
    return {
      offReason,
      go() {
        if (offReason !== undefined) return
        setNotice('')
        if (found) goTo(found)
        else void cross(direction)
      },
    }
  }

  /**
   * To the next photo that still waits for what this one has got: of the same status, neither decided nor skipped.
   *
   * @param from in which status this one was, for where the page at hand does not have it
   */
  function goOn(from = 'PENDING') {
    const { status } = list.search
    // A photo that is opened by an old link may be on another page by now: then it goes on with this one.
    const waitsAs = photoAt(rows, index)?.status ?? (status === 'ALL' ? from : status)
    const isWaiting = (photo: Photo) => photo.id !== photoId && photo.status === waitsAs && isUndecided(photo)
    const found = nextPhoto(rows, index + 1, 1, isWaiting)
    setNotice('')
    if (found) goTo(found)
    else if (beyond && (!list.isCurrent || beyond.has(1))) void cross(1, isWaiting)
    else onEnd()
  }

  /** Its place among those that are left, from 1; null when the photo is not on this page. */
  const position: Position | null = isAmongThem ? (list.left.placeOf(index) ?? 'decided') : null
  return {
    position,
    previous: stepTo(-1),
    next: stepTo(1),
    goOn,
    /** The photos that come next, over the page border too; for loading ahead. */
    upcoming,
    /** For the status line: what one waits for, or why it did not work. */
    notice,
  }
}

const edgeOf = (direction: Direction) => (direction > 0 ? 'last' : 'first')

function absentWords({ beyond, total }: PhotoList): string {
  if (beyond) return "This photo isn't on this page of the list"
  return `This photo isn't among those ${total === null ? 'found so far' : 'that match'}`
}

/** Whoever browses comes to the very next one, whoever decides to the next that is undecided. */
function upcomingOf(rows: PhotoRows, index: number, behind: PhotoRows): Photo[] {
  const nextOf = (matches?: (photo: Photo) => boolean) => {
    const photos: Photo[] = []
    for (const from of [rows, behind]) {
      let next = nextPhoto(from, from === rows ? index + 1 : 0, 1, matches)
      for (; next && photos.length < aheadCount; next = nextPhoto(from, next.index + 1, 1, matches)) {
        photos.push(next.photo)
      }
    }
    return photos
  }
  return [...new Set([...nextOf(), ...nextOf(isUndecided)])]
}
