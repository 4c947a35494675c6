import { act, render, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Picture } from '../cloudcard/photo'
import { FastScrollContext, useFastScroll } from './fast-scroll'
import { Thumbnail } from './thumbnail'

const height = 500
const pictureOf = (name: string): Picture => ({
  urls: [`${window.location.origin}/sandbox-photos/${name}.jpg`],
  width: 300,
  height: 400,
})

/** A list that shows another picture at each press. */
function List() {
  const scroller = useRef<HTMLDivElement>(null)
  const isFast = useFastScroll(scroller)
  const [pictures, setPictures] = useState([pictureOf('0')])
  return (
    <section ref={scroller} aria-label="Photos">
      <FastScrollContext value={isFast}>
        <button onClick={() => setPictures([...pictures, pictureOf(String(pictures.length))])}>More</button>
        {pictures.map((picture) => (
          <Thumbnail key={picture.urls[0]} picture={picture} isLazy={false} />
        ))}
      </FastScrollContext>
    </section>
  )
}

const scrolled = () => screen.getByRole('region', { name: 'Photos' })

beforeEach(() => {
  vi.useFakeTimers()
  render(<List />)
  Object.defineProperty(scrolled(), 'clientHeight', { value: height })
})
afterEach(() => vi.useRealTimers())

/** Which of the pictures have been asked for. */
const asked = () => [...document.querySelectorAll('img')].map((image) => image.hasAttribute('src'))
const showOneMore = () => act(() => screen.getByText('More').click())

/** So many screens in so many ms, in steps of 10 ms. */
function scroll(screens: number, ms: number) {
  const scroller = scrolled()
  const from = { top: scroller.scrollTop, at: performance.now() }
  for (let passed = 0; passed <= ms; passed += 10) {
    scroller.scrollTop = from.top + (screens * height * passed) / ms
    const event = new Event('scroll')
    Object.defineProperty(event, 'timeStamp', { value: from.at + passed })
    act(() => void scroller.dispatchEvent(event))
    act(() => vi.advanceTimersByTime(10))
  }
}

it('asks for pictures at once where one scrolls as slowly as one looks', () => {
  scroll(1, 1000)
  showOneMore()
  expect(asked()).toEqual([true, true])
})

it('puts pictures off that fly past, until it is over, and stops none that has begun', () => {
  scroll(4, 1000)
  showOneMore()
  expect(asked()).toEqual([true, false])
  scroll(2, 500)
  expect(asked()).toEqual([true, false])
  act(() => vi.advanceTimersByTime(220))
  expect(asked()).toEqual([true, true])
})

it('asks for them as soon as it is slower, also while it goes on', () => {
  scroll(4, 1000)
  showOneMore()
  scroll(0.1, 100)
  expect(asked()).toEqual([true, true])
})

it('takes a jump for none: what it leads to is looked at', () => {
  const scroller = scrolled()
  scroller.scrollTop = 100 * height
  act(() => void scroller.dispatchEvent(new Event('scroll')))
  showOneMore()
  expect(asked()).toEqual([true, true])
})
