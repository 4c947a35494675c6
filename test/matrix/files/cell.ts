import { expect as baseExpect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import type { Told } from '../cell'
import { advice, raw, recovering } from '../words'
import type { FileCall } from './calls'
import { isSlow, type FileFault } from './faults'
import type { FileWire } from './wire'

const expect = baseExpect.configure({ timeout: 8_000 })

/** So far time goes on at once, in seconds. */
const step = 20

/** A cell of the matrix in a browser; throws at the first thing that is wrong. */
export async function runFileCell(
  { page, context, wire }: { page: Page; context: BrowserContext; wire: FileWire },
  call: FileCall,
  fault: FileFault,
): Promise<Told> {
  const told: Told = { call: call.name, fault: fault.name, words: '', action: 'works all the same' }
  const said = call.said(page).last()
  const stands = call.stands(page).first()
  const actions = said
    .getByRole('button', { name: recovering })
    .or(said.getByRole('link', { name: recovering }))
  const ready = said.locator(':is(button, a):not([aria-disabled])').filter({ hasText: recovering })
  let isReloaded = false

  wire.breakAt(fault, call.isOf)
  await call.open(page, wire.url)
  if (fault.isOffline) await context.setOffline(true)
  await call.make(page, wire.url)
  const focus = await watchFocus(page)
  await untilGivenUp()
  await expect(said.or(stands).first(), 'it is said, or works').toBeVisible()
  expect(fault.isOffline || wire.isMet(), 'the file is asked for').toBe(true)
  await expectNothingLost('while it is wrong')
  if (await said.isVisible()) {
    await look()
    await tryInVain()
    wire.mend()
    if (fault.isOffline) await context.setOffline(false)
    told.action = await recover()
    await expect(stands, 'it recovers').toBeVisible()
    await expect(call.said(page), 'it is said no more').toHaveCount(0)
    await expectNothingLost('after it is over')
  }
  wire.mend()
  return told

  /** What never comes is waited for, within its time. */
  async function untilGivenUp() {
    if (!isSlow(fault)) return
    for (let seconds = 0; seconds < call.patience; seconds += step) {
      await page.clock.runFor(step * 1000)
      if (await isSoon(ready.or(stands).first(), 100)) return
    }
  }

  async function look() {
    told.words = await wordsIn(said)
    const names = (await actions.allTextContents()).join(', ')
    expect(told.words, 'no raw words').not.toMatch(raw)
    expect(`${told.words} ${names}`, 'it says what to do').toMatch(advice)
    expect(await actions.count(), `one action recovers: ${names}`).toBe(1)
  }

  /** Whoever does not wait for the end of it presses in vain, and loses nothing by it. */
  async function tryInVain() {
    if (!/^(Try again|Retry)$/.test(await actions.innerText())) return
    await actions.press('Enter')
    if (isSlow(fault)) await expect(ready, 'while it is tried it is not offered').toHaveCount(0)
    await untilGivenUp()
    await expect(said.or(stands).first(), 'it is said again').toBeVisible()
    await expect(actions, 'it can be tried again').not.toHaveAttribute('aria-disabled', /./)
    await expectNothingLost('after trying in vain')
  }

  async function recover(): Promise<string> {
    if (fault.isOffline && (await isSoon(stands))) return 'goes on once the network is back'
    const name = await actions.innerText()
    if (name === 'Reload') await reload()
    else await actions.press('Enter')
    return name
  }

  /** Whoever reloads is told first what is lost by it. */
  async function reload() {
    const loaded = page.waitForEvent('load')
    const losses = call.hand.flatMap(({ lostByReload }) => lostByReload ?? [])
    await actions.press('Enter')
    if (losses.length > 0) {
      for (const words of losses) await expect(said.getByRole('status'), 'it is told first').toHaveText(words)
      await actions.press('Enter')
    }
    await loaded
    isReloaded = true
    if (!(await isSoon(stands))) await call.make(page, wire.url)
  }

  async function expectNothingLost(when: string) {
    for (const { what, isThere, lostByReload } of call.hand) {
      if (isReloaded && lostByReload) continue
      await expect.poll(() => isThere(page), { message: `${what} is there ${when}` }).toBe(true)
    }
    if (!isReloaded) await expect.poll(focus, { message: `the focus ${when}` }).toBe('')
  }
}

const isSoon = (element: Locator, timeout = 3_000) =>
  element.waitFor({ timeout }).then(
    () => true,
    () => false,
  )

/** What is wrong with the focus: it never falls to the page, and stays where it was as long as that is there. */
async function watchFocus(page: Page) {
  const before = await page.evaluateHandle(() => document.activeElement)
  return () =>
    page.evaluate((before) => {
      const now = document.activeElement
      if (now === null || now === document.body) return before === document.body ? '' : 'is on the page'
      return ''
    }, before)
}

/** What is said, block by block, without the buttons. */
const wordsIn = (element: Locator) =>
  element.evaluate((said) => {
    const copy = said.cloneNode(true) as Element
    for (const control of copy.querySelectorAll('button, a, svg, [role=status]')) control.remove()
    const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walk.nextNode()) texts.push(walk.currentNode.textContent ?? '')
    return texts
      .join(' ')
      .replaceAll(/\s+([.,:])/g, '$1')
      .replaceAll(/\s+/g, ' ')
      .trim()
  })
