import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'
import { printing } from '../../base/printing'
import { useStore } from '../../base/store'
import { wholePage } from '../print/printing'
import { useFastScroll } from '../../picture/fast-scroll'
import { useRowHeight } from './use-row-height'

/**
 * Which rows are drawn, and where: all of a short page; else those in sight, some around them, and the one that is the tab
 * stop.
 *
 * @param stopIndex the row that is drawn wherever it is
 */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, count: number, stopIndex: number) {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  const { height, headHeight } = useRowHeight(width)
  const whole = wholePage(count, 1, useStore(printing))
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    // Every row has the same height, so none needs to be measured.
    estimateSize: () => height,
    overscan: 3,
    onChange: ({ scrollRect }) => setWidth(scrollRect?.width ?? Number.POSITIVE_INFINITY),
    // Drawing at once, in the task of the scrolling, takes longer than the frame that it saves.
    useFlushSync: false,
    rangeExtractor: (range) => {
      if (whole) return whole
      const drawn = defaultRangeExtractor(range)
      return drawn.includes(stopIndex) || stopIndex >= count
        ? drawn
        : [...drawn, stopIndex].sort((a, b) => a - b)
    },
  })
  useLayoutEffect(() => virtual.measure(), [virtual, height])

  /** Scrolls no further than needed, by what is known already: asking the page for its layout would cost a frame. */
  function bringIntoSight(index: number) {
    const { scrollOffset, scrollRect } = virtual
    if (scrollOffset === null || !scrollRect || !scroller.current) return
    const top = index * height
    const inSight = scrollRect.height - headHeight
    if (top < scrollOffset) scroller.current.scrollTop = top
    else if (top + height > scrollOffset + inSight) scroller.current.scrollTop = top + height - inSight
  }

  return {
    rows: virtual.getVirtualItems(),
    totalHeight: virtual.getTotalSize(),
    isFast: useFastScroll(scroller),
    bringIntoSight,
    // The first of which more than half is to be seen.
    firstInSight: () => Math.round((virtual.scrollOffset ?? 0) / height),
    scrollToRow(index: number) {
      // To set it to what it is would cost a layout too.
      if (scroller.current && virtual.scrollOffset !== index * height)
        scroller.current.scrollTop = index * height
    },
  }
}
