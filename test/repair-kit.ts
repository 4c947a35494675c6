import type { Photo } from '../src/cloudcard/photo'
import type { Process } from '../src/cloudcard/process-photo'
import { createStore } from '../src/base/store'
import { createRepairer } from '../src/desk/repair/repairer'
import type { Repair } from '../src/desk/repair/repair'
import { createTestLedger } from './ledger-kit'

/** For tests: a repairer and a ledger on the same photos, with one clock and one office. */
export function createTestRepairer(photoIds: readonly number[], { isVersioned = true } = {}) {
  const repairs = createStore<ReadonlyMap<number, Repair>>(new Map())
  /** By the number that is shown: what a list has in its row. */
  const shown = new Map<number, Photo>()
  const replaced = new Map<number, number>()
  const refused: Process[] = []
  const ended: Repair[] = []
  /** Which photos count in another status, and which were left behind by a reload. */
  const [moves, left]: [string[], number[]] = [[], []]
  let newest: number | null = null
  const isBlocked = ({ id, status }: Photo) =>
    status === 'DISCARDED' || replaced.has(id) || repairs.get().get(id)?.state.kind === 'working'
  const desk = createTestLedger(photoIds, { isVersioned, isBlocked })
  const { office, time } = desk
  const repairer = createRepairer({
    clock: time.clock,
    repairs,
    read: office.readPhoto,
    ask: office.process,
    findNewest: async () => newest,
    whenSeen: async () => {},
    isFree: (id) => desk.of(id) === null,
    onPhoto(was, photo) {
      if (was !== photo.id) replaced.set(was, photo.id)
      shown.delete(was)
      shown.set(photo.id, photo)
    },
    onMove: (id, from, to) => void moves.push(`${id}: ${from} to ${to}`),
    onLeft: ({ was }) => void left.push(was),
    onNumber: (was, id) => void replaced.set(was, id),
    onRefused: (process) => void refused.push(process),
    onEnd: (_id, repair) => void ended.push(repair),
  })
  return {
    ...desk,
    repairer,
    shown,
    replaced,
    refused,
    moves,
    left,
    ended: { decisions: desk.ended, repairs: ended },
    repairOf: (id: number) => repairs.get().get(id) ?? null,
    working: () => [...repairs.get().values()].filter(({ state }) => state.kind === 'working').length,
    /** What CloudCard says is the newest photo of whoever is asked for. */
    setNewest: (id: number | null) => void (newest = id),
  }
}
