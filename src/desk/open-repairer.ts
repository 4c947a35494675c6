import type { QueryClient } from '@tanstack/react-query'
import { browserClock } from '../base/clock'
import { livesFor } from '../base/lifetimes'
import { whenPageVisible } from '../base/page-visibility'
import { notSignedIn } from '../cloudcard/auth-token'
import { replacePhoto } from '../cloudcard/known-photos'
import { personQuery, wholeNameOf } from '../cloudcard/person'
import type { Photo } from '../cloudcard/photo'
import { processPhoto } from '../cloudcard/process-photo'
import { getSession } from '../session/session'
import { tellReplaced } from '../session/tab-channel'
import { say } from '../ui/notice'
import { decisions } from './ledger/decided'
import { cardholderOf } from './ledger/decision-words'
import { isOpenPhoto } from './heading-focus'
import { endWords, leftWords } from './repair/repair-words'
import { createRepairer } from './repair/repairer'
import { refusedProcesses, repairMoves, repairs } from './repair/repairs'
import { keepUnfinished, unfinishedRepairs } from './repair/unfinished'
import { noteReplaced } from './repair/replaced'

/** The repairer of this page, connected with CloudCard, the session and the browser. @param readAnew keeps what it reads */
export function openRepairer(client: QueryClient, readAnew: (id: number) => Promise<Photo>) {
  async function read(id: number): Promise<Photo> {
    const photo = await readAnew(id)
    // A page that was locked meanwhile shows nothing of what it has read.
    if (getSession().signedIn === null) throw notSignedIn()
    return photo
  }

  async function findNewest({ cardholder }: Photo): Promise<number | null> {
    const whole = wholeNameOf(cardholder.identifier) ?? wholeNameOf(cardholder.email)
    return whole && client.fetchQuery({ ...personQuery(whole.findBy, whole.value), staleTime: 0 })
  }

  const repairer = createRepairer({
    clock: browserClock,
    repairs,
    read,
    ask: processPhoto,
    findNewest,
    whenSeen: whenPageVisible,
    isFree: (id) => !decisions.open.has(id),
    onPhoto(was, photo) {
      replacePhoto(client, was, photo)
      if (was !== photo.id) tellReplaced(was, photo.id)
    },
    onNumber(was, id) {
      noteReplaced(was, id)
      tellReplaced(was, id)
    },
    onMove: (photoId, from, to) =>
      repairMoves.set([...repairMoves.get(), { photoId, from, to, arrivedAt: browserClock.now() }]),
    onRefused: (process) => refusedProcesses.set(new Set([...refusedProcesses.get(), process])),
    onEnd(id, repair) {
      const words = endWords(repair)
      // Beside the open photo it stands as long as it is open; what has failed is heard there.
      if (!isOpenPhoto(id)) say(`${repair.before ? cardholderOf(repair.before) : `Photo ${id}`}: ${words}`)
      else if (repair.state.kind === 'done') say(words, { isOnlyHeard: true })
    },
    onLeft: (unfinished) => say(leftWords(unfinished)),
  })
  const unfinished = unfinishedRepairs()
  const closing = [livesFor('work', repairer.clear), keepUnfinished(), repairer.clear]
  if (getSession().signedIn !== null) unfinished.forEach(repairer.resume)
  return { repairer, close: () => closing.forEach((close) => close()) }
}
