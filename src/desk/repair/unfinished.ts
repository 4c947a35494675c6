import * as v from 'valibot'
import { keptInTab } from '../../base/kept'
import { parsedAs } from '../../base/parsed'
import type { UnfinishedRepair } from './repair'
import { repairs } from './repairs'

const schema = v.object({
  was: v.number(),
  id: v.number(),
  process: v.picklist(['rotate', 'crop', 'removeBackground']),
  version: v.nullable(v.number()),
})
const storageKey = 'loupe.repairs'

/** Keeps by their numbers what is under way, so that a reload loses none of it. @returns what ends that */
export function keepUnfinished(): () => void {
  return repairs.subscribe(() => {
    const unfinished = [...repairs.get()].flatMap(([id, { process, was, state }]): UnfinishedRepair[] =>
      state.kind === 'working' ? [{ was: was.id, id, process, version: was.version }] : [],
    )
    if (unfinished.length > 0) keptInTab.set(storageKey, JSON.stringify(unfinished))
    else keptInTab.remove(storageKey)
  })
}

/** What was under way when the page before this one went away. */
export function unfinishedRepairs(): readonly UnfinishedRepair[] {
  return parsedAs(v.array(schema), keptInTab.get(storageKey)) ?? []
}
