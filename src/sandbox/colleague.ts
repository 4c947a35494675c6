import type { Database } from './database'
import { mailFor } from './mails'

const none = { reasons: [], otherReason: '', note: '' }

/**
 * Somebody else in the office: each time this is called, one more pending photo is decided, here and there in the queue,
 * two of three approved. Photos that the bot still works on are left alone.
 */
export function createColleague(db: () => Database): () => void {
  let count = 0
  return () => {
    const pending = db().withStatus('PENDING')
    const photo = pending[(count * 7 + 5) % Math.max(1, pending.length)]
    count++
    if (!photo || photo.quirk === 'bot-working') return
    const isDenied = count % 3 === 0
    db().change(photo.id, { status: isDenied ? 'DENIED' : 'APPROVED', lastUpdated: Date.now() })
    db().mails.push(...mailFor(photo, isDenied ? { ...none, reasons: ['Plain background'] } : none))
  }
}
