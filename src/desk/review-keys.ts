import { useEffect, useRef } from 'react'
import { isCharacter, isWriting, useAreLettersOn } from '../session/pressed'
import { areLettersMeant, unmeantWords } from '../ui/meant-keys'
import { say } from '../ui/notice'
import type { PhotoContext } from './commands/command'
import { askedBy } from './commands/press'

const isOnControl = ({ target }: Event) =>
  target instanceof Element && target.closest('a, button, summary, input, select, [role=slider]') !== null

/**
 * The keys of the open photo: all of them while the focus is in it, or nowhere; its letters wherever the focus is, but never
 * where something is written, behind a dialog, or before the person has come to it. A key that is held down browses on, and
 * decides once.
 *
 * @returns for the region that shows the photo; what happens beside it is heard on the window
 */
export function useReviewKeys(context: PhotoContext): (event: KeyboardEvent) => void {
  const areLettersOn = useAreLettersOn()
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWriting(event)) return
    // Enter is for what has the focus, where that can be pressed.
    if (event.key === 'Enter' && isOnControl(event)) return
    const asked = askedBy(event, context, areLettersOn)
    if (!asked) return
    // Arrows would scroll as well, Escape close what is around.
    event.preventDefault()
    if (isCharacter(event.key) && !areLettersMeant()) say(unmeantWords)
    else if (!event.repeat || asked.isRepeated) asked.run()
  }

  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  // What has the focus may be anywhere on the page, or nothing.
  useEffect(() => {
    const onElsewhere = (event: KeyboardEvent) => {
      const { target } = event
      const isNowhere = target === document.body || target === document.documentElement
      if (!isNowhere && !isCharacter(event.key)) return
      if (document.querySelector('dialog[open]') === null) latest.current(event)
    }
    window.addEventListener('keydown', onElsewhere)
    return () => window.removeEventListener('keydown', onElsewhere)
  }, [])
  return onKey
}
