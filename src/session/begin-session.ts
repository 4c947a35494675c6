import { serverTime } from '../cloudcard/server-time'
import type { SignedIn } from '../cloudcard/session-requests'
import { documentLoad } from '../base/document-load'
import { paths } from '../base/paths'
import { leaveDocument } from './leave'
import { beginActivity } from './activity'
import { latestEnd } from './expiry'
import {
  endSession,
  getSession,
  isSamePerson,
  sessionMark,
  setSessionMark,
  storeSession,
  takeSession,
} from './session'

/** Whoever signs in goes on where he was; somebody else finds nothing of the one before. */
export function beginSession(answer: SignedIn): void {
  const signedIn = { ...answer, expiresAt: latestEnd(answer.expiresAt, serverTime()) }
  const { person } = getSession()
  const isOther = person !== null && !isSamePerson(person, signedIn)
  const nextMark = (!isOther && person !== null && sessionMark()) || `${Date.now()}.${Math.random()}`
  setSessionMark(nextMark)
  beginActivity()
  if (isOther) void beginAnew(signedIn, nextMark)
  else takeSession(signedIn, nextMark)
}

/** Of another tab of this browser: the same session, or a newer one of the same person. */
export function joinSession(signedIn: SignedIn, itsMark: string): void {
  const { person } = getSession()
  if (itsMark !== sessionMark()) return
  if (person === null || isSamePerson(person, signedIn)) return takeSession(signedIn, itsMark)
  // Somebody else has signed in there: nothing of this one stays here, and that session goes on.
  endSession('leaving', { isLocalOnly: true })
  void leaveDocument('signed-out')
}

/** In a new document, so that nothing is left in memory either. */
async function beginAnew(signedIn: SignedIn, nextMark: string) {
  endSession('leaving', { isLocalOnly: true })
  storeSession(signedIn, nextMark)
  if (!(await documentLoad.replace(paths.photos()))) takeSession(signedIn, nextMark)
}
