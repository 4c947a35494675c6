import type { Script } from 'node:vm'
import type { Office } from '../office'
import type { Random } from '../random'
import type { WalkClock } from './clock'
import { createChannels, createLocks } from './kept'
import type { Page } from './page'
import { Tab } from './tab'

export type Sight = { part: number; width: number; height: number; isNarrow: boolean }
export const usualSight: Sight = { part: 1, width: 300, height: 400, isNarrow: false }

/** A browser with several tabs, whose pages are jsdom's; the network and the time of all of them are its own. */
export class Browser {
  readonly origin = 'https://loupe.example'
  readonly officeOrigin: string
  readonly clock: WalkClock
  readonly channels
  readonly locks = createLocks()
  /** localStorage. */
  readonly kept = new Map<string, string>()
  readonly app: Script
  readonly office: Office
  readonly random: Random
  tabs: Tab[] = []
  active: Tab
  isOnline = true
  sight = usualSight
  release = 1
  /** On the consoles of pages that are gone. */
  readonly said: string[] = []
  readonly sightListeners = new Map<() => void, Page>()

  constructor(app: Script, office: Office, officeOrigin: string, random: Random, clock: WalkClock) {
    this.app = app
    this.office = office
    this.officeOrigin = officeOrigin
    this.random = random
    this.clock = clock
    this.channels = createChannels(clock)
    this.active = new Tab(this)
    this.tabs.push(this.active)
  }

  openTab(kept?: Map<string, string>): Tab {
    const tab = new Tab(this, kept)
    this.tabs.push(tab)
    this.show(tab)
    return tab
  }

  show(tab: Tab): void {
    const former = this.active
    this.active = tab
    for (const { page } of [former, tab])
      page?.window.document.dispatchEvent(new page.window.Event('visibilitychange'))
    tab.page?.window.dispatchEvent(new tab.page.window.Event('focus'))
  }

  closeTab(tab: Tab, options: { isCrash?: boolean } = {}): void {
    tab.leave(options)
    this.tabs = this.tabs.filter((each) => each !== tab)
    const next = this.tabs.at(-1)
    if (this.active === tab && next) this.show(next)
  }

  setOnline(isOnline: boolean): void {
    if (this.isOnline === isOnline) return
    this.isOnline = isOnline
    for (const { page } of this.tabs)
      page?.window.dispatchEvent(new page.window.Event(isOnline ? 'online' : 'offline'))
  }

  setSight(sight: Sight): void {
    this.sight = sight
    for (const tell of this.sightListeners.keys()) tell()
  }

  dropSight(page: Page): void {
    for (const [tell, its] of this.sightListeners) if (its === page) this.sightListeners.delete(tell)
  }

  /** The other tabs hear of a change of localStorage. */
  tellStorage(by: Page, key: string | null): void {
    for (const { page } of this.tabs) {
      if (!page || page === by) continue
      page.set(() => page.window.dispatchEvent(new page.window.StorageEvent('storage', { key })), 1)
    }
  }

  /** The parts of this release, which are gone with the next one. */
  partFiles = (): string => `/assets/parts-${this.release}.js`
  files(path: string): { status: number; type: string } {
    const isPart = path.startsWith('/assets/')
    if (isPart && path !== this.partFiles()) return { status: 404, type: 'text/html' }
    return { status: 200, type: isPart ? 'text/javascript' : 'text/html' }
  }
}
