import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { printing } from '../../base/printing'
import { useStore } from '../../base/store'
import { wholePage } from '../print/printing'

/** Lengths in px. */
export type LineShape = {
  /** So many photos stand side by side; 0 while that is not known. */
  perLine: number
  /** From the top of a line to the top of the next; all have the same. */
  lineHeight: number
  /** Room above the first line, which scrolls with it. */
  above?: number
  /** Of what lies over the first line in sight. */
  headHeight?: number
  /** So many lines beyond those in sight are drawn. */
  overscan: number
  /** A short page is drawn whole: the browser finds and prints all of it. */
  isWholeIfShort?: boolean
}

/**
 * Which lines are drawn, and where: all of a short page; else those in sight, some around them, and the one with the tab stop.
 * Another shape keeps the photo that was the first in sight.
 */
export function useLines(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  indexOfStop: () => number,
  { perLine, lineHeight, above = 0, headHeight = 0, overscan, isWholeIfShort = true }: LineShape,
) {
  const lineOf = (index: number) => (perLine === 0 ? 0 : Math.floor(index / perLine))
  const lineCount = perLine === 0 ? 0 : Math.ceil(count / perLine)
  const isPrinting = useStore(printing)
  // The same array each time, by which the virtualizer gives the same lines.
  const whole = useMemo(
    () => (isWholeIfShort ? wholePage(count, perLine, isPrinting) : null),
    [isWholeIfShort, count, perLine, isPrinting],
  )
  const virtual = useVirtualizer({
    count: lineCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan,
    paddingStart: above,
    // Drawing at once, in the task of the scrolling, takes longer than the frame that it saves.
    useFlushSync: false,
    rangeExtractor(range) {
      if (whole) return whole
      const drawn = defaultRangeExtractor(range)
      const stopLine = lineOf(indexOfStop())
      return drawn.includes(stopLine) || stopLine >= range.count
        ? drawn
        : [...drawn, stopLine].sort((a, b) => a - b)
    },
  })

  function scrollTo(index: number) {
    const top = lineOf(index) * lineHeight
    if (perLine === 0) awaited.current = index
    // To set it to what it is would cost a layout.
    else if (scroller.current && virtual.scrollOffset !== top) {
      scroller.current.scrollTop = top
      // The virtualizer is told of it only in the next frame.
      virtual.scrollOffset = scroller.current.scrollTop
    }
  }

  const awaited = useRef<number | null>(null)
  const shape = useRef({ perLine, lineHeight })
  useLayoutEffect(() => {
    const before = shape.current
    if (perLine === before.perLine && lineHeight === before.lineHeight) return
    shape.current = { perLine, lineHeight }
    virtual.measure()
    const first = Math.round((virtual.scrollOffset ?? 0) / before.lineHeight) * before.perLine
    const wanted = awaited.current ?? first
    awaited.current = null
    if (wanted > 0) scrollTo(wanted)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [virtual, perLine, lineHeight])

  return {
    drawn: virtual.getVirtualItems(),
    lineCount,
    // By the shape itself: the virtualizer has another one only with the next drawing.
    topOf: (line: number) => above + line * lineHeight,
    totalHeight: above + lineCount * lineHeight,
    linesInSight: () => Math.max(1, Math.floor((virtual.scrollRect?.height ?? 0) / lineHeight)),
    // The first of a line of which more than half is to be seen.
    firstInSight: () => Math.round((virtual.scrollOffset ?? 0) / lineHeight) * perLine,
    scrollTo,
    /** Scrolls no further than needed, by what is known already: asking the page for its layout would cost a frame. */
    bringIntoSight(index: number) {
      const { scrollOffset, scrollRect } = virtual
      if (perLine === 0 || scrollOffset === null || !scrollRect || !scroller.current) return
      const top = lineOf(index) * lineHeight
      // One that was hidden until now is not measured yet.
      const inSight = (scrollRect.height || scroller.current.clientHeight) - headHeight
      const lowest = above + top + lineHeight - inSight
      if (top < scrollOffset) scroller.current.scrollTop = top
      else if (lowest > scrollOffset) scroller.current.scrollTop = lowest
    },
  }
}

/** What is measured of an element, and again when its size or `cause` changes; of one that is hidden it is as before. */
export function useMeasured<T extends Record<string, number>>(
  element: RefObject<HTMLElement | null>,
  measure: (element: HTMLElement) => T,
  first: T | (() => T),
  cause?: unknown,
): T {
  const [measured, setMeasured] = useState(first)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const look = () => {
      if (current.clientWidth === 0) return
      const next = measure(current)
      setMeasured((last) => (Object.keys(next).every((name) => next[name] === last[name]) ? last : next))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(current)
    return () => observer.disconnect()
    // The style sheet measures by it.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [element, measure, cause])
  return measured
}
