import { expect, test, vi } from 'vitest'
import { endLifetime, livesFor } from './lifetimes'

test('what was read is forgotten each time nobody may see it any more, and work is not', () => {
  const [read, work] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const stops = [livesFor('read', read), livesFor('work', work)]
  endLifetime('read')
  endLifetime('read')
  expect([read.mock.calls.length, work.mock.calls.length]).toEqual([2, 0])
  for (const stop of stops) stop()
  endLifetime('work')
  expect(work).not.toHaveBeenCalled()
})
