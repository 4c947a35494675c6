import { createStore } from '../base/store'

export type BannerDialog = 'settings' | 'help' | null

/** What is open over the page of what the banner leads to. Other places lead to it too. */
export const bannerDialog = createStore<BannerDialog>(null)

export const openHelp = (): void => bannerDialog.set('help')
