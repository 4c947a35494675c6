import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import {
  isModified,
  isPressed,
  isUndoAnywhere,
  isWriting,
  reasonPlace,
  type Pressed,
} from '../../session/pressed'
import { changeSettings } from '../../session/settings'
import { approve } from '../verdicts/approve'
import { deny } from '../verdicts/deny'
import * as browse from './browse'
import { everywhere, type PhotoContext } from './command'
import { commands } from './commands'
import { help } from './help'
import { ariaKeysOf } from './key'
import { listKeys } from './list-keys'
import { skip } from './skip'
import { commandOf } from './verdict-commands'

const named = {
  ...browse,
  approve: commandOf(approve),
  deny: commandOf(deny),
  help,
  search: listKeys.search,
  skip,
}
const switchLetters = (areOn: boolean) => changeSettings({ letterKeys: areOn ? 'on' : 'off' })
afterEach(() => switchLetters(true))

function isKey(name: keyof typeof named, event: Pressed, areLettersOn: boolean): boolean {
  switchLetters(areLettersOn)
  return isPressed(named[name], event)
}
function placeOf(event: Pressed, areLettersOn: boolean): number | null {
  switchLetters(areLettersOn)
  return reasonPlace(event)
}

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

  it.each([
    ['ą', 'KeyA'],
    ['ś', 'KeyS'],
    ['đ', 'KeyD'],
    ['s', 'KeyS'],
  ])('is none with AltGr, which writes %s', (key, code) => {
    const altGr = press(key, { code, getModifierState: (modifier) => modifier === 'AltGraph' })
    for (const name of ['approve', 'skip', 'deny'] as const) expect(isKey(name, altGr, true)).toBe(false)
    expect(isModified(altGr)).toBe(true)
    expect(isUndoAnywhere({ ...altGr, key: 'z', ctrlKey: true })).toBe(false)
  })

  it('is not a letter with an accent that stands in its place', () => {
    expect(isKey('approve', press('ą', { code: 'KeyA' }), true)).toBe(false)
    expect(isKey('skip', press('ş', { code: 'KeyS' }), true)).toBe(false)
  })

  it('with a single character is none where those are switched off; arrows and Escape stay', () => {
    expect(isKey('approve', press('a'), false)).toBe(false)
    expect(isKey('search', press('/'), false)).toBe(false)
    expect(isKey('next', press('ArrowRight'), false)).toBe(true)
    expect(isKey('close', press('Escape'), false)).toBe(true)
    expect(ariaKeysOf(named.approve, false)).toBeUndefined()
    expect(ariaKeysOf(browse.next, false)).toBe('ArrowRight ArrowDown')
    expect(ariaKeysOf(browse.next, true)).toBe('J ArrowRight ArrowDown')
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

describe('the number of a reason', () => {
  it.each([
    ['English', '2', 'Digit2'],
    ['French', 'é', 'Digit2'],
    ['Belgian', 'é', 'Digit2'],
    ['Czech', 'ě', 'Digit2'],
    ['Persian', '۲', 'Digit2'],
    ['Arabic', '٢', 'Digit2'],
    ['numeric', '2', 'Numpad2'],
    ['programmer’s', '2', 'Digit5'],
  ])('is on its key on a keyboard that is %s', (_, key, code) => {
    expect(placeOf(press(key, { code }), true)).toBe(1)
  })

  it('needs Shift on some, and is another sign with it on others', () => {
    expect(placeOf(press('2', { code: 'Digit2', shiftKey: true }), true)).toBe(1)
    expect(placeOf(press('@', { code: 'Digit2', shiftKey: true }), true)).toBeNull()
  })

  it('is none with other keys held, on the arrows of a number pad, for nought, and where letters are off', () => {
    expect(placeOf(press('2', { code: 'Digit2', ctrlKey: true }), true)).toBeNull()
    const getModifierState = (modifier: string) => modifier === 'AltGraph'
    expect(placeOf(press('@', { code: 'Digit2', getModifierState }), true)).toBeNull()
    expect(placeOf(press('ArrowDown', { code: 'Numpad2' }), true)).toBeNull()
    expect(placeOf(press('0', { code: 'Digit0' }), true)).toBeNull()
    expect(placeOf(press('2', { code: 'Digit2' }), false)).toBeNull()
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
  // Safari ends a composition before the key that ended it.
  expect(isWriting({ target: element('<h2></h2>'), isComposing: false, keyCode: 229 })).toBe(true)
})

it('within one place no key does two things to a photo, and what works everywhere is no key of a place', () => {
  const places = new Set(commands.map(({ where }) => where))
  for (const status of ['PENDING', 'APPROVED', 'DENIED', 'ON_HOLD', 'FAILED', 'DONE', 'SOMETHING_ELSE']) {
    const context = { photo: { status, original: {} }, look: { isComparing: false } } as PhotoContext
    const keysIn = (place: unknown) =>
      commands
        .filter(({ where, isChord }) => where === place && !isChord)
        .filter(({ isPossible }) => isPossible?.(context) !== false)
        .flatMap(({ keys }) => keys)
    for (const place of places) {
      const keys = place === everywhere ? keysIn(place) : [...keysIn(place), ...keysIn(everywhere)]
      expect(new Set(keys).size, `${place.label}, ${status}`).toBe(keys.length)
    }
  }
})

it('the README lists the keys as they are', () => {
  const readme = readFileSync('README.md', 'utf8').replaceAll(/ +/g, ' ')
  for (const { label, does, where } of commands) {
    expect(readme).toContain(`| ${where.label} | ${label} | ${does} |`)
  }
})
