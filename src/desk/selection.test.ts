import { expect, it } from 'vitest'
import type { Photo } from '../cloudcard/photo'
import { lostNow } from '../base/reload'
import { clearSelection, select } from './selection'

it('whoever reloads is told that the selection is lost, also before anything else of the app is loaded', () => {
  select([{ id: 1, status: 'PENDING' } as Photo], true)
  expect(lostNow()).toEqual(['the selection (1)'])
  clearSelection()
  expect(lostNow()).toEqual([])
})
