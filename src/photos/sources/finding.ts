import { memo } from '../../base/memo'
import { namesQuery } from '../../cloudcard/cardholder-names'
import type { StatusFilter } from '../../fields/status'
import type { Finding, Question } from '../whole/find-photos'
import type { WholeState, WholeStatus } from '../whole/whole-status'
import { isLoadingWholeStatuses, loadWholeStatuses, wholeStatus } from '../whole/whole-statuses'
import type { Making } from './making'

/** `isAll`: nothing more was to be read when it was found. */
type Found = Finding & { isAll: boolean }

/** Reads a whole status, and finds in it. */
export function createFinding({ client, tell, isIdle, read, atEnd }: Making) {
  let whole: WholeStatus | null = null
  let isAskedFor = false
  let problem: Error | null = null
  let found: Found | null = null
  let searching = new AbortController()
  let stopFollowing = () => {}

  async function load() {
    isAskedFor = true
    problem = await loadWholeStatuses().then(
      () => null,
      (error: Error) => error,
    )
    tell()
  }

  /** Loads the code for it when it is first wanted, and begins to read, or brings up to date what was read. */
  function comeTo(status: StatusFilter) {
    const known = wholeStatus(status, client)
    if (known === null && !isIdle && !isAskedFor) void load()
    if (known === whole) return
    stopFollowing()
    whole = known
    // What was found in one status is not shown for the next one.
    found = null
    if (isIdle || !whole) return
    stopFollowing = whole.state.subscribe(tell)
    whole.use()
  }

  /** It takes longer than a frame may: what was found before is shown until then. */
  const find = memo(
    async (
      of: WholeStatus | null,
      question: Question,
      index: WholeState['index'] | undefined,
      // Another one when there is more in the index.
      _version: number | undefined,
      isAll: boolean,
      names: ReadonlyMap<number, string> | undefined,
    ) => {
      searching.abort()
      searching = new AbortController()
      const { signal } = searching
      if (!of || !index) return
      // Lists carry no names; where a photo's detail was read, it is found by its name too.
      for (const [photoId, name] of names ?? []) index.addText(photoId, name)
      try {
        found = { ...(await of.find(index, question, signal)), isAll }
        tell()
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
  )

  if (!isIdle) {
    /** The network is back. */
    const goOn = () => {
      if (!whole) void load()
      else if (whole.state.get().phase === 'failed') whole.goOn()
    }
    window.addEventListener('online', goOn)
    atEnd(() => window.removeEventListener('online', goOn))
    atEnd(isLoadingWholeStatuses.subscribe(tell))
    atEnd(() => stopFollowing())
    atEnd(() => searching.abort())
  }

  return {
    /** Reads the status on, or its code, after what has failed. */
    retry: () => (whole ? whole.readAnew() : void load()),
    ask(status: StatusFilter, question: Question, canAsk: boolean) {
      comeTo(status)
      const state = whole?.state.get() ?? null
      const names = read('names', namesQuery).data
      const isAll = state?.isComplete === true
      if (!isIdle) void find(canAsk ? whole : null, question, state?.index, state?.version, isAll, names)
      return {
        whole,
        state,
        found: canAsk ? found : null,
        problem: whole ? null : problem,
        isLoading: whole === null && (problem === null || isLoadingWholeStatuses.get()),
      }
    },
  }
}
