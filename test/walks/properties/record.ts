import type { Seen } from '../look'
import type { Office } from '../office'
import type { Person } from '../person'
import { verdicts } from '../verdicts'
import type { Property } from './property'

/** What the record calls made was made by us; what it calls undone or refused was not. */
export function recordComplaint(
  record: NonNullable<Seen['record']>,
  office: Office,
  person: Person,
): string | null {
  for (const photo of new Set(record.map(({ photo }) => photo))) {
    for (const { does, done, to: verdict } of verdicts) {
      const rows = record.filter((row) => row.photo === photo && row.decision === does)
      if (rows.length === 0) continue
      const made = office
        .ownDecisions()
        .filter((call) => call.photo === photo && call.verdict === verdict && call.hasChanged)
      const saidMade = rows.filter(({ result }) => result.startsWith(done)).length
      // A colleague who did the same meanwhile is taken for us.
      const byColleague = office.colleagueMade(photo, verdict)
      if (saidMade > made.length + byColleague)
        return `My decisions says "${done}" of photo ${photo} ${saidMade} times, and it was made ${made.length + byColleague} times.`
      if (!person.intents.some((intent) => intent.photo === photo && intent.verdict === verdict))
        return `My decisions names photo ${photo} as "${does}", and nobody has decided that.`
    }
  }
  return null
}

export const record: Property = {
  name: 'each decision stands in the office as My decisions says',
  complaint: ({ after, office, person }) => after.record && recordComplaint(after.record, office, person),
}
