import { endLifetime, livesFor } from '../base/lifetimes'
import { lostByReload } from '../base/reload'
import { beforeSignOut } from '../session/before-sign-out'
import { isSamePerson } from '../session/same-person'
import { getSession, onSessionChange } from '../session/session'
import type { BulkMachine } from './bulk/bulk-machine'
import { madeDecisions } from './decided'
import type { DecisionMachine } from './decision-machine'
import { hasDrafts } from './denials'
import { leaveLostDecisions } from './journal'
import { canKeepRecord } from './kept-record'
import { unsentWords } from './unsent-words'

type Machines = DecisionMachine & { bulk: BulkMachine }

/** What is held belongs to a person: it waits for the same one, and is forgotten for another. */
export function followSession(machine: Machines): () => void {
  let owner = getSession().person
  const stopFollowing = onSessionChange(() => {
    const { signedIn, person } = getSession()
    const isSame = person !== null && owner !== null && isSamePerson(person, owner)
    if (isSame && signedIn === null) return suspendAll(machine)
    if (isSame) return resumeAll(machine)
    if (owner) leaveLostDecisions(owner.username)
    owner = person
    endLifetime('work')
  })
  const stopLiving = livesFor('work', () => {
    machine.clear()
    machine.bulk.clear()
    madeDecisions.set([])
  })
  const stopPreparing = beforeSignOut(async () => {
    // Without a session nothing can be sent.
    if (getSession().signedIn !== null) await machine.flush()
    return unsentWords()
  })
  const stopKeeping = [
    lostByReload(() => (hasDrafts() ? 'the half-typed denial' : null)),
    lostByReload(() => (madeDecisions.get().length > 0 && !canKeepRecord() ? 'My decisions' : null)),
  ]
  return () => {
    for (const stop of stopKeeping) stop()
    stopFollowing()
    stopLiving()
    stopPreparing()
    machine.clear()
    machine.bulk.clear()
  }
}

function suspendAll(machine: Machines) {
  machine.suspend()
  machine.bulk.pause()
}

function resumeAll(machine: Machines) {
  machine.resume()
  machine.bulk.goOn()
  machine.bulk.retry()
}
