import { personFor } from './people'
import type { PhotoRecord } from './photo-record'

export type MailContent = { reasons: string[]; otherReason: string; note: string }

/** What the cardholder is sent about a decision. The real one's words are not known. */
export type Mail = MailContent & {
  to: string
  photo: number
  status: string
  /** ISO 8601, UTC */
  sent: string
}

/** Approving and denying send one (documented), other changes none. */
export function mailFor({ id, personKey, status, lastUpdated }: PhotoRecord, content: MailContent): Mail[] {
  if (status !== 'APPROVED' && status !== 'DENIED') return []
  const to = personFor(personKey).email
  return [{ to, photo: id, status, sent: new Date(lastUpdated).toISOString(), ...content }]
}
