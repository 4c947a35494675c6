import type { MouseEvent } from 'react'
import { createStore, useStore } from '../base/store'
import { isComposed, isField } from '../base/writing'
import { say } from './notice'
import { isSecondClick } from './second-click'

/**
 * Whether a letter is meant for the open photo. Two things say that it is not, until the person presses the mouse button or a
 * key that moves: the app has moved the focus, by a reload or a dialog of its own; or the last letters were written into a
 * field, which may have gone away under them.
 */
let isFocusMoved = false
let isWritten = false
/** A key was pressed since, perhaps for what was there before. */
let isKeyLast = false
/** An event of the person's is being answered. */
let isActing = false

/** The letters of the keyboard go to the open photo now: what its frame shows. */
const areKeysHere = createStore(false)
export const useAreKeysHere = (): boolean => useStore(areKeysHere)

export const areLettersMeant = (): boolean => !isFocusMoved && !isWritten

export const isEnterMeant = (): boolean => !isFocusMoved

/** Said where a key does nothing for that reason. */
export const unmeantWords = 'Keys are off. Click the photo or press Tab to use them.'

/**
 * For every button that decides, or takes a decision back. The second click of a pair does nothing: it was meant for what
 * stood there first, and would meet what nobody has looked at. Neither does a key that was meant for what had the focus before.
 */
export function onMeantPress(onPress: (event: MouseEvent<HTMLElement>) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const { nativeEvent } = event
    if (isSecondClick(nativeEvent)) say('That was a double-click. Only the first click counts.')
    else if (isFocusMoved && isKeyLast && nativeEvent.detail === 0) say(unmeantWords)
    else onPress(event)
  }
}

/** To be called where the app moves the focus by itself, so that what is typed on decides nothing. */
export function doubtKeys(): void {
  isFocusMoved = true
  isKeyLast = false
  look()
}

/** To be called where the person has answered a form by a key. */
export function trustKeys(): void {
  isFocusMoved = false
  isWritten = false
  look()
}

/** Whether what happens now is the answer to a key or a click, and not to time or the network. */
export const isAnswering = (): boolean => isActing

/** These move the focus or what has it, and write nothing. */
const movingKeys = new Set(
  'Tab Escape ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown'.split(' '),
)
/** In a field they move the caret. */
const leavingKeys = new Set(['Tab', 'Escape'])

function onKey(event: KeyboardEvent): void {
  const isInField = isComposed(event) || isField(event.target)
  isKeyLast = true
  if (movingKeys.has(event.key)) isFocusMoved = false
  if ((isInField ? leavingKeys : movingKeys).has(event.key)) isWritten = false
  else if (isInField) isWritten = true
  look()
}

function look(): void {
  const focused = document.activeElement
  const isElsewhere = isField(focused) || focused?.closest('dialog') != null
  const next = areLettersMeant() && !isElsewhere
  if (next !== areKeysHere.get()) areKeysHere.set(next)
}

/** A page that somebody opened; one that was loaded again, or comes back, may have been so without being asked. */
function isOpened(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return load === undefined || load.type === 'navigate'
}

/** Follows what the person does on the page, until what is given back is called. */
export function watchKeys(): () => void {
  const watching = new AbortController()
  const options = { capture: true, signal: watching.signal }
  isFocusMoved = !isOpened()
  isWritten = false
  isKeyLast = false
  const act = () => {
    isActing = true
    setTimeout(() => (isActing = false))
  }
  for (const type of ['keydown', 'click', 'cancel', 'popstate']) window.addEventListener(type, act, options)
  window.addEventListener('keydown', onKey, options)
  window.addEventListener('pointerdown', trustKeys, options)
  for (const type of ['focusin', 'focusout', 'keyup', 'pointerup'])
    window.addEventListener(type, look, options)
  window.addEventListener('pageshow', ({ persisted }) => persisted && doubtKeys(), options)
  look()
  return () => watching.abort()
}
