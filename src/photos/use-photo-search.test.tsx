import { act, render, screen, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { BrowserRouter } from 'react-router-dom'
import { beforeEach, expect, it } from 'vitest'
import { usePhotoSearch, type SetSearch } from './use-photo-search'

let setSearch: SetSearch

function Shown() {
  const photoSearch = usePhotoSearch()
  // It stays the same function.
  useEffect(() => {
    setSearch = photoSearch.setSearch
  }, [photoSearch.setSearch])
  const { photo, page } = photoSearch.search
  return <output>{`photo ${photo} on page ${page}`}</output>
}

const shown = () => screen.getByRole('status').textContent
const address = () => window.location.pathname + window.location.search
const step = (photo: number, page = 1) => act(() => setSearch({ photo, page }, { replace: true }))
/** Two frames: by then the address has followed. */
const painted = () =>
  act(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

beforeEach(() => {
  window.history.pushState(null, '', '/photos')
  render(
    <BrowserRouter useTransitions={false}>
      <Shown />
    </BrowserRouter>,
  )
  act(() => setSearch({ photo: 1 }))
})

it('a step is shown at once, and the address follows in the same entry', async () => {
  const entries = window.history.length
  step(2)
  expect(shown()).toBe('photo 2 on page 1')
  expect(address()).toBe('/photos?photo=1')
  await waitFor(() => expect(address()).toBe('/photos?photo=2'))
  expect(window.history).toHaveLength(entries)
  expect(shown()).toBe('photo 2 on page 1')
})

it('a step begins where the one before it led, also when that has not been painted', async () => {
  step(2, 2)
  act(() => setSearch({ photo: 3 }, { replace: true }))
  expect(shown()).toBe('photo 3 on page 2')
  await painted()
  expect(address()).toBe('/photos?page=2&photo=3')
})

it('each of many steps stands in the address in the end, however they fall', async () => {
  for (let photo = 2; photo < 30; photo++) {
    step(photo)
    if (photo % 3 === 0) await painted()
    if (photo % 3 === 1) await act(() => new Promise((done) => setTimeout(done, photo)))
    expect(shown()).toBe(`photo ${photo} on page 1`)
  }
  await waitFor(() => expect(address()).toBe('/photos?photo=29'))
})

it('a new entry is behind what is shown, so that Back leads to it', async () => {
  step(2)
  act(() => setSearch({ status: 'DENIED' }))
  expect(address()).toBe('/photos?status=DENIED')
  await painted()
  expect(address()).toBe('/photos?status=DENIED')
  act(() => window.history.back())
  await waitFor(() => expect(shown()).toBe('photo 2 on page 1'))
  expect(address()).toBe('/photos?photo=2')
})

it('whoever goes back right after a step is where Back led, and stays there', async () => {
  step(2)
  window.history.back()
  await waitFor(() => expect(shown()).toBe('photo null on page 1'))
  await painted()
  expect(address()).toBe('/photos')
  expect(shown()).toBe('photo null on page 1')
})
