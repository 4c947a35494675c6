import { getByLabelText } from '@testing-library/react'
import { sandboxSignIn } from '../../src/sandbox/sandbox'
import type { Fault } from './faults'
import { reloadApp } from './desk'
import { all, isSoon, keys, one, pass, press, type } from './person'
import { breakWire, isMet, mendWire } from './wire'
import { advice, raw, recovering } from './words'

/** What a person has in hand while something fails, and must still have afterwards. */
export type InHand = {
  what: string
  isThere: () => boolean
  /** It does not outlive a reload, and whoever reloads is told so in these words. */
  lostByReload?: RegExp
}

export type Call = {
  name: string
  /** What a good answer holds. */
  answers: 'rows' | 'one row' | 'a photo' | 'a person' | 'a change' | 'a token' | 'nothing'
  isOf: (request: Request) => boolean
  /** The app as it is right before; with `back` it is opened once for many faults. */
  open: () => Promise<void>
  /** How a person comes to make it. */
  make: () => Promise<void>
  /** Whether what it is for stands on the screen, or in the office. */
  stands: () => boolean
  /** Where a failure is said; by default an alert, or the dialog in which one signs in again. */
  said?: () => HTMLElement | undefined
  /** Where the buttons for it are, if not where it is said. */
  place?: () => HTMLElement | undefined
  /** What is pressed once more, where the failure has no button of its own, and how. */
  again?: () => HTMLElement | undefined
  redo?: () => Promise<void>
  /** Nothing can be done about it any more, and it says what follows. */
  isFinal?: (fault: Fault) => boolean
  /** Where what changes something is not sent again by itself: what is pressed once one has signed in again. */
  afterSignIn?: () => Promise<void>
  hand: readonly InHand[]
  back?: () => Promise<void>
  /** The app is opened anew after so many cells. */
  cells?: number
}

/** What a cell of the matrix says, and what recovers; both as they stand in docs/faults.md. */
export type Told = {
  call: string
  fault: string
  words: string
  action: string
  /** The page was loaded again, and is another one. */
  isReloaded?: boolean
}

/** What nobody has caught. */
export const stray = { console: () => 0, rejections: 0 }

/** How often the page was to be loaded again. */
export const reloads = { count: 0 }

const waitingWords = /…$/

export const isWaiting = (element: HTMLElement) => waitingWords.test(wordsOf(element))

const signInAgain = () => one('dialog', 'Sign in again')

const saidByDefault = () => signInAgain() ?? all('alert').at(-1)

