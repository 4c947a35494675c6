import type { QueryCache } from '@tanstack/react-query'
import { browserClock } from '../base/clock'
import { createStore, useStore } from '../base/store'
import { dropAuthToken } from '../cloudcard/auth-token'
import { beginActivity, hasActivity, isIdleOver, noteActivity } from './activity'
import { prepareSignOut } from './before-sign-out'
import { checkSession } from './leave'
import { endWhenTimeIsUp, getSession, keepMark, lockSession } from './session'
import { changeSettings } from './settings'

/** So often it is looked at the clock, which may have jumped while the computer slept, in ms. */
const lookEveryMs = 1_000
/** Counts the looks. */
const looks = createStore(0)

/** What is computed from the time, and from when somebody was here: looked at anew each second, and when somebody is seen. */
export const useLooked = <T>(compute: () => T): T => useStore(looks, compute)

/** Locks where nobody was here for too long: what was decided is sent, and meanwhile nothing is on the screen any more. */
async function lockWhenIdle(): Promise<void> {
  const { person, end } = getSession()
  if (person === null || end === 'locked' || !isIdleOver()) return
  const prepared = prepareSignOut()
  lockSession({ keepsToken: end !== 'interrupted' })
  await prepared
  if (getSession().signedIn === null) dropAuthToken()
}

/**
 * Follows time, keys and pointer: locks where nobody is there, in any tab of this browser, and ends a session whose time is up.
 * Signing out in another tab, and time that has passed while this one was asleep, are met before anything is shown: a page
 * that is frozen or kept for Back leaves nothing on the screen to wake up with.
 */
export function watchSession(cache: QueryCache): () => void {
  let stopTimer = () => {}
  function look() {
    stopTimer()
    stopTimer = browserClock.setTimer(look, lookEveryMs)
    void lockWhenIdle()
    endWhenTimeIsUp()
    looks.set(looks.get() + 1)
  }
  const note = (isSaid: boolean) => {
    noteActivity(isSaid)
    look()
  }
  const hide = () => void (document.body.style.visibility = 'hidden')
  const wake = () => {
    checkSession()
    look()
    document.body.style.visibility = ''
  }
  if (!hasActivity()) beginActivity()
  look()

  const watching = new AbortController()
  const { signal } = watching
  const first = { capture: true, passive: true, signal }
  for (const type of ['keydown', 'pointerdown', 'wheel'])
    window.addEventListener(type, () => note(true), first)
  let place = ''
  const onMove = ({ screenX, screenY }: PointerEvent) => {
    // The page may move under a pointer that does not.
    const moved = `${screenX} ${screenY}`
    if (moved !== place) note(false)
    place = moved
  }
  window.addEventListener('pointermove', onMove, first)
  const onStorage = ({ key }: StorageEvent) => {
    // Signing out removes what it has kept, key by key.
    if (key !== null) return
    keepMark()
    changeSettings({})
    // Whoever did it is there; and without a time nobody would ever be away.
    if (getSession().person !== null) beginActivity()
  }
  window.addEventListener('storage', onStorage, { signal })
  document.addEventListener('freeze', hide, { signal })
  window.addEventListener('pagehide', (event) => event.persisted && hide(), { signal })
  // Another tab has seen somebody, or signed out.
  for (const type of ['pageshow', 'focus', 'storage']) window.addEventListener(type, wake, { signal })
  for (const type of ['resume', 'visibilitychange']) document.addEventListener(type, wake, { signal })
  // Whoever reads a whole status waits for it, and need not press keys meanwhile.
  const stopReading = cache.subscribe(({ type, query }) => {
    if (type !== 'observerAdded' && query.queryKey[0] === 'whole-status') note(true)
  })
  return () => {
    stopReading()
    stopTimer()
    watching.abort()
  }
}
