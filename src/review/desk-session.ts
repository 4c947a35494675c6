import { beforeSignOut } from '../session/before-sign-out'
import { beforeReload } from '../session/missing-code'
import { isSamePerson } from '../session/same-person'
import { getSession, onSessionChange } from '../session/session'
import type { BulkMachine } from './bulk/bulk-machine'
import { bulkDecision, heldDecisions, madeDecisions } from './decided'
import type { DecisionMachine } from './decision-machine'
import { forgetDenials, hasDrafts } from './denials'
import { say } from './notice'
import { forgetSkipped } from './skipped'
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
    owner = person
    machine.clear()
    machine.bulk.clear()
    madeDecisions.set([])
    forgetDenials()
    forgetSkipped()
    say('')
  })
  const stopPreparing = beforeSignOut(async () => {
    // Without a session nothing can be sent.
    if (getSession().signedIn !== null) await Promise.all([machine.flush(), flushBulk(machine.bulk)])
    return unsentWords()
  })
  const stopKeeping = beforeReload(
    () => heldDecisions.get().length > 0 || unsentWords().length > 0 || hasDrafts(),
  )
  return () => {
    stopKeeping()
    stopFollowing()
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

/** So long is waited for what was decided together; what is left then is told, and not sent behind anybody's back. */
const bulkPatienceMs = 10_000
const overdueMs = 60_000

async function flushBulk(bulk: BulkMachine): Promise<void> {
  const state = bulkDecision.get()?.state
  if (state?.kind === 'held' && Date.now() - state.endsAt <= overdueMs) bulk.sendNow()
  const isOver = () => bulkDecision.get()?.state.kind !== 'sending'
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(end, bulkPatienceMs)
    const stop = bulkDecision.subscribe(() => isOver() && end())
    if (isOver()) end()
  })
}
