import { beforeEach, expect, it } from 'vitest'
import { findLostDecisions, leaveLostDecisions, lostDecisions, ownerNumber, strikeOut } from './journal'
import { restoredWords, restoredWordsOf } from './kept-record'

const lost = { photo: 7, verdict: 'approve', version: 3, at: 1_000 } as const
const leave = (username: string) => {
  lostDecisions.set([lost])
  leaveLostDecisions(username)
}

beforeEach(() => {
  localStorage.clear()
  lostDecisions.set([])
})

it('the same person finds what was left, once, however the name is written', async () => {
  leave('Ann@example.edu')
  expect(lostDecisions.get()).toEqual([])
  await findLostDecisions(' ann@EXAMPLE.edu')
  expect(lostDecisions.get()).toEqual([lost])
  expect(localStorage).toHaveLength(0)
})

it('somebody else does not, and leaves it where it is', async () => {
  leave('ann@example.edu')
  await findLostDecisions('bob@example.edu')
  expect(lostDecisions.get()).toEqual([])
  expect(localStorage).toHaveLength(1)
})

it('no name is kept, and the number of a name is another one each time', () => {
  leave('ann@example.edu')
  expect(JSON.stringify({ ...localStorage })).not.toMatch(/ann|example/)
  const numbers = Array.from({ length: 50 }, (_, salt) => ownerNumber('ann@example.edu', `${salt}`))
  expect(new Set(numbers).size).toBeGreaterThan(40)
  expect(Math.max(...numbers)).toBeLessThan(65_536)
})

it.each(['', 'null', '[]', '{"salt":"1","owner":2}', '{"salt":1,"owner":2,"entries":[]}'])(
  'what is no journal is taken away: %j',
  async (text) => {
    localStorage.setItem('loupe.journal.x', text)
    await findLostDecisions('ann@example.edu')
    expect(lostDecisions.get()).toEqual([])
    expect(localStorage).toHaveLength(0)
  },
)

it('what is answered for leaves no words behind that a later decision on its photo could be told with', async () => {
  const denial = { reasons: ['Eyes open'], otherReason: '', note: '' }
  for (const photo of [7, 8]) restoredWords.set(photo, { verdict: 'deny', status: 'DENIED', denial })
  expect(await restoredWordsOf(7)).toMatchObject({ denial })
  lostDecisions.set([{ ...lost, verdict: 'deny' }])
  strikeOut(new Set([7]))
  expect(await restoredWordsOf(7)).toBeNull()
  expect(await restoredWordsOf(8)).toMatchObject({ denial })
})

it('of a journal that has a decision of an unknown kind the others are found', async () => {
  const entries = [lost, { ...lost, photo: 8, verdict: 'deny' }, { ...lost, photo: 9, verdict: 'DONE' }]
  const owner = ownerNumber('ann@example.edu', 'salt')
  localStorage.setItem('loupe.journal.x', JSON.stringify({ salt: 'salt', owner, entries }))
  await findLostDecisions('ann@example.edu')
  expect(lostDecisions.get()).toEqual([lost, { ...lost, photo: 8, verdict: 'deny' }])
})
