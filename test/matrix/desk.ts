import { cleanup } from '@testing-library/react'
import { askOrganizationAgain } from '../../src/cloudcard/photos-query'
import { address, addressText, go } from '../../src/base/address'
import { endLifetime } from '../../src/base/lifetimes'
import { paths } from '../../src/base/paths'
import { decisions, madeDecisions } from '../../src/desk/ledger/decided'
import { selection } from '../../src/desk/selection'
import { openApp, sandbox, showApp } from '../journeys/app'
import type { InHand } from './cell'
import { all, find, isSoon, keys, one, pass, pointAt, press, until } from './person'

/** The first of the pending photos: the person has approved it, and it is not sent yet. */
const approved = 9_599_967
/** So many rows are enough to see what becomes of them. */
const fewRows = 12
export const listLength = { now: fewRows }

let client: Awaited<ReturnType<typeof openApp>>['queryClient'] | null = null

/** The lists of the sandbox, short: a screen of a hundred rows is slow to look through. */
export async function shortLists(request: Request, answer: Response): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  if (!pathname.endsWith('/photo') || !answer.ok) return answer
  const rows = (await answer.json()) as unknown[]
  const from = Number(searchParams.get('offset'))
  return Response.json(rows.slice(0, Math.max(0, listLength.now - from)))
}

/** Opens the app at the pending photos, with a decision that is held, and so many photos selected. */
export async function openDesk({ at = '/photos', selects = 0, holds = true } = {}) {
  const opening = openApp(at)
  await pass(0.1)
  const app = await opening
  client = app.queryClient
  await find('table', /photos$/)
  if (holds) await holdDecision()
  await selectSome(selects)
}

export const rowLinks = () => all('link', /@/, one('table', /photos$/))
export const firstRow = () => until('the first row', () => rowLinks()[0])

async function holdDecision() {
  await press(await firstRow())
  const approve = await find('button', 'Approve')
  await until('Approve', () => !approve.hasAttribute('aria-disabled'))
  await keys('a')
  await find('region', 'Decisions')
  await keys('{Escape}')
  await isSoon(() => !one('region', 'Photo details'))
}

/** Whoever points at what is held stops its time. */
export async function holdOn() {
  const tray = one('region', 'Decisions')
  if (tray) await pointAt(tray)
}

/** Still held, or in the office once. */
export const held: InHand = {
  what: 'the decision that is held',
  isThere: () => decisions.open.has(approved) || (office(approved) === 'APPROVED' && mailsTo(approved) === 1),
}
export const selected = {
  what: 'the selection',
  isThere: () => selection.size === 2,
  lostByReload: /the selection/,
  ids: () => selection.keys(),
}

/** What was read long ago is read again when it is come to. */
export function later() {
  client?.removeQueries({ type: 'inactive' })
}

export const office = (id: number) => sandbox.db.photo(id)?.status
export const mailsTo = (id: number) => sandbox.db.mails.filter(({ photo }) => photo === id).length

/** A page that is loaded again: what is held goes out, what is in memory is gone, and the browser keeps the rest. */
export async function reloadApp() {
  window.dispatchEvent(new Event('pagehide'))
  await pass(0.5)
  cleanup()
  const [stored, inTab, named] = [{ ...localStorage }, { ...sessionStorage }, window.name]
  for (const lifetime of ['read', 'work', 'document'] as const) endLifetime(lifetime)
  madeDecisions.set([])
  for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, String(value))
  for (const [key, value] of Object.entries(inTab)) sessionStorage.setItem(key, String(value))
  window.name = named
  client = showApp().queryClient
  await pass(0.5)
}

/** As at the beginning of a session: nobody knows yet what the organization asks of photos. */
export async function forgetOrganization() {
  client?.removeQueries({ queryKey: ['photo'] })
  void client?.resetQueries({ queryKey: ['organization'] })
  await pass(0.1)
  if (client) askOrganizationAgain(client)
  await pass(0.1)
}

/** As at the beginning of a session: which statuses have a list of their own is not known yet. */
export async function forgetListable() {
  void client?.resetQueries({ queryKey: ['listable'] })
  await pass(0.1)
}

/** The same day, later: what was read is forgotten, as at a lock, and so is what was selected of it. */
export async function readAnew(selects: number) {
  const here = addressText(address.get())
  // Whatever follows what was read ends with it, and begins anew with whoever is drawn then.
  go(paths.record())
  await find('heading', 'My decisions')
  endLifetime('read')
  go(here)
  await find('table', /photos$/)
  later()
  await pass(0.1)
  await selectSome(selects)
}

async function selectSome(count: number) {
  for (const box of all('checkbox', /^Select .*@/).slice(8, 8 + count)) await press(box, 0, ' ')
}

/** Nothing of the opening before is left. */
export function leaveDesk() {
  listLength.now = fewRows
  client = null
}
