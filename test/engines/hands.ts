import type { Page } from '@playwright/test'

/** What a person would point at: by its role and name, within something else where that is needed. */
export interface Target {
  role: Parameters<Page['getByRole']>[0]
  /** Text is the whole name. */
  name?: string | RegExp
  within?: Target
}

/** What can be seen of one such thing. */
export interface Seen {
  text: string
  /** Of a field. */
  value: string
  hasFocus: boolean
  /** It says that it cannot be used now. */
  isOff: boolean
  /** It is ticked, pressed, or the current one of its kind. */
  isOn: boolean
  /** On the page's visible part, in CSS pixels. */
  box: { x: number; y: number; width: number; height: number }
}

export interface Saved {
  name: string
  text: string
}

/** Hands on one browser, with one tab in sight: the little that every engine's driver can do. */
export interface Hands {
  /** Such as "Firefox 140.0". */
  browser: string
  open: (address: string) => Promise<void>
  address: () => Promise<string>
  back: () => Promise<void>
  /** Loads the page anew, whatever the page would ask first. */
  reload: () => Promise<void>
  /** All of its kind that assistive technology is told of, in their order. */
  look: (target: Target) => Promise<Seen[]>
  /** On the first of its kind, in its middle. */
  click: (target: Target) => Promise<void>
  /** A key by its name in the DOM ("ArrowDown", "a"), with those that are held meanwhile: "Control+z". */
  press: (keys: string) => Promise<void>
  /** Into whatever has the focus. */
  type: (text: string) => Promise<void>
  /** With the main button held, from the middle of the first of its kind. */
  drag: (target: Target, by: { x: number; y: number }) => Promise<void>
  wheel: (target: Target, down: number) => Promise<void>
  /** Another tab of the same browser, in sight from now on. */
  openTab: (address: string) => Promise<void>
  /** Ends the tab in sight, whatever its page would ask first; the one that was there before is in sight. */
  closeTab: () => Promise<void>
  /** Runs in the page, and gives what can be written as JSON. */
  run: <Result, Args extends unknown[]>(script: (...args: Args) => Result, ...args: Args) => Promise<Result>
  /** What a click saves to the disk. */
  saved: (click: () => Promise<void>) => Promise<Saved>
  picture: (path: string) => Promise<void>
  /** What the pages should not have done, since the hands were last clean. */
  problems: () => string[]
  /** Ends all tabs but one, and takes away whatever the browser keeps of the app. */
  clean: () => Promise<void>
  close: () => Promise<void>
}

export const describeTarget = ({ role, name, within }: Target): string =>
  `${role}${name === undefined ? '' : ` ${String(name)}`}${within ? ` in ${describeTarget(within)}` : ''}`

/** The messages of a page that no test is about: some pictures of the sandbox are dead. */
export const isExpected = (words: string): boolean => /40[34]/.test(words) && /\/sandbox-photos\//.test(words)
