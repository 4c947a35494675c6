import { CancelledError, type QueryClient } from '@tanstack/react-query'
import { livesFor } from '../../base/lifetimes'
import { createStore, until } from '../../base/store'
import { statusFilters, type StatusFilter } from '../../fields/status'
import { exactTotal, knownTotal, type Listable } from '../counts'
import { askAbove } from './amount-words'
import { wholeStatus } from './whole-statuses'
import type { WholeState, WholeStatus } from './whole-status'

const nothing = {
  phase: 'idle' as 'idle' | 'counting' | 'asking' | 'reading' | 'failed',
  /** So many statuses are read. */
  statuses: 0,
  /** So many photos, of so many; null where CloudCard does not tell how many there are. */
  done: 0,
  of: null as number | null,
  /** What it failed with. */
  error: null as unknown,
}

/** How far the statuses are read that nobody has searched, filtered or sorted. */
export const restReading = createStore(nothing)

/** What of the statuses nobody has read, and what has to be asked for to have it. */
export function restOf(client: QueryClient, listable: Listable) {
  const stateOf = (status: StatusFilter) => wholeStatus(status, client).state.get()
  function isRead(status: StatusFilter) {
    const state = stateOf(status)
    return (state.isComplete && state.limit === null) || knownTotal(client, status) === 0
  }
  /** Whether photos in statuses that have no list of their own are known as well: discarded ones, unknown words. */
  const hasUnlisted = isRead('ALL')
  const unread = hasUnlisted ? [] : statusFilters.filter((status) => status !== 'ALL' && !isRead(status))
  const isAmongAll = unread.length === 0 || unread.some((status) => listable[status] === false)
  const toRead: readonly StatusFilter[] = isAmongAll ? ['ALL'] : unread
  /** A list changed while it was read. */
  const mayMiss = statusFilters.some((status) => !stateOf(status).isProven)
  return { unread, hasUnlisted, toRead, mayMiss }
}

let controller = new AbortController()

/**
 * Reads these statuses whole, one after the other; what they bring is known to every list and search too.
 *
 * @param isAgreed the person wants it however many they are
 */
export async function readRest(
  client: QueryClient,
  statuses: readonly StatusFilter[],
  isAgreed = false,
): Promise<void> {
  stopRest()
  controller = new AbortController()
  const { signal } = controller
  const show = (patch: Partial<typeof nothing>) => {
    if (!signal.aborted) restReading.set({ ...restReading.get(), ...patch })
  }
  show({ ...nothing, phase: 'counting' })
  try {
    const totals = await Promise.all(statuses.map((status) => totalOf(client, status)))
    const of = totals.reduce((sum, total) => (sum === null || total === null ? null : sum + total), 0)
    show({ of })
    if (!isAgreed && of !== null && of > askAbove) return show({ phase: 'asking' })
    show({ phase: 'reading' })
    let before = 0
    for (const [place, status] of statuses.entries()) {
      const whole = wholeStatus(status, client)
      if (signal.aborted) return
      await wholeRead(whole, signal, (read) => show({ done: before + read }))
      before += whole.state.get().read
      show({ statuses: place + 1 })
    }
    show({ phase: 'idle' })
  } catch (error) {
    show({ phase: 'failed', error })
  }
}

async function totalOf(client: QueryClient, status: StatusFilter): Promise<number | null> {
  try {
    return await exactTotal(client, status)
  } catch (error) {
    // Counting is given up for all when a list is left; the reading needs no number.
    if (error instanceof CancelledError) return null
    throw error
  }
}

const isBusy = ({ phase }: WholeState) => phase === 'reading' || phase === 'updating'

/** Resolves once it is read to its end, or was stopped elsewhere; rejects with what it has failed with, or when it is given up. */
async function wholeRead(whole: WholeStatus, signal: AbortSignal, onRead: (read: number) => void) {
  const { state } = whole
  const isUnderWay = isBusy(state.get())
  if (!isUnderWay) begin(whole)
  const tell = () => onRead(state.get().read)
  const leave = state.subscribe(tell)
  tell()
  try {
    await until(state, (now) => !isBusy(now), signal)
  } catch (reason) {
    // What somebody else waits for as well goes on without us.
    if (!isUnderWay) whole.stop()
    throw reason
  } finally {
    leave()
  }
  const { phase, limit, error } = state.get()
  if (phase === 'failed') throw error
  if (phase === 'stopped') stopRest()
  else if (limit !== null) await wholeRead(whole, signal, onRead)
}

/** From where it was stopped or has failed, else from the beginning. */
function begin({ state, goOn, readAll }: WholeStatus): void {
  const { phase, read, limit } = state.get()
  if ((phase === 'stopped' || phase === 'failed') && read > 0 && limit === null) goOn()
  else readAll()
}

export function stopRest(): void {
  controller.abort()
  restReading.set({ ...restReading.get(), phase: 'idle' })
}

livesFor('read', () => {
  controller.abort()
  restReading.set(nothing)
})
