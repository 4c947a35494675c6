import type { MouseEvent } from 'react'
import { isSecondClick } from '../components/second-click'
import { say } from './notice'

/**
 * For every button that decides, or takes a decision back: the second click of a pair does nothing. It was meant for the first
 * photo, and would meet one that nobody has looked at.
 */
export function onFirstClick(onClick: () => void): (event: MouseEvent) => void {
  return ({ nativeEvent }) => {
    if (isSecondClick(nativeEvent)) say('That was a double click: only its first click counts.')
    else onClick()
  }
}
