import type { Seen } from './look'

export type Role = 'button' | 'link' | 'checkbox' | 'searchbox' | 'textbox' | 'combobox' | 'img' | 'main'

/** Something on the page; where there are several of the name, `place` says which, from 0, and goes round at the end. */
export type Target = { role: Role; name: RegExp; place?: number }

/** Clicks, of which the second is told as such by the system, so many ms after the first. */
export type Clicking = { second?: number }

/** Does what a person does, and looks at the screen: in jsdom, or in a real browser. */
export type Hands = {
  /** Real time is short: what would take longer is not done. */
  longestWaitMs: number
  see: () => Promise<Seen>
  /** Of each tab, that in sight first. */
  seeAll: () => Promise<Seen[]>
  /** What the browser keeps, as text. */
  kept: () => Promise<string>
  /** What was said on the console, or thrown, since it was last asked. */
  said: () => string[]
  /** How many pages were loaded without the person having asked for it. */
  loadedByItself: () => number
  /** How many timers and frames have run in the tab in sight. */
  ran: () => Promise<number>
  tabCount: () => number

  /** false where there is nothing of that name. */
  click: (target: Target, clicking?: Clicking) => Promise<boolean>
  /** As in Playwright: "a", "Enter", "Shift+Tab", "Control+z", "AltGraph+a". */
  press: (key: string) => Promise<void>
  /** Letter by letter, into whatever has the focus by then. */
  type: (text: string) => Promise<void>
  /** Enter that ends a composition. */
  endComposition: () => Promise<void>
  choose: (name: RegExp, value: string) => Promise<boolean>

  /** An address that is typed, or a bookmark. */
  open: (address: string) => Promise<void>
  go: (delta: -1 | 1) => Promise<void>
  reload: () => Promise<void>
  openTab: (address: string) => Promise<void>
  nextTab: () => Promise<void>
  closeTab: () => Promise<void>
  /** Nothing of its page runs any more. Then it is opened anew. */
  crash: () => Promise<void>
  /** The window is closed and opened again, with what it kept or without. */
  reopen: (isRestored: boolean) => Promise<void>
  setOnline: (isOnline: boolean) => Promise<void>
  /** In per cent. */
  zoom: (level: number) => Promise<void>
  newRelease: () => Promise<void>

  pass: (ms: number) => Promise<void>
  end: () => Promise<void>
}
