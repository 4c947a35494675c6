import { describe, expect, it } from 'vitest'
import { makePhoto, pictureOf } from '../../../test/ledger-kit'
import { ApiError } from '../../cloudcard/api-error'
import { findingOf, isRefusal, type Asked } from './repair'

const seen = makePhoto(1, { version: 3, picture: pictureOf(1) })
const asked = (rest: Partial<Asked> = {}): Asked => ({
  seen,
  target: 1,
  isAnswered: true,
  looks: 1,
  isOverdue: false,
  ...rest,
})
const error = (kind: ConstructorParameters<typeof ApiError>[0]) => ({ error: new ApiError(kind, 'No') })
const made = makePhoto(9, { version: 1, picture: pictureOf(9) })

describe('of a photo that CloudCard has named', () => {
  const named = (rest: Partial<Asked> = {}) => asked({ target: 9, ...rest })

  it('the photo is the new one, and is worked on as long as the bot works', () => {
    expect(findingOf(named(), { photo: made })).toEqual({ kind: 'photo', photo: made, isWorking: false })
    const working = { ...made, isBotWorking: true }
    expect(findingOf(named(), { photo: working })).toEqual({ kind: 'photo', photo: working, isWorking: true })
  })

  it('a number that leads nowhere is looked at a few times, and then taken for a wrong one', () => {
    expect(findingOf(named({ looks: 3 }), error('not-found'))).toEqual({ kind: 'again' })
    expect(findingOf(named({ looks: 4 }), error('not-found'))).toEqual({ kind: 'wrong-number' })
  })

  it('a photo of somebody else is not taken for it', () => {
    const other = { ...made, cardholder: { ...made.cardholder, id: 5 } }
    const mine = { ...seen, cardholder: { ...seen.cardholder, id: 4 } }
    expect(findingOf(named({ seen: mine }), { photo: other })).toEqual({ kind: 'wrong-number' })
    const another = { ...made, cardholder: { ...made.cardholder, email: 'x@y.example' } }
    expect(findingOf(named(), { photo: another })).toEqual({ kind: 'wrong-number' })
  })

  it('no answer is waited for, and not for ever', () => {
    expect(findingOf(named({ looks: 30 }), error('timed-out'))).toEqual({ kind: 'again' })
    expect(findingOf(named({ isOverdue: true }), error('timed-out'))).toEqual({
      kind: 'over',
      failure: { kind: 'unknown' },
    })
  })
})

describe('where CloudCard has named no new photo', () => {
  it('a photo that was discarded, or is gone, has another one in its place, which is looked for', () => {
    const discarded = { ...seen, status: 'DISCARDED', version: 4 }
    expect(findingOf(asked(), { photo: discarded })).toEqual({ kind: 'search' })
    expect(findingOf(asked(), error('not-found'))).toEqual({ kind: 'search' })
  })

  it('a photo that shows another picture is the new one, under its old number', () => {
    const photo = { ...seen, version: 4, picture: pictureOf(2) }
    expect(findingOf(asked(), { photo })).toEqual({ kind: 'photo', photo, isWorking: false })
  })

  it('a photo that the bot works on is waited for, and let go in the end', () => {
    const photo = { ...seen, isBotWorking: true }
    expect(findingOf(asked({ looks: 20 }), { photo })).toEqual({ kind: 'again' })
    expect(findingOf(asked({ isOverdue: true }), { photo })).toEqual({
      kind: 'photo',
      photo,
      isWorking: true,
    })
  })

  it.each([true, false])('a photo that stays as it was was not repaired; answered: %j', (isAnswered) => {
    expect(findingOf(asked({ isAnswered, looks: 3 }), { photo: seen })).toEqual({ kind: 'again' })
    expect(findingOf(asked({ isAnswered, looks: 4 }), { photo: seen })).toEqual({
      kind: 'over',
      failure: { kind: 'not-done', isAnswered },
    })
  })

  it('a photo that somebody else has decided is shown as it is now', () => {
    const now = { ...seen, status: 'APPROVED', version: 4 }
    expect(findingOf(asked(), { photo: now })).toEqual({ kind: 'over', failure: { kind: 'changed', now } })
  })
})

it('only an answer that says no is a refusal: after any other nobody knows', () => {
  for (const kind of ['forbidden', 'not-found', 'conflict', 'refused', 'rate-limited'] as const)
    expect(isRefusal(error(kind).error), kind).toBe(true)
  for (const kind of ['timed-out', 'offline', 'server', 'unreadable', 'intercepted'] as const)
    expect(isRefusal(error(kind).error), kind).toBe(false)
  expect(isRefusal(new ApiError('signed-out', 'Nobody was asked'))).toBe(true)
  expect(isRefusal(new ApiError('signed-out', 'Asked', { status: 401 }))).toBe(false)
})
