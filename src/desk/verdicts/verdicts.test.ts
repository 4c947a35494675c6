import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addressLength, updatePhoto } from '../../cloudcard/update-photo'
import { isReasonName } from './denial'
import { isDecidable, updateFor, verdictKeptAs, verdicts, verdictsFrom, type Decision } from './verdicts'

const fetchMock = vi.fn<typeof fetch>()
beforeEach(() => void vi.stubGlobal('fetch', fetchMock))
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

test('each verdict has a name of its own, and what earlier releases kept of it is still known', () => {
  for (const { name } of verdicts) expect(verdictKeptAs(name)?.name).toBe(name)
  expect(new Set(verdicts.map(({ name }) => name)).size).toBe(verdicts.length)
  expect(['APPROVED', 'DENIED', 'DONE', undefined].map((word) => verdictKeptAs(word)?.name)).toEqual([
    'approve',
    'deny',
    undefined,
    undefined,
  ])
})

test('a pending photo can be approved or denied, a decided one the other way; what is on its way to a card neither', () => {
  const choices = (status: string) => verdictsFrom({ status }).map(({ words }) => words.does)
  expect(['PENDING', 'APPROVED', 'DENIED', 'DOWNLOADED'].map(choices)).toEqual([
    ['Approve', 'Deny'],
    ['Deny'],
    ['Approve'],
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

test('a requirement that is named like a parameter cannot be a reason', async () => {
  expect(['noteToCardholder', 'otherReason', ''].map(isReasonName)).toEqual([false, false, false])
  expect(isReasonName('Face centered')).toBe(true)
  answer({})
  await updatePhoto(7, updateFor(denied({ reasons: ['noteToCardholder'], otherReason: 'Blurred' })), 3)
  expect(sent().address).toBe('/cloudcard/photo/7?otherReason=Blurred')
})
