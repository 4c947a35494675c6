import * as v from 'valibot'
import { awaitAuthToken, dropAuthToken, onTokenRefused, setAuthToken } from '../cloudcard/auth-token'
import { serverAhead, serverTime, takeServerAhead } from '../cloudcard/server-time'
import { signOut, type SignedIn } from '../cloudcard/session-requests'
import { createStore, useStore } from '../base/store'
import { forgetActivity, isIdleOver } from './activity'
import { keptInBrowser, keptInTab } from '../base/kept'
import { clearTab, keptForReload } from '../base/kept-for-reload'
import { parsedAs } from '../base/parsed'

/** Whose work is in memory. */
export type Person = Pick<SignedIn, 'username' | 'roles'>

/** Where CloudCard told no name, nobody can say that it is the same person. */
export function isSamePerson(one: Pick<Person, 'username'>, other: Pick<Person, 'username'>): boolean {
  const name = one.username.trim().toLowerCase()
  return name !== '' && name === other.username.trim().toLowerCase()
}

/** Nobody is signed in here, nothing of anybody is kept, and why. 'leaving': the document is about to be loaded anew. */
export type SessionEnd = 'never-began' | 'expired' | 'leaving' | 'signed-out' | 'signed-out-here-only'

/**
 * Somebody is signed in; or has to sign in again, over the page as it is ('interrupted') or with nothing on the screen
 * ('locked'); or nobody is.
 */
type Session =
  | { signedIn: SignedIn; end: null; person: Person }
  | { signedIn: null; end: 'interrupted' | 'locked'; person: Person }
  | { signedIn: null; end: SessionEnd; person: null }

// Token, name and roles never outlive the tab, and no disk has them.
const storageKey = 'loupe.session'
/**
 * Says which session this browser is in: any value, the same one in all tabs and no secret. Where it is gone somebody has
 * signed out; a tab that could not hear of it, for it was frozen, compares before it shows anything.
 */
const markKey = 'loupe.session-mark'

export const signedInSchema = v.object({
  token: v.pipe(v.string(), v.nonEmpty()),
  username: v.string(),
  roles: v.nullable(v.array(v.string())),
  expiresAt: v.nullable(v.number()),
})
const storedSchema = v.object({ ...signedInSchema.entries, mark: v.string(), serverAhead: v.number() })

const nobody = (end: SessionEnd): Session => ({ signedIn: null, end, person: null })
const session = createStore<Session>(nobody('never-began'))
/** Of this tab. */
let mark: string | null = null

export function useSession(): Session {
  return useStore(session)
}

/** For what is no component. */
export const getSession = (): Session => session.get()
export const onSessionChange = (listener: () => void): (() => void) => session.subscribe(listener)

/**
 * Whether deciding is offered: managers of groups and persons decide as well, by roles whose names nobody has published, so
 * that CloudCard's own refusal says who may not. A cardholder who is nothing else never may.
 */
export function useMayDecide(): boolean {
  const roles = useSession().person?.roles ?? []
  return roles.length === 0 || roles.some((role) => role !== 'ROLE_CARDHOLDER')
}

/** Of this browser; null where nobody is signed in. */
export const sessionMark = (): string | null => keptInBrowser.get(markKey)
export const setSessionMark = (next: string): void => keptInBrowser.set(markKey, next)
/** Whether it is the one of this tab. */
export const isMarkKnown = (): boolean => sessionMark() === mark

/** Another tab, or an extension, has emptied the storage: that is no sign-out, and this session goes on. */
export function keepMark(): void {
  if (mark !== null && session.get().person !== null) setSessionMark(mark)
}

/** Takes up the session of this tab again after a reload. */
export function restoreSession(): void {
  const stored = parsedAs(storedSchema, keptForReload.get(storageKey))
  if (stored === null) {
    // Half of a session is left: its window was closed, or has been at another site since.
    if (keptInTab.get(storageKey) !== null) endSession('expired', { isLocalOnly: true })
    return
  }
  const { mark: storedMark, serverAhead, ...signedIn } = stored
  takeServerAhead(serverAhead)
  const isKnown = storedMark === sessionMark()
  const isOver = isTimeUp(signedIn) || isIdleOver()
  // Nobody has told CloudCard. Where the mark is another one, somebody has signed out since.
  if (isKnown && isOver) tellItIsOver(signedIn)
  // Other tabs may have a newer one.
  if (!isKnown || isOver) endSession('expired', { isLocalOnly: true })
  else takeSession(signedIn, storedMark)
}

const isTimeUp = ({ expiresAt }: SignedIn) => (expiresAt ?? Infinity) <= serverTime()

/**
 * Nobody waits for the answer: the token is not used here any more, whatever CloudCard says. One that a persistent access
 * token was exchanged for, which comes without roles, CloudCard ends itself when its time is up: it is not sent dead.
 */
function tellItIsOver(signedIn: SignedIn): void {
  const isDead = signedIn.roles === null && isTimeUp(signedIn)
  if (!isDead) void signOut(signedIn.token).catch(() => {})
}

/** Keeps a session for a reload, before the page knows of it. */
export function storeSession(signedIn: SignedIn, itsMark: string): void {
  mark = itsMark
  keptForReload.set(storageKey, JSON.stringify({ ...signedIn, mark, serverAhead: serverAhead() }))
}

/** Somebody is signed in from now on. */
export function takeSession(signedIn: SignedIn, itsMark: string): void {
  storeSession(signedIn, itsMark)
  setAuthToken(signedIn.token)
  session.set({ signedIn, end: null, person: personOf(signedIn) })
}

const personOf = ({ username, roles }: SignedIn): Person => ({ username, roles })

/** The token is no longer good: the page stays as it is, until somebody signs in again. */
function interruptSession(): void {
  const { signedIn } = session.get()
  if (!signedIn) return
  keptForReload.remove(storageKey)
  awaitAuthToken()
  session.set({ signedIn: null, end: 'interrupted', person: personOf(signedIn) })
}
onTokenRefused(interruptSession)

/**
 * Everything leaves the screen; what the person has decided and half typed stays in memory.
 *
 * @param keepsToken it is still needed to send what was decided
 */
export function lockSession({ keepsToken = false } = {}): void {
  const { person } = session.get()
  if (person === null) return
  clearTab()
  if (!keepsToken) dropAuthToken()
  session.set({ signedIn: null, end: 'locked', person })
}

/** A session whose time is up ends here and at CloudCard; the page stays, as with a token that was refused. */
export function endWhenTimeIsUp(): void {
  const { signedIn } = session.get()
  if (!signedIn || !isTimeUp(signedIn)) return
  interruptSession()
  tellItIsOver(signedIn)
}

/**
 * Forgets the person: the token, and everything else that this tab has stored. The other tabs find the mark gone.
 *
 * @param isLocalOnly another session has begun in this browser
 */
export function endSession(end: SessionEnd, { isLocalOnly = false } = {}): void {
  clearTab()
  if (!isLocalOnly) {
    keptInBrowser.remove(markKey)
    forgetActivity()
  }
  dropAuthToken()
  session.set(nobody(end))
}

/** Called each time what was read has to go, since nobody may see it any more. */
export function onSessionEnd(listener: () => void): () => void {
  return session.subscribe(() => {
    const { signedIn, end } = session.get()
    if (signedIn === null && end !== 'interrupted') listener()
  })
}
