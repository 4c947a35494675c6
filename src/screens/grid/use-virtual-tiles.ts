import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { printing } from '../../base/printing'
import { useStore } from '../../base/store'
import { wholePage } from '../print/printing'
import { useFastScroll } from '../../picture/fast-scroll'
import { gridShape } from './grid-shape'

/** Above the first row of tiles, in px. */
const above = 12

/**
 * Which rows of tiles are drawn, and where: those in sight, some around them, and the one with the tab stop. Another
 * width, or another size of tiles, keeps the tile that was the first in sight.
 */
export function useVirtualTiles(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  wanted: { chosen: number | null; isForJudging: boolean },
  stopIndex: number,
) {
  const { width, height: room } = useClientSize(scroller)
  const rem = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, [])
  const { chosen, isForJudging } = wanted
  const { columns, most, rowHeight } = useMemo(
    () => gridShape({ width, height: isForJudging ? room : null }, chosen, rem),
    [width, room, isForJudging, chosen, rem],
  )
  const stopRow = Math.floor(stopIndex / columns)
  const rowCount = Math.ceil(count / columns)
  const isPrinting = useStore(printing)
  // What is decided by is drawn as it is looked at.
  const whole = isForJudging ? null : wholePage(rowCount, columns, isPrinting)
  const virtual = useVirtualizer({
    count: width === 0 ? 0 : rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 1,
    paddingStart: above,
    // Drawing at once, in the task of the scrolling, takes longer than the frame that it saves.
    useFlushSync: false,
    rangeExtractor(range) {
      if (whole) return whole
      const drawn = defaultRangeExtractor(range)
      return drawn.includes(stopRow) || stopRow >= range.count
        ? drawn
        : [...drawn, stopRow].sort((a, b) => a - b)
    },
  })

  function scrollToTile(index: number) {
    if (scroller.current) scroller.current.scrollTop = Math.floor(index / columns) * rowHeight
  }

  const lastShape = useRef({ columns, rowHeight })
  useLayoutEffect(() => {
    const before = lastShape.current
    const first = Math.round((scroller.current?.scrollTop ?? 0) / before.rowHeight) * before.columns
    lastShape.current = { columns, rowHeight }
    virtual.measure()
    // Behind the drawing in the new shape.
    if (first > 0) queueMicrotask(() => scrollToTile(first))
    // oxlint-disable-next-line react/exhaustive-deps
  }, [virtual, columns, rowHeight])

  const height = virtual.scrollRect?.height ?? 0
  return {
    columns,
    most,
    rowCount,
    rows: virtual.getVirtualItems(),
    totalHeight: virtual.getTotalSize(),
    isFast: useFastScroll(scroller),
    rowsPerPage: Math.max(1, Math.floor(height / rowHeight)),
    firstInSight: () => Math.round((virtual.scrollOffset ?? 0) / rowHeight) * columns,
    scrollToTile,
    /** Scrolls no further than needed. */
    bringIntoSight(index: number) {
      if (!scroller.current) return
      const top = above + Math.floor(index / columns) * rowHeight
      const { scrollTop, clientHeight } = scroller.current
      if (top - above < scrollTop) scroller.current.scrollTop = top - above
      else if (top + rowHeight > scrollTop + clientHeight) {
        scroller.current.scrollTop = top + rowHeight - clientHeight
      }
    },
  }
}

/** Without the scroll bar; 0 while it is not known. */
function useClientSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current
      setSize((last) => (last.width === width && last.height === height ? last : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return size
}
