import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showPictures } from '../../test/sight'
import { addOpenDialog } from '../ui/open-dialogs'
import { lookedAtWhen, shorterSideIn, watchSight } from './sight'

const onLookedAt = vi.fn<() => void>()
let stop = () => {}

function showTab(visibility: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms)
}

function watch(onLooked = onLookedAt) {
  const image = document.createElement('img')
  document.body.append(image)
  stop = watchSight(image, onLooked)
  return image
}

beforeEach(() => {
  vi.useFakeTimers()
  onLookedAt.mockReset()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

it('a photo is looked at once it has been on the screen for a moment, and is told of once', async () => {
  watch()
  await pass(lookedAtWhen.ms - 1)
  expect(onLookedAt).not.toHaveBeenCalled()
  await pass(1)
  expect(onLookedAt).toHaveBeenCalledOnce()
  await pass(5_000)
  expect(onLookedAt).toHaveBeenCalledOnce()
})

it.each([
  ['a sliver of it is in sight', { part: 0.27 }],
  ['hardly more than half of it is in sight', { part: 0.6 }],
  ['it is as small as in a row of the list', { width: 42, height: 56 }],
  ['it is a thin strip', { width: 600, height: 40 }],
])('it is not looked at while %s', async (_what, shown) => {
  watch()
  showPictures(shown)
  await pass(5_000)
  expect(onLookedAt).not.toHaveBeenCalled()
  showPictures({ part: 0.8 })
  await pass(lookedAtWhen.ms)
  expect(onLookedAt).toHaveBeenCalledOnce()
})

it('each has its own time, whenever it came', async () => {
  const onSecond = vi.fn<() => void>()
  watch()
  const stopFirst = stop
  await pass(lookedAtWhen.ms - 100)
  watch(onSecond)
  await pass(100)
  expect([onLookedAt.mock.calls.length, onSecond.mock.calls.length]).toEqual([1, 0])
  await pass(lookedAtWhen.ms - 100)
  expect([onLookedAt.mock.calls.length, onSecond.mock.calls.length]).toEqual([1, 1])
  stopFirst()
})

it('of what is gone nothing is told any more, and what comes back begins anew', async () => {
  const image = watch()
  await pass(lookedAtWhen.ms - 100)
  stop()
  await pass(5_000)
  expect(onLookedAt).not.toHaveBeenCalled()
  stop = watchSight(image, onLookedAt)
  await pass(lookedAtWhen.ms - 1)
  expect(onLookedAt).not.toHaveBeenCalled()
  await pass(1)
  expect(onLookedAt).toHaveBeenCalledOnce()
})

it('the time begins anew when it was out of sight in between', async () => {
  watch()
  for (let time = 0; time < 5; time++) {
    await pass(lookedAtWhen.ms - 100)
    showPictures({ part: 0.5 })
    await pass(100)
    showPictures({ part: 1 })
  }
  expect(onLookedAt).not.toHaveBeenCalled()
})

it('nothing is looked at in a tab that nobody sees', async () => {
  watch()
  showTab('hidden')
  await pass(5_000)
  expect(onLookedAt).not.toHaveBeenCalled()
  showTab('visible')
  await pass(lookedAtWhen.ms)
  expect(onLookedAt).toHaveBeenCalledOnce()
})

it('what a dialog covers is not looked at; what is in it is', async () => {
  const dialog = document.createElement('dialog')
  const close = addOpenDialog(dialog)
  const image = watch()
  await pass(5_000)
  expect(onLookedAt).not.toHaveBeenCalled()
  close()
  await pass(lookedAtWhen.ms)
  expect(onLookedAt).toHaveBeenCalledOnce()
  stop()
  dialog.append(image)
  const closeAgain = addOpenDialog(dialog)
  stop = watchSight(image, onLookedAt)
  await pass(lookedAtWhen.ms)
  expect(onLookedAt).toHaveBeenCalledTimes(2)
  closeAgain()
})

it('the picture counts, not the box around it', () => {
  expect(shorterSideIn({ width: 120, height: 160 }, { naturalWidth: 1200, naturalHeight: 300 })).toBe(30)
  expect(shorterSideIn({ width: 120, height: 160 }, { naturalWidth: 300, naturalHeight: 400 })).toBe(120)
})
