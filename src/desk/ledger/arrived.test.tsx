import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import vendorAnswer from '../../../test/payloads/get-photo-list.json'
import { readPhotoRows } from '../../cloudcard/photo'
import { endLifetime } from '../../base/lifetimes'
import { recordArrived } from './arrived'
import { madeDecisions } from './decided'
import { RecordPage } from '../../screens/record/record-page'

afterEach(() => {
  endLifetime('work')
  madeDecisions.set([])
})

/** As it is now; it was seen with version 1. */
function photo(id: number, version: number) {
  const [row] = readPhotoRows([{ ...vendorAnswer[0], id, version, status: 'DENIED' }])
  if (row?.kind !== 'photo') throw new Error('The example is no photo')
  return row.photo
}

const denial = {
  verdict: 'deny',
  status: 'DENIED',
  denial: { reasons: ['Eyes open'], otherReason: '', note: '' },
} as const
const lost = (id: number) => ({ photo: id, verdict: 'deny', version: 1, at: 1_786_545_600_000 }) as const

it('denials that were made together and arrived while the page went away each have their own row', () => {
  for (const id of [1, 2]) recordArrived(lost(id), photo(id, 2), denial)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RecordPage />
    </QueryClientProvider>,
  )
  expect(screen.getAllByText('Eyes open')).toHaveLength(2)
})

it('one that somebody else may have made is not confirmed', () => {
  recordArrived(lost(1), photo(1, 2), denial)
  recordArrived(lost(2), photo(2, 4), denial)
  expect(madeDecisions.get().map(({ outcome }) => outcome.kind)).toEqual(['sent', 'refused'])
})

it('a denial whose words are not known is not said to have had none', () => {
  recordArrived(lost(1), photo(1, 2), null)
  expect(madeDecisions.get()).toEqual([])
})

it('what the record says already is not recorded once more', () => {
  recordArrived(lost(1), photo(1, 2), denial)
  recordArrived(lost(1), photo(1, 2), denial)
  recordArrived({ ...lost(1), at: lost(1).at - 5_000 }, photo(1, 2), denial)
  expect(madeDecisions.get()).toHaveLength(1)
})

it('one that was made again after the photo was reopened is recorded once more', () => {
  recordArrived(lost(1), photo(1, 2), denial)
  recordArrived({ ...lost(1), version: 3, at: lost(1).at + 5_000 }, photo(1, 4), denial)
  expect(madeDecisions.get()).toHaveLength(2)
})
