import type { Browser } from './browser'
import { openPage, type LoadKind, type Page } from './page'

type Entry = { address: string; state: unknown; page: Page | null }

/** A tab: its history, what it keeps, and the document that it shows. */
export class Tab {
  entries: Entry[] = []
  index = -1
  page: Page | null = null
  /** sessionStorage. */
  readonly kept: Map<string, string>
  name = ''
  readonly browser: Browser
  /** Documents that were loaded without the person having asked for it; the end of a session does so. */
  loadedByItself = 0

  constructor(browser: Browser, kept = new Map<string, string>()) {
    this.browser = browser
    this.kept = kept
  }

  /** An address is typed, or a bookmark opened. */
  open(address: string): void {
    this.leave()
    this.entries = this.entries.slice(0, this.index + 1)
    this.entries.push({ address, state: null, page: null })
    this.index++
    this.load('navigate')
  }

  reload(): void {
    this.leave()
    this.load('reload')
  }

  replaceDocument(address: string): void {
    // The browser does so after what is under way.
    this.browser.clock.set(this.browser, 1, () => {
      this.loadedByItself++
      this.leave()
      this.entries[this.index] = { address, state: null, page: null }
      this.load('navigate')
    })
  }

  /** By the app. */
  reloadDocument(): void {
    this.browser.clock.set(this.browser, 1, () => {
      this.loadedByItself++
      this.reload()
    })
  }

  go(delta: number): void {
    const { page } = this
    this.browser.clock.set(this.browser, 1, () => {
      const target = this.entries[this.index + delta]
      if (!target || this.page !== page || !page) return
      this.index += delta
      if (target.page === page) {
        ;(page.window as unknown as { showEntry: (state: unknown, address: string) => void }).showEntry(
          target.state,
          target.address,
        )
      } else {
        this.leave()
        this.load('back_forward')
      }
    })
  }

  noteEntry(address: string, state: unknown, isNew: boolean): void {
    const { page } = this
    if (isNew) {
      this.entries = this.entries.slice(0, this.index + 1)
      this.index++
    }
    this.entries[this.index] = { address, state: structuredCloneOf(state), page }
  }

  /** @param isCrash nothing of the page runs any more, nor is told of its end */
  leave({ isCrash = false } = {}): void {
    const { page, browser } = this
    if (!page) return
    const { window } = page
    if (!isCrash) {
      window.dispatchEvent(new window.Event('pagehide'))
      window.document.dispatchEvent(new window.Event('visibilitychange'))
      this.name = window.name
    }
    page.isGone = true
    this.page = null
    browser.clock.drop(page)
    browser.channels.drop(page)
    browser.locks.drop(page)
    browser.dropSight(page)
    browser.said.push(...page.said)
  }

  private load(kind: LoadKind): void {
    const entry = this.entries[this.index]
    if (!entry) throw new Error('The tab has no entry.')
    // Known to the tab before the app begins, which changes its entry at once.
    this.page = openPage(this, this.browser, entry.address, entry.state, kind, (page) => {
      entry.page = page
      this.page = page
    })
  }
}

const structuredCloneOf = (state: unknown): unknown =>
  state === null ? null : JSON.parse(JSON.stringify(state))
