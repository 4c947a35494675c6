import type { Clock } from '../base/clock'

/** 'warning': it locks at `locksAt` (of the clock), unless somebody says that he is there. */
export type Idleness = { kind: 'active' } | { kind: 'warning'; locksAt: number } | { kind: 'over' }

export type IdleWatchOptions = {
  clock: Clock
  /** When somebody was last seen in any tab, by the clock. */
  activeAt: () => number
  noteActivity: () => void
  /** After so long it is warned, and after the other so long it is over; in ms. */
  idleMs: number
  warningMs: number
  onChange: (idleness: Idleness) => void
}

export type IdleWatch = {
  /** Somebody is there; while it is warned, that does not count. */
  note: () => void
  /** Somebody says that he is there; too late where it is over. */
  stay: () => void
  /** To be called when time may have passed unnoticed. */
  look: () => void
  stop: () => void
}

/** So often it is looked at the clock, which may have jumped while the computer slept, in ms. */
const lookEveryMs = 1_000
/** So much later somebody is noted again at the earliest, in ms. */
const noteEveryMs = 1_000

export function createIdleWatch(options: IdleWatchOptions): IdleWatch {
  const { clock, activeAt, noteActivity, idleMs, warningMs, onChange } = options
  let idleness: Idleness = { kind: 'active' }
  let stopTimer = () => {}

  function now(): Idleness {
    const idleFor = clock.now() - activeAt()
    if (idleFor >= idleMs + warningMs) return { kind: 'over' }
    return idleFor < idleMs
      ? { kind: 'active' }
      : { kind: 'warning', locksAt: activeAt() + idleMs + warningMs }
  }

  function look() {
    const next = now()
    const isSame =
      next.kind === idleness.kind &&
      (next.kind !== 'warning' || idleness.kind !== 'warning' || next.locksAt === idleness.locksAt)
    if (isSame) return
    idleness = next
    onChange(idleness)
  }

  function wait() {
    stopTimer = clock.setTimer(() => {
      look()
      wait()
    }, lookEveryMs)
  }

  function noteUnless(kinds: readonly Idleness['kind'][]) {
    look()
    if (kinds.includes(idleness.kind)) return
    if (idleness.kind === 'active' && clock.now() - activeAt() < noteEveryMs) return
    noteActivity()
    look()
  }

  look()
  wait()
  return {
    note: () => noteUnless(['warning', 'over']),
    stay: () => noteUnless(['over']),
    look,
    stop: () => stopTimer(),
  }
}
