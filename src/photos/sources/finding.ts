import { memo } from '../../base/memo'
import { namesQuery, type Names } from '../../cloudcard/cardholder-names'
import type { StatusFilter } from '../../fields/status'
import { findPhotos, type Finding, type Question } from '../whole/find-photos'
import type { WholeState, WholeStatus } from '../whole/whole-status'
import { wholeStatus } from '../whole/whole-statuses'
import type { Making } from './making'
import { createSortNames } from './sort-names'

/** `isAll`: nothing more was to be read when it was found. */
type Found = Finding & { isAll: boolean }

/** Reads a whole status, and finds in it. */
export function createFinding(making: Making) {
  const { client, tell, read, atEnd } = making
  const sortNames = createSortNames(making)
  let whole: WholeStatus | null = null
  let found: Found | null = null
  let searching = new AbortController()
  let stopFollowing = () => {}

  /** Begins to read, or brings up to date what was read. */
  function comeTo(status: StatusFilter): WholeStatus {
    const known = wholeStatus(status, client)
    if (known === whole) return known
    stopFollowing()
    whole = known
    // What was found in one status is not shown for the next one.
    found = null
    stopFollowing = known.state.subscribe(tell)
    known.use()
    return known
  }

  /** Where it takes longer than a part of a frame, what was found before is shown until then. */
  const find = memo(
    (
      canAsk: boolean,
      question: Question,
      index: WholeState['index'],
      // Another one when there is more in the index.
      _version: number,
      isAll: boolean,
      names: Names | undefined,
      byNames: Names | undefined,
    ) => {
      searching.abort()
      searching = new AbortController()
      const { signal } = searching
      if (!canAsk) return
      // Lists carry no names; where a photo's detail was read, it is found by its name too.
      for (const [photoId, name] of names ?? []) index.addText(photoId, name)
      const keep = (finding: Finding) => (found = { ...finding, isAll })
      const finding = findPhotos(index, question, byNames, signal)
      if (finding instanceof Promise) void tellOf(finding, keep, signal)
      else keep(finding)
    },
  )

  async function tellOf(finding: Promise<Finding>, keep: (finding: Finding) => void, signal: AbortSignal) {
    try {
      keep(await finding)
      tell()
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  /** The network is back. */
  const goOn = () => whole?.state.get().phase === 'failed' && whole.goOn()
  window.addEventListener('online', goOn)
  atEnd(() => window.removeEventListener('online', goOn))
  atEnd(() => stopFollowing())
  atEnd(() => searching.abort())

  return (status: StatusFilter, question: Question, canAsk: boolean) => {
    const of = comeTo(status)
    const state = of.state.get()
    const { index, version, isComplete } = state
    const names = read('names', namesQuery).data
    const byNames = sortNames(names, question, index)
    find(canAsk, question, index, version, isComplete, names, byNames)
    return { whole: of, state, found: canAsk ? found : null }
  }
}
