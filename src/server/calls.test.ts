import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foreignTargets } from '../../test/foreign-targets'
import { pathOf } from '../cloudcard/call-cloudcard'
import { callOf, pathPattern } from './call-of'
import { calls } from '../cloudcard/calls'
import { ownAddress } from '../cloudcard/own-address'

const behindOwn = (address: string) => address.slice('/cloudcard'.length)

describe('a call that Loupe makes is on the list', () => {
  test.each([
    ['GET', '/photo', calls.list],
    ['GET', '/photo?status=READY_FOR_DOWNLOAD&offset=0&max=25', calls.list],
    ['GET', '/photo/1423442', calls.photo],
    ['PUT', '/photo/1423442', calls.decide],
    ['PUT', '/photo/1423442?Eyes%20open=true&otherReason=%22x%22&noteToCardholder=', calls.decide],
    ['POST', '/photo/1423442', calls.process],
    ['PUT', '/photo/1423442?onHoldReason=A%20twin%3F', calls.decide],
    ['GET', '/photo?status=ON_HOLD&offset=0&max=1', calls.list],
    ['GET', '/person/j%C3%BCrgen%40example.edu?findBy=email', calls.person],
    ['GET', '/person/A.B-12?findBy=identifier', calls.person],
    ['POST', '/api/login', calls.signIn],
    ['POST', '/authentication-token', calls.signInWithToken],
    ['POST', '/person/me/logout', calls.signOut],
  ])('%s %s', (method, target, call) => {
    expect(callOf(method, target)).toBe(call)
  })

  test('with any note, any reason and any name of a person that the app would ask for', () => {
    const words = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => !each.includes('\0'))
    fc.assert(
      fc.property(words, words, (reason, note) => {
        const query = { [reason]: 'true', otherReason: note, noteToCardholder: note, onHoldReason: note }
        return callOf('PUT', behindOwn(ownAddress('/photo/1', query))) === calls.decide
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  test('a note of the greatest length takes no time to look at, also when it is refused at its end', () => {
    for (const note of ['a', ' ', '照', "'", '.'].map((each) => encodeURIComponent(each).repeat(5000))) {
      const target = `/photo/1?noteToCardholder=${note.replaceAll("'", '%27')}`
      expect(callOf('PUT', target)).toBe(calls.decide)
      expect(callOf('PUT', `${target}#`)).toBeUndefined()
    }
  })
})

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'get']

test.each(foreignTargets)('%j is no call of Loupe, by no method', (target) => {
  expect(methods.filter((method) => callOf(method, target) !== undefined)).toEqual([])
})

test('what the client makes of a call is let through by both servers', () => {
  const names = fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((each) => !/[\p{Cc}#%/;?\\]|^\.+$/u.test(each))
  fc.assert(
    fc.property(names, (person) => {
      expect(callOf('GET', `${pathOf('person', { person })}?findBy=identifier`)).toBe(calls.person)
    }),
    { seed: 7, numRuns: 2000 },
  )
  expect(callOf('PUT', pathOf('decide', { id: 1_423_442 }))).toBe(calls.decide)
  expect(callOf('POST', pathOf('process', { id: 1_423_442 }))).toBe(calls.process)
  expect(callOf('POST', pathOf('signOut', {}))).toBe(calls.signOut)
})

test('what stands for a person leads nowhere else, also where more of the path follows', () => {
  const path = new RegExp(`^${pathPattern({ method: 'GET', path: '/person/:person/photos' })}$`)
  expect(path.test('/person/a.b%40example.edu/photos')).toBe(true)
  const others = ['/person/../photos', '/person/./photos', '/person//photos']
  expect(others.filter((each) => path.test(each))).toEqual([])
})

test('a call is made by its own method alone', () => {
  const made = (target: string) => methods.filter((method) => callOf(method, target))
  expect(made('/photo')).toEqual(['GET'])
  expect(made('/photo/1')).toEqual(['GET', 'POST', 'PUT'])
  expect(made('/person/me/logout')).toEqual(['POST'])
  expect(made('/api/login')).toEqual(['POST'])
})
