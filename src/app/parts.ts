/** What the frame of the page opens, as one piece: signing in and out, its dialogs, and the pages beside the list. */
export { SignInPage } from '../session/sign-in-page'
export { SignOutFlow } from '../session/sign-out-flow'
export { PhotoPage } from '../screens/viewer/photo-page'
export { RecordPage } from '../screens/record/record-page'
export { AfterStart } from './after-start'
export { HelpDialog } from './help-dialog'
export { SettingsDialog } from './settings-dialog'
