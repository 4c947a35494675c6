import type { MouseEvent } from 'react'
import { isSecondClick } from './second-click'
import { isPressUnmeant, unmeantWords } from './meant-keys'
import { say } from './notice'

/**
 * For every button that decides, or takes a decision back. The second click of a pair does nothing: it was meant for what
 * stood there first, and would meet what nobody has looked at. Neither does a key that was meant for what had the focus before.
 */
export function onMeantPress(onPress: (event: MouseEvent<HTMLElement>) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const { nativeEvent } = event
    if (isSecondClick(nativeEvent)) say('That was a double-click. Only the first click counts.')
    else if (isPressUnmeant(nativeEvent)) say(unmeantWords)
    else onPress(event)
  }
}
