import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownAddress } from './own-address'

test('every path goes to CloudCard through our own origin', () => {
  expect(ownAddress('/photo')).toBe('/cloudcard/photo')
  expect(ownAddress('/api/login')).toBe('/cloudcard/api/login')
  expect(ownAddress('/photo', { status: 'PENDING', offset: 0, max: 25 })).toBe(
    '/cloudcard/photo?status=PENDING&offset=0&max=25',
  )
})

test('what a person wrote is encoded', () => {
  expect(ownAddress('/photo/1', { noteToCardholder: 'Hat & glasses?', 'Eyes open': 'true' })).toBe(
    '/cloudcard/photo/1?noteToCardholder=Hat%20%26%20glasses%3F&Eyes%20open=true',
  )
  expect(ownAddress(`/person/${encodeURIComponent('a/b@c.d')}`)).toBe('/cloudcard/person/a%2Fb%40c.d')
})

test.each([
  '',
  'photo',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/photo/../../evil',
  '/photo/%2e%2E/evil',
  '/photo/..%2f..%2fevil',
  '/photo/..%5c..%5cevil',
  '/photo/./1',
  '/photo/%',
  '/photo?x=1',
  '/photo#x',
  '/\t/evil.example',
  '/photo\n',
  '/https://evil.example',
  'https://evil.example/photo',
  'javascript:alert(1)',
  '/photo/1;/',
])('the path %j is refused', (path) => {
  expect(() => ownAddress(path)).toThrow(TypeError)
})

test('no path whatever leads away from /cloudcard on our own origin', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '%', '2', 'e', 'f', ':', '@', '?', 'a', '\t'),
  })
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string()), (path) => {
      let address = '/cloudcard/'
      try {
        address = ownAddress(`/${path}`)
      } catch {
        // Refused, which is just as safe.
      }
      const { origin, pathname } = new URL(address, 'https://loupe.example')
      expect(origin).toBe('https://loupe.example')
      expect(pathname.startsWith('/cloudcard/')).toBe(true)
    }),
    { numRuns: 5_000, seed: 1 },
  )
})
