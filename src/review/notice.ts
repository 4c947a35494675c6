import { createStore, useStore } from '../components/store'

/** One line about what was just pressed: why it did nothing, or what it did. */
type Notice = {
  text: string
  /** Only heard: whoever sees the screen sees it there. */
  isOnlyHeard: boolean
}

const notice = createStore<Notice>({ text: '', isOnlyHeard: false })

const shownMs = 5_000
let timer: ReturnType<typeof setTimeout> | undefined

export function say(text: string, { isOnlyHeard = false } = {}): void {
  clearTimeout(timer)
  notice.set({ text, isOnlyHeard })
  if (text) timer = setTimeout(() => say(''), shownMs)
}

export function useNotice(): Notice {
  return useStore(notice)
}
