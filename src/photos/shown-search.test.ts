import { waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { address as shownAddress, addressText, forgetAddress } from '../base/address'
import { openPhotoId, setSearch } from './shown-search'

const shown = () => addressText(shownAddress.get())
/** What the browser says. */
const address = () => window.location.pathname + window.location.search
const step = (photo: number, page = 1) => setSearch({ photo, page }, { replace: true })
/** Two frames: by then the address has followed. */
const painted = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))

beforeEach(() => {
  window.history.pushState(null, '', '/photos')
  forgetAddress()
  setSearch({ photo: 1 })
})

it('a step is shown at once, and the address follows in the same entry', async () => {
  const entries = window.history.length
  step(2)
  expect(shown()).toBe('/photos?photo=2')
  expect(address()).toBe('/photos?photo=1')
  await waitFor(() => expect(address()).toBe('/photos?photo=2'))
  expect(window.history).toHaveLength(entries)
  expect(openPhotoId()).toBe(2)
})

it('a step begins where the one before it led, also when that has not been painted', async () => {
  step(2, 2)
  setSearch({ photo: 3 }, { replace: true })
  expect(shown()).toBe('/photos?page=2&photo=3')
  await painted()
  await waitFor(() => expect(address()).toBe('/photos?page=2&photo=3'))
})

it('each of many steps stands in the address in the end, however they fall', async () => {
  for (let photo = 2; photo < 30; photo++) {
    step(photo)
    if (photo % 3 === 0) await painted()
    if (photo % 3 === 1) await new Promise((done) => setTimeout(done, photo))
    expect(openPhotoId()).toBe(photo)
  }
  await waitFor(() => expect(address()).toBe('/photos?photo=29'))
})

it('a new entry is behind what is shown, so that Back leads to it', async () => {
  step(2)
  setSearch({ status: 'DENIED' })
  expect(address()).toBe('/photos?status=DENIED')
  await painted()
  expect(address()).toBe('/photos?status=DENIED')
  window.history.back()
  await waitFor(() => expect(openPhotoId()).toBe(2))
  expect(address()).toBe('/photos?photo=2')
})

it('whoever goes back right after a step is where Back led, and stays there', async () => {
  step(2)
  window.history.back()
  await waitFor(() => expect(openPhotoId()).toBeNull())
  await painted()
  expect(address()).toBe('/photos')
  expect(shown()).toBe('/photos')
})

it('an entry keeps its name through steps, Back and a document that begins anew', async () => {
  const { entry } = shownAddress.get()
  step(2)
  await waitFor(() => expect(address()).toBe('/photos?photo=2'))
  setSearch({ status: 'DENIED' })
  expect(shownAddress.get().entry).not.toBe(entry)
  window.history.back()
  await waitFor(() => expect(shownAddress.get()).toMatchObject({ entry, arrival: 'history' }))
  forgetAddress()
  expect(shownAddress.get()).toMatchObject({ entry, arrival: 'load' })
})
