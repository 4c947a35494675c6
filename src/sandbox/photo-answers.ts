import { classificationsOf } from './classifications'
import { organization } from './data/organization'
import type { Json, JsonObject } from './data/json'
import { personFor } from './people'
import type { PhotoRecord } from './photo-record'
import { plainRow } from './photo-row'
import { withQuirk } from './quirks'

/** Out: a photo as a row of Get Photo List. Unreadable rows are not objects, or lack what can be relied on. */
export function photoRow(record: PhotoRecord, origin: string): Json {
  return withQuirk(plainRow(record, origin), record, origin)
}

/** Out: a photo as Get a Photo answers it: with classifications, names and the whole organization (documented). */
export function photoDetail(record: PhotoRecord, origin: string): Json {
  const row = plainRow(record, origin)
  const score = row.lowestClassification
  const person = typeof row.person === 'object' && row.person && !Array.isArray(row.person) ? row.person : {}
  const detail = {
    ...row,
    // A guess: its shape is not published.
    ...(record.status === 'ON_HOLD' && { onHoldReasons: [record.why] }),
    classifications: classificationsOf(record, typeof score === 'number' ? score : null),
    person: { ...person, customFields: personFor(record.personKey).customFields, organization },
  }
  return withQuirk(detail, record, origin)
}

/** Out: what `GET /person/{id}` answers. `currentPhoto` was seen in clients; that names are in it is a guess. */
export function personAnswer(record: PhotoRecord): JsonObject {
  const { id, email, identifier, version, customFields } = personFor(record.personKey)
  return {
    id,
    username: email,
    email,
    identifier,
    additionalPhotoRequired: false,
    domainClass: 'us.cloudcard.api.Person',
    version,
    previouslyApprovedPhoto: null,
    customFields,
    currentPhoto: { id: record.id, status: record.status },
  }
}
