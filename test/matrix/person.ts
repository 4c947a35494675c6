import { queryAllByRole, type ByRoleOptions } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'

const afterIo = () => new Promise<void>((resolve) => void setImmediate(resolve))

let busy = 0

/** No time goes by during work that Node does in its own time, such as answering, or encrypting. */
export async function during<T>(work: Promise<T>): Promise<T> {
  busy++
  try {
    return await work
  } finally {
    busy--
  }
}

/** Whatever needs no time is done: what a press has begun to load or to ask for is there, and drawn. */
async function settle() {
  for (let quiet = 0; quiet < 4; quiet = busy === 0 ? quiet + 1 : 0) await afterIo()
}

/** Time goes on from one timer to the next, and with each all that follows from it: so it is the same each time. */
export async function pass(seconds: number): Promise<void> {
  await settle()
  const time = { isUp: false }
  setTimeout(() => (time.isUp = true), seconds * 1000)
  while (!time.isUp) {
    await vi.advanceTimersToNextTimerAsync()
    await settle()
  }
}

/** So long the steps are, in seconds: answers take no time, and what is waited for longer is waited for in large ones. */
const stepOf = (step: number) => (step < 12 ? 0.01 : step < 22 ? 0.1 : step < 30 ? 0.5 : step < 36 ? 1 : 5)

/** Time goes on until it is so; false where it is not so within so many seconds. */
export async function isSoon(check: () => unknown, seconds = 30): Promise<boolean> {
  const end = Date.now() + seconds * 1000
  for (let step = 0; ; step++) {
    if (check()) return true
    if (Date.now() >= end) return false
    await pass(stepOf(step))
  }
}

export async function until<T>(what: string, find: () => T, seconds?: number): Promise<NonNullable<T>> {
  let found: T | undefined
  if (await isSoon(() => (found = find()), seconds)) return found as NonNullable<T>
  throw new Error(`${what} does not come`)
}

/** What is there by role and name, behind a dialog too: whether something is in the way is asked by its own test. */
export function all(
  role: string,
  name?: string | RegExp,
  inside: HTMLElement = document.body,
): HTMLElement[] {
  const options: ByRoleOptions = { hidden: true, ...(name !== undefined && { name }) }
  return queryAllByRole(inside, role, options)
}

export const one = (role: string, name?: string | RegExp, inside?: HTMLElement): HTMLElement | undefined =>
  all(role, name, inside)[0]

export const find = (role: string, name?: string | RegExp, inside?: HTMLElement) =>
  until(`${role} "${String(name)}"`, () => one(role, name, inside))

const user = userEvent.setup({ delay: null })

/** Goes there with the keyboard after so many seconds, and presses it. */
export async function press(element: HTMLElement, after = 0.6, key = '{Enter}'): Promise<void> {
  await pass(after)
  // By Tab: keys that only write are not trusted after the app has moved the focus.
  await user.keyboard('{Tab}')
  element.focus()
  await user.keyboard(key)
  await pass(0)
}

export async function type(field: HTMLElement, text: string): Promise<void> {
  field.focus()
  await user.keyboard(text)
}

/** All at once, so that nothing comes in between. */
export async function paste(field: HTMLElement, text: string): Promise<void> {
  field.focus()
  await user.paste(text)
}

export const keys = (text: string) => user.keyboard(text)
export const pointAt = (element: HTMLElement) => user.hover(element)
export const leave = () => user.pointer({ target: document.body })
