import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ariaKeysOf, isKey, keyNames, keyTable, placeLabels } from './keys'
import { isUndoAnywhere, isWriting } from './pressed'

const press = (key: string, rest: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  target: document.body,
  ...rest,
})

describe('a key of ours', () => {
  it('is the letter, whatever Caps Lock says', () => {
    expect(isKey('approve', press('a'), true)).toBe(true)
    expect(isKey('approve', press('A'), true)).toBe(true)
    expect(isKey('approve', press('d'), true)).toBe(false)
  })

  it.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const)('is none with %s', (modifier) => {
    expect(isKey('approve', press('a', { [modifier]: true }), true)).toBe(false)
  })

  it('with a single character is none where those are switched off; arrows and Escape stay', () => {
    expect(isKey('approve', press('a'), false)).toBe(false)
    expect(isKey('search', press('/'), false)).toBe(false)
    expect(isKey('next', press('ArrowRight'), false)).toBe(true)
    expect(isKey('close', press('Escape'), false)).toBe(true)
    expect(ariaKeysOf('approve', false)).toBeUndefined()
    expect(ariaKeysOf('next', false)).toBe('ArrowRight ArrowDown')
    expect(ariaKeysOf('next', true)).toBe('J ArrowRight ArrowDown')
  })

  it('is the same place on a keyboard of another script', () => {
    expect(isKey('approve', press('ф', { code: 'KeyA' }), true)).toBe(true)
    expect(isKey('approve', press('é', { code: 'Digit2' }), true)).toBe(false)
  })

  it('that needs Shift on some keyboards may have it', () => {
    expect(isKey('help', press('?', { shiftKey: true }), true)).toBe(true)
    expect(isKey('search', press('/', { shiftKey: true }), true)).toBe(true)
  })

  it('to undo from anywhere is Ctrl+Z or Cmd+Z, and not Ctrl+Shift+Z', () => {
    expect(isUndoAnywhere(press('z', { ctrlKey: true }))).toBe(true)
    expect(isUndoAnywhere(press('z', { metaKey: true }))).toBe(true)
    expect(isUndoAnywhere(press('z'))).toBe(false)
    expect(isUndoAnywhere(press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false)
  })
})

it('where something is written, or composed, no key is ours', () => {
  const element = (html: string) => {
    document.body.innerHTML = html
    return document.body.firstElementChild
  }
  for (const field of ['<input>', '<input type="search">', '<textarea></textarea>', '<select></select>']) {
    expect(isWriting({ target: element(field) }), field).toBe(true)
  }
  for (const other of ['<input type="checkbox">', '<button></button>', '<h2></h2>']) {
    expect(isWriting({ target: element(other) }), other).toBe(false)
  }
  expect(isWriting({ target: element('<h2></h2>'), isComposing: true })).toBe(true)
})

it('within one place no key does two things', () => {
  for (const where of Object.keys(placeLabels)) {
    const keys = keyNames
      .filter((name) => keyTable[name].where === where && name !== 'undoAnywhere')
      .flatMap((name) => keyTable[name].keys)
    expect(new Set(keys).size, where).toBe(keys.length)
  }
})

it('the README lists the keys as they are', () => {
  const readme = readFileSync('README.md', 'utf8').replaceAll(/ +/g, ' ')
  for (const name of keyNames) {
    const { label, does, where } = keyTable[name]
    expect(readme).toContain(`| ${placeLabels[where]} | ${label} | ${does} |`)
  }
})
