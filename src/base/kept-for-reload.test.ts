import { beforeEach, expect, it } from 'vitest'
import { clearTab, keptForReload, keptInMemory } from './kept-for-reload'

beforeEach(() => {
  sessionStorage.clear()
  window.name = ''
})

const text = '{"username":"zoë@example.edu","token":"abcdef"}'
const halves = () => [JSON.stringify({ ...sessionStorage }), window.name]

it('a reload finds what was kept, letter for letter', () => {
  keptForReload.set('session', text)
  keptInMemory.set('key', '01')
  expect(keptForReload.get('session')).toBe(text)
  expect(keptInMemory.get('key')).toBe('01')
})

it('neither the storage alone nor the memory alone says what it is', () => {
  keptForReload.set('session', text)
  const plain = Array.from(new TextEncoder().encode('username'), (byte) => byte.toString(16)).join('')
  for (const half of halves()) {
    expect(half).toContain('session')
    expect(half).not.toMatch(/username|abcdef/)
    expect(half).not.toContain(plain)
  }
})

it('each time it is another one, so that two of them together say nothing either', () => {
  keptForReload.set('session', text)
  const [before] = halves()
  keptForReload.set('session', text)
  expect(halves()[0]).not.toBe(before)
})

it('a window that was closed and is opened again finds nothing', () => {
  keptForReload.set('session', text)
  window.name = ''
  expect(keptForReload.get('session')).toBeNull()
})

it.each(['', 'loupe:', 'loupe:null', 'loupe:{', 'of another page'])(
  'a name that is not ours holds nothing: %j',
  (name) => {
    window.name = name
    expect(keptInMemory.get('session')).toBeNull()
  },
)

it('what is cleared is gone from both, and the name of another page is left alone', () => {
  keptForReload.set('session', text)
  clearTab()
  expect(halves()).toEqual(['{}', ''])
  window.name = 'of another page'
  clearTab()
  expect(window.name).toBe('of another page')
})
