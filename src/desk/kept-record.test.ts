import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTestLedger, makePhoto } from '../../test/ledger-kit'
import { endLifetime } from '../base/lifetimes'
import { setSession, setSessionMark } from '../session/session'
import { decisions, madeDecisions, tellDecisionsChanged, type MadeDecision } from './decided'
import { keepRecord, restoredWordsOf } from './kept-record'

const person = { username: 'ann@example.edu', roles: [] }
const denial = { reasons: ['Eyes open'], otherReason: '', note: 'Please come without the hat' }
const deny = { verdict: 'deny', status: 'DENIED', denial } as const

const madeOf = (photoId: number): MadeDecision => ({
  key: photoId,
  photoId,
  from: 'PENDING',
  cardholder: `person.${photoId}@example.edu`,
  identifier: '',
  decision: deny,
  decidedAt: 1,
  outcome: { kind: 'sent', version: 2 },
  endedAt: 1,
})
const signIn = () => {
  setSessionMark('1')
  const signedIn = { ...person, token: 't', expiresAt: null }
  setSession({ signedIn, end: null, person })
}
/** Everything that is to be written is. */
const written = () => vi.waitFor(() => expect(Object.keys(sessionStorage).length).toBeGreaterThan(0))
/** What is kept of the last decisions, by which it is seen that they were written. */
const lastKept = () => {
  const [last] = Object.keys(sessionStorage).toSorted((a, b) => b.length - a.length || b.localeCompare(a))
  return last && sessionStorage.getItem(last)
}
const size = () =>
  Object.entries(sessionStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)

let stop = () => {}
beforeEach(signIn)
afterEach(() => {
  stop()
  setSession({ signedIn: null, end: 'never-began', person: null })
  decisions.open.clear()
  madeDecisions.set([])
  endLifetime('work')
  sessionStorage.clear()
  window.name = ''
})

/** As after a reload: nothing is in memory, and what was kept is taken up. */
async function reload() {
  stop()
  decisions.open.clear()
  madeDecisions.set([])
  endLifetime('work')
  stop = keepRecord()
  await restoredWordsOf(0)
}

function openDenials(count: number) {
  const ids = Array.from({ length: count }, (_, index) => index + 1)
  const { ledger, held } = createTestLedger(ids)
  ledger.decideTogether(
    ids.map((id) => makePhoto(id)),
    deny,
    '',
  )
  for (const each of held()) decisions.open.set(each.photo.id, each)
  return ids
}

it('what was made, and what was to be told with what was on its way, is there after a reload', async () => {
  stop = keepRecord()
  openDenials(3)
  madeDecisions.set([madeOf(7), madeOf(8)])
  tellDecisionsChanged()
  await written()
  expect(JSON.stringify(sessionStorage)).not.toMatch(/ann|person|hat|Eyes/)
  await reload()
  expect(madeDecisions.get().map(({ photoId }) => photoId)).toEqual([7, 8])
  expect(await restoredWordsOf(2)).toEqual(deny)
  expect(await restoredWordsOf(7)).toBeNull()
})

it('of a session that is another one by now nothing is taken up, and nothing stays', async () => {
  stop = keepRecord()
  madeDecisions.set([madeOf(7)])
  await written()
  setSessionMark('2')
  await reload()
  expect(madeDecisions.get()).toEqual([])
  await vi.waitFor(() => expect(sessionStorage).toHaveLength(0))
})

it('a thousand denials that arrive one after another fill no storage, and all of them are there after a reload', async () => {
  stop = keepRecord()
  const ids = openDenials(1_000)
  for (const id of ids) {
    const before = lastKept()
    decisions.open.delete(id)
    madeDecisions.set([...madeDecisions.get(), madeOf(id)])
    if (id % 5 === 0) await vi.waitFor(() => expect(lastKept()).not.toBe(before), { interval: 1 })
  }
  expect(size()).toBeLessThan(1_000_000)
  await reload()
  expect(madeDecisions.get()).toHaveLength(1_000)
}, 30_000)