/** As it is read, each block by itself, and what changes from day to day left out. */
export function wordsOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  const controls =
    'button, a, input, textarea, label, [hidden], svg, [role=group], form ~ *, dialog [role=status], dialog [aria-hidden=true]'
  for (const control of copy.querySelectorAll(controls)) control.remove()
  const texts: string[] = []
  const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) texts.push(walk.currentNode.textContent ?? '')
  return texts
    .join(' ')
    .replaceAll(/\d+:\d\d(:\d\d)?\s[AP]M/g, '‹time›')
    .replaceAll(/\b\d+ s\b/g, '‹seconds› s')
    .replaceAll(/[a-z.\d]+@[a-z.]+|\bphoto \d{5,}/gi, '‹cardholder›')
    .replaceAll(/\b(row|id) \d+/g, '$1 ‹number›')
    .replaceAll(/\s+([.,:])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Runs one cell from the state that `open` or `back` has left; throws with all that is wrong. */
export async function runCell(call: Call, fault: Fault): Promise<Told> {
  const wrong: string[] = []
  const note = (when: string, ...problems: (string | false)[]) => {
    for (const problem of problems) if (problem !== false) wrong.push(`${problem}, ${when}`)
  }
  const said = () => {
    const element = signInAgain() ?? (call.said ?? saidByDefault)()
    return element && !isWaiting(element) ? element : undefined
  }
  const focus = watchFocus()
  const inHand = () => call.hand.filter(({ lostByReload }) => !told.isReloaded || lostByReload === undefined)
  const state = () => [...blank(), ...focus.problems(), ...lost(inHand())]
  const isOver = () => call.stands() && said() === undefined
  const told: Told = { call: call.name, fault: fault.name, words: '', action: '' }

  const before = { console: stray.console(), rejections: stray.rejections }
  breakWire(fault, call.isOf)
  await call.make()
  focus.begin()
  for (let look = 0; look < 3; look++) {
    // What is said may give way to the next try by itself, sooner than anybody has read it.
    await isSoon(() => said() || call.stands(), 720)
    if (look < 2) await pass(0.2)
  }
  note('of the matrix', !isMet() && 'the call is not made')
  if (!said() && call.stands()) {
    note('while it is wrong', ...state())
    mendWire()
    told.action = 'works all the same'
  } else if (!said()) {
    note('while it is wrong', 'nothing is said', ...state())
    mendWire()
  } else {
    await recover()
  }
  note('in the console', stray.console() > before.console && 'an error is said there')
  note('in the console', stray.rejections > before.rejections && 'a rejection is not handled')
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  return told

  async function recover() {
    look('while it is wrong')
    const first = said()
    told.words = first ? wordsOf(first) : ''
    note('in what is said', raw.test(told.words) && `raw words “${told.words}”`)
    note('in what is said', !advice.test(told.words + namesOf(actions())) && `no advice in “${told.words}”`)
    note(
      'in what is said',
      actions().length > 1 && `${actions().length} ways to recover: ${namesOf(actions())}`,
    )
    if (call.isFinal?.(fault)) {
      mendWire()
      told.action = 'nothing is left to do'
      return
    }
    await tryInVain()
    mendWire()
    told.action = await act()
    await isSoon(isOver, 60)
    note('after it is over', ...state())
    note(
      'after it is over',
      !call.stands() && 'it does not recover',
      said() !== undefined && `it is still said: “${said()?.textContent}”`,
    )
  }

  /** Whoever does not wait for the end of it presses in vain, and loses nothing by it. */
  async function tryInVain() {
    const [action] = actions()
    if (!action || nameOf(action) !== 'Try again' || isOff(action)) return
    await press(action)
    focus.begin()
    for (let look = 0; look < 2; look++) {
      await pass(0.3)
      await isSoon(() => actions()[0] && !isOff(actions()[0]) && said(), 720)
    }
    look('after trying in vain')
  }

  function look(when: string) {
    note(when, ...state())
    note(when, said() === undefined && 'nothing is said')
  }

  function actions(): HTMLElement[] {
    const place = signInAgain() ?? (said() && call.place?.()) ?? said()
    if (!place) return []
    const inside = [...all('button', recovering, place), ...all('link', recovering, place)]
    const again = call.again?.()
    return inside.length === 0 && again ? [again] : inside
  }

  async function act(): Promise<string> {
    if (await isSoon(isOver, 3))
      return fault.isOffline ? 'goes on once the network is back' : 'goes on by itself'
    if (actions().length === 0) {
      const words = said()?.textContent ?? ''
      const isPromised = /by itself|next try/i.test(words)
      note('in what is said', !isPromised && 'not said whether it goes on by itself')
      await isSoon(() => isOver() || actions().length > 0, 120)
      if (isOver()) return 'goes on by itself'
      const then = said()
      if (then) told.words += ` Then: ${wordsOf(then)}`
    }
    const [action] = actions()
    if (!action) return ''
    const name = nameOf(action)
    const isLater = isOff(action) || fault.seconds !== undefined
    await isSoon(() => !isOff(action), 90)
    // Whoever is asked to wait does so.
    if (fault.seconds) await pass(fault.seconds)
    if (signInAgain()) {
      await signIn()
      await call.afterSignIn?.()
    } else if (name === 'Reload') await reload(action)
    else if (action === call.again?.() && call.redo) await call.redo()
    else await press(action)
    if (/^(Back to the list|Look again)$/.test(name)) await call.make()
    focus.begin()
    return isLater ? `${name}, after the pause` : name
  }

  /** Whoever reloads is told first what is lost by it. */
  async function reload(button: HTMLElement) {
    const before = reloads.count
    await press(button)
    const anyway = one('button', 'Reload anyway')
    const warning = all('status')
      .map(({ textContent }) => textContent)
      .join(' ')
    if (anyway) await press(anyway)
    // What is lost may have become another thing meanwhile; then it is told once more.
    if (anyway && reloads.count === before) await press(anyway)
    note('at Reload', !(await isSoon(() => reloads.count > before, 5)) && 'the page is not loaded again')
    await reloadApp()
    await keys('{Tab}')
    if (!(await isSoon(call.stands, 5))) await call.make()
    told.isReloaded = true
    for (const { what, lostByReload } of call.hand) {
      note(
        'at Reload',
        lostByReload !== undefined && !lostByReload.test(warning) && `${what} is lost without a word`,
      )
    }
  }
}

const isOff = (element: HTMLElement | undefined) => element?.hasAttribute('aria-disabled') ?? false
const nameOf = (element: HTMLElement) =>
  element.textContent?.trim() || element.getAttribute('aria-label') || ''
const namesOf = (elements: HTMLElement[]) => elements.map(nameOf).join(', ')

export async function signIn() {
  const dialog = signInAgain()
  if (!dialog) return
  await type(getByLabelText(dialog, 'Password'), sandboxSignIn.password)
  await press(one('button', 'Sign in', dialog) as HTMLElement)
  await isSoon(() => !signInAgain())
}

function blank(): string[] {
  const text = [...all('main'), ...all('dialog')].map(({ textContent }) => textContent).join('')
  if (text.length < 20) return ['the screen is blank']
  return text.includes('Loupe has stopped') ? ['Loupe has stopped'] : []
}

const lost = (hand: readonly InHand[]) =>
  hand.filter(({ isThere }) => !isThere()).map(({ what }) => `${what} is lost`)

/** The focus never falls to the page, and stays where it is as long as that is there and nothing lies over it. */
function watchFocus() {
  let before: Element | null = null
  return {
    begin: () => void (before = document.activeElement),
    problems(): string[] {
      const now = document.activeElement
      if (now === null || now === document.body) return ['the focus is on the page']
      const isMoved = before?.isConnected && before !== document.body && before !== now
      return isMoved && !now.closest('dialog') ? [`the focus has moved to ${now.outerHTML.slice(0, 80)}`] : []
    },
  }
}
