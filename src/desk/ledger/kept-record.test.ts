import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTestLedger, makePhoto } from '../../../test/ledger-kit'
import { endLifetime } from '../../base/lifetimes'
import { endSession, setSessionMark, takeSession } from '../../session/session'
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
  takeSession({ ...person, token: 't', expiresAt: null }, '1')
}
const pages = () =>
  Object.entries(sessionStorage)
    .filter(([key]) => key.startsWith('loupe.record.'))
    .map(([key, text]) => ({ place: Number(key.slice('loupe.record.'.length)), text: String(text) }))
    .toSorted((a, b) => a.place - b.place)
/** By it is seen that the last decisions were written. */
const lastPage = () => pages().at(-1)?.text
const written = () => vi.waitFor(() => expect(pages()).not.toEqual([]))

let stop = () => {}
beforeEach(signIn)
afterEach(() => {
  stop()
  decisions.open.clear()
  madeDecisions.set([])
  endLifetime('work')
  endSession('never-began')
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
  expect(JSON.stringify(pages())).not.toMatch(/ann|person|hat|Eyes/)
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
  await vi.waitFor(() => expect(pages()).toEqual([]))
})

it('a thousand denials that arrive one after another fill no storage, and all of them are there after a reload', async () => {
  const encrypt = vi.spyOn(crypto.subtle, 'encrypt')
  const lastText = () => new TextDecoder().decode(encrypt.mock.lastCall?.[2] as Uint8Array)
  stop = keepRecord()
  const ids = openDenials(1_000)
  for (const id of ids) {
    const before = lastPage()
    decisions.open.delete(id)
    madeDecisions.set([...madeDecisions.get(), madeOf(id)])
    if (id % 5 === 0) await vi.waitFor(() => expect(lastPage()).not.toBe(before), { interval: 1 })
  }
  // The last page is written last.
  await vi.waitFor(() => expect(lastText()).toContain('person.1000@'))
  await encrypt.mock.results.at(-1)?.value
  await new Promise((resolve) => setTimeout(resolve))
  const size = pages().reduce((sum, { text }) => sum + text.length, 0)
  expect(size).toBeLessThan(1_000_000)
  await reload()
  expect(madeDecisions.get()).toHaveLength(1_000)
}, 30_000)
