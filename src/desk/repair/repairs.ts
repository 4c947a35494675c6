import { createStore, useStore } from '../../base/store'
import type { Photo } from '../../cloudcard/photo'
import type { Process } from '../../cloudcard/process-photo'
import type { Move } from '../ledger/decided'
import type { Repair } from './repair'
import { isReplaced } from './replaced'

/** By the number that the photo has by now; what CloudCard is asked is done in repairer.ts, which is loaded when a photo is opened. */
export const repairs = createStore<ReadonlyMap<number, Repair>>(new Map(), 'work')
/** What CloudCard has refused to this account: it is not offered again. */
export const refusedProcesses = createStore<ReadonlySet<Process>>(new Set(), 'work')
/** Photos that have come to another status by being repaired, under the number that they have by now. */
export const repairMoves = createStore<readonly Move[]>([], 'work')

export function useRepair(photoId: number | null): Repair | null {
  return useStore(repairs, (all) => (photoId === null ? null : (all.get(photoId) ?? null)))
}

/** What CloudCard is at work on with this photo, which cannot be decided meanwhile. */
export function useProcessAtWork(photoId: number | null): Process | null {
  const repair = useRepair(photoId)
  return repair?.state.kind === 'working' ? repair.process : null
}

/** Whether it cannot be decided: it is being repaired, or another photo has taken its place, whoever has seen to that. */
export const isBeingReplaced = ({ id, status }: Pick<Photo, 'id' | 'status'>): boolean =>
  status === 'DISCARDED' || isReplaced(id) || repairs.get().get(id)?.state.kind === 'working'
