import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerError } from '../../cloudcard/answer-error'
import { setAuthToken } from '../../cloudcard/auth-token'
import { addressLength, updatePhoto } from '../../cloudcard/update-photo'
import { isReasonName } from './denial'
import {
  isDecidable,
  isRefusedForAll,
  plainDecision,
  updateFor,
  verdicts,
  verdictsFrom,
  type Decision,
} from './verdicts'

const fetchMock = vi.fn<typeof fetch>()
beforeEach(() => {
  setAuthToken('token')
  vi.stubGlobal('fetch', fetchMock)
})
afterEach(() => {
  vi.unstubAllGlobals()
  fetchMock.mockReset()
})

const answer = (body: unknown) => fetchMock.mockImplementationOnce(async () => Response.json(body))

function sent() {
  const [address = '', init] = fetchMock.mock.calls[0] ?? []
  return { address: String(address), body: JSON.parse(String(init?.body)) as unknown }
}

const denied = (denial: { reasons?: string[]; otherReason?: string; note?: string }): Decision => ({
  verdict: 'deny',
  status: 'DENIED',
  denial: { reasons: [], otherReason: '', note: '', ...denial },
})

test('each verdict has a name of its own', () => {
  expect(new Set(verdicts.map(({ name }) => name)).size).toBe(verdicts.length)
})

test('what can be decided depends on the status alone; what is on its way to a card is not decided any more', () => {
  const choices = (status: string) => verdictsFrom({ status }).map(({ words }) => words.does)
  const statuses = ['PENDING', 'APPROVED', 'DENIED', 'ON_HOLD', 'FAILED', 'DOWNLOADED', 'DISCARDED']
  expect(statuses.map(choices)).toEqual([
    ['Approve', 'Deny', 'Hold'],
    ['Deny', 'Back to pending'],
    ['Approve', 'Hold'],
    ['Release'],
    ['Send again'],
    [],
    [],
  ])
  expect(['ALL', 'PENDING', 'DONE'].map(isDecidable)).toEqual([true, true, false])
})

test('reasons and words arrive letter for letter, whatever they hold', async () => {
  answer({})
  const denial = {
    reasons: ['Hats & Glasses = No', 'Größe ≥ 100 %', 'a+b'],
    otherReason: '1 + 1 = 2?',
    note: 'Zeile 1\nZeile 2 #&',
  }
  await updatePhoto(7, updateFor(denied(denial)), 3)
  const { address, body } = sent()
  expect(body).toEqual({ status: 'DENIED', version: 3 })
  expect(address).not.toMatch(/[+\s]/)
  const params = address
    .slice(address.indexOf('?') + 1)
    .split('&')
    .map((pair) => pair.split('=').map(decodeURIComponent))
  expect(params).toEqual([
    ['Hats & Glasses = No', 'true'],
    ['Größe ≥ 100 %', 'true'],
    ['a+b', 'true'],
    ['otherReason', '1 + 1 = 2?'],
    ['noteToCardholder', 'Zeile 1\nZeile 2 #&'],
  ])
  expect(addressLength(7, updateFor(denied(denial)))).toBe(address.length)
})

test('the reason of a hold arrives letter for letter, and the others carry no more than their status', async () => {
  answer({})
  const reason = 'Twin of #7? 100 % & "sure"'
  await updatePhoto(7, updateFor({ verdict: 'hold', status: 'ON_HOLD', reason }), 3)
  expect(sent().body).toEqual({ status: 'ON_HOLD', version: 3 })
  expect(new URL(sent().address, 'https://x').searchParams.get('onHoldReason')).toBe(reason)
  const plain = verdicts.flatMap((verdict) => plainDecision(verdict) ?? []).map(updateFor)
  expect(plain).toEqual(
    ['APPROVED', 'PENDING', 'READY_FOR_DOWNLOAD', 'PENDING'].map((status) => ({ status })),
  )
})

test('only what nobody has published is taken for refused for good, and only where the answer is about more than this photo', () => {
  const error = (status: number, body: string) => answerError(new Response(null, { status }), body)
  const hold: Decision = { verdict: 'hold', status: 'ON_HOLD', reason: 'x' }
  const isForGood = (decision: Decision, status: number, body = '') =>
    isRefusedForAll(decision, error(status, body))
  expect(isForGood(hold, 403)).toBe(true)
  expect(isForGood(hold, 422, '{"status":422,"message":"status must be one of PENDING"}')).toBe(true)
  expect(isForGood(hold, 400)).toBe(true)
  expect(isForGood(hold, 422, '{"status":422,"message":"onHoldReason is too long"}')).toBe(false)
  expect(isForGood(hold, 404)).toBe(false)
  expect(isForGood(hold, 500)).toBe(false)
  expect(isForGood(hold, 409)).toBe(false)
  expect(isForGood({ verdict: 'approve', status: 'APPROVED' }, 403)).toBe(false)
})

test('a requirement that is named like a parameter cannot be a reason', async () => {
  const taken = ['noteToCardholder', 'otherReason', 'onHoldReason', 'failedReason', '']
  expect(taken.filter(isReasonName)).toEqual([])
  expect(isReasonName('Face centered')).toBe(true)
  answer({})
  await updatePhoto(7, updateFor(denied({ reasons: ['noteToCardholder'], otherReason: 'Blurred' })), 3)
  expect(sent().address).toBe('/cloudcard/photo/7?otherReason=Blurred')
})
