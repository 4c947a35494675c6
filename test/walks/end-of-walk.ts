import type { Hands } from './hands'
import type { Office } from './office'
import type { Seen } from './look'
import type { Person } from './person'
import { record as recordProperty, recordComplaint } from './properties/record'
import { signIn } from './sign-in'

type Complaint = { property: string; complaint: string }

const idleProperty = 'nothing runs for ever when nobody does anything'

/** More timers and frames than this in a second are a circle, or a clock that nobody reads. */
const mostTimers = 10
/** News are asked for each minute, and some are counted. */
const mostRequests = 14

/** All is well again, and what was decided goes out: then nothing goes on, and the office has what the record says. */
export async function endOfWalk(hands: Hands, office: Office, person: Person): Promise<Complaint | null> {
  office.heal()
  await hands.setOnline(true)
  await hands.pass(8_000)
  for (let count = 0; count < hands.tabCount(); count++) {
    const complaint = await idleComplaint(hands, office)
    if (complaint) return complaint
    await hands.nextTab()
    await hands.pass(500)
  }
  await hands.zoom(100)
  for (let count = 0; count < hands.tabCount(); count++) {
    const record = await readRecord(hands)
    person.noteAsked(await hands.seeAll())
    const complaint = record && recordComplaint(record, office, person)
    if (complaint) return { property: recordProperty.name, complaint }
    await hands.nextTab()
    await hands.pass(500)
  }
  const lost = person.lostDecision()
  return (
    lost && {
      property: 'what was decided and could not be sent is asked about',
      complaint: `Photo ${lost.photo} was ${lost.verdict} when the tab crashed in step ${lost.step}; nobody was asked about it, and it was not sent.`,
    }
  )
}

async function idleComplaint(hands: Hands, office: Office): Promise<Complaint | null> {
  const ms = Math.min(60_000, hands.longestWaitMs)
  // What waits for its next try, or is still being counted, has its time.
  await hands.pass(ms)
  const ran = await hands.ran()
  const asked = office.log.length
  await hands.pass(ms)
  const timers = (await hands.ran()) - ran
  const requests = office.log.length - asked
  if (timers > (mostTimers * ms) / 1000)
    return { property: idleProperty, complaint: `${timers} timers ran in ${ms / 1000} seconds.` }
  if (requests > mostRequests * hands.tabCount())
    return { property: idleProperty, complaint: `${requests} requests were sent in ${ms / 1000} seconds.` }
  return null
}

async function readRecord(hands: Hands): Promise<Seen['record']> {
  for (let tries = 0; tries < 8; tries++) {
    const seen = await hands.see()
    // Parts of a release that is gone are not to be had any more: until then nothing is asked, and nothing is lost.
    if (seen.alerts.some((words) => words.includes('Loupe was updated'))) await hands.reload()
    else if (seen.record) return seen.record
    else if (await signIn(hands)) {
      // What was held meanwhile goes out now.
      await hands.pass(Math.min(30_000, hands.longestWaitMs))
    } else if (seen.dialogs.length > 0) await hands.press('Escape')
    else await hands.click({ role: 'link', name: /^My decisions$/ })
    await hands.pass(2_500)
  }
  return null
}
