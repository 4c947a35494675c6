import { createStore, useStore } from '../base/store'

/** One line about what was just pressed: why it did nothing, or what it did. */
type Notice = {
  key: number
  text: string
  /** Only heard: whoever sees the screen sees it there. */
  isOnlyHeard: boolean
  /** Of what it tells how it is now: the one before is not true any more. */
  topic: string | undefined
}

/** Those that were said last, the newest at the end. */
const notices = createStore<readonly Notice[]>([], 'work')

/** So long each is there to be read, in ms, and longer where it has more letters. */
const shownMs = 5_000
const letterMs = 70
/** More would be a list, and not what was just pressed. */
const most = 3

let lastKey = 0

/** Says it beside what was said before: neither takes the time to be read from the other. */
export function say(
  text: string,
  { isOnlyHeard = false, topic = undefined as string | undefined } = {},
): void {
  const key = ++lastKey
  const others = notices
    .get()
    .filter((each) => each.text !== text && (topic === undefined || each.topic !== topic))
  notices.set([...others, { key, text, isOnlyHeard, topic }].slice(-most))
  const stop = () => notices.set(notices.get().filter((each) => each.key !== key))
  setTimeout(stop, Math.max(shownMs, text.length * letterMs))
}

export function useNotices(): readonly Notice[] {
  return useStore(notices)
}
