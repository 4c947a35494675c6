import { getSession } from '../session/session'
import { later } from '../ui/later'
import { asDialog, asPage } from '../ui/part-failure'

const piece = () => import('./parts')
const waiting = <p className="sr-only">Loading…</p>

export const SignInPage = later(piece, 'SignInPage', { failed: asPage('The sign-in page') })
export const PhotoPage = later(piece, 'PhotoPage', { waiting, failed: asPage('The photo page') })
export const RecordPage = later(piece, 'RecordPage', { waiting, failed: asPage('My decisions') })
export const HelpDialog = later(piece, 'HelpDialog', { failed: asDialog('Help') })
export const SettingsDialog = later(piece, 'SettingsDialog', { failed: asDialog('Settings') })
export const SignOutFlow = later(piece, 'SignOutFlow', { failed: asDialog('Sign out') })
export const AfterStart = later(piece, 'AfterStart', {
  // Until it is wanted it is tried again quietly.
  failed: (props, failure) => isPersonWanted(getSession()) && asDialog('Sign in again')(props, failure),
})

/** Whether the session goes on only once the person signs in again, or unlocks it. */
export const isPersonWanted = ({ end }: ReturnType<typeof getSession>): boolean =>
  end === 'interrupted' || end === 'locked'
