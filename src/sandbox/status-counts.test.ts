import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSandbox } from './sandbox'
import { allStatuses, statusCounts } from './status-counts'

test('12,000 photos are spread over the statuses as an office has them', () => {
  expect(Object.fromEntries(statusCounts(12_000))).toEqual({
    PENDING: 412,
    APPROVED: 1208,
    DENIED: 96,
    READY_FOR_DOWNLOAD: 38,
    DOWNLOADED: 6134,
    DONE: 4090,
    ENROUTE: 4,
    ON_HOLD: 6,
    FAILED: 2,
    DISCARDED: 8,
    ARCHIVED_BY_VENDOR: 2,
  })
})

test('the statuses add up to the number of photos, and a third of few photos is pending', () => {
  fc.assert(
    fc.property(fc.nat(250_000), (total) => {
      const counts = statusCounts(total)
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(total)
      const pending = counts.get('PENDING') ?? 0
      expect(pending).toBeGreaterThanOrEqual(total <= 300 ? total / 3 : 100)
    }),
  )
})

test('sixty photos are enough for every status', () => {
  for (const status of allStatuses) expect(statusCounts(60).get(status)).toBeGreaterThan(0)
})

test.each([0, 1, 2, 3, 20])('a sandbox of %i photos holds that many', (photos) => {
  expect(createSandbox({ photos }).db.photos).toHaveLength(photos)
})
