import { ApiError } from './api-error'
import { readClassifications, wordsOf } from './classification'
import { fieldsOf, textOf } from './lenient'
import { readOrganization } from './organization'
import { readPhoto } from './photo'

/** A photo in full; '' and null stand for what is not known. */
export type PhotoDetail = ReturnType<typeof readPhotoDetail>

/**
 * Get a Photo (documented; the shape of a classification is partly a guess). Like a row of the list it relies on id and
 * status alone: without one of them it is an ApiError 'unreadable', and it throws nothing else.
 */
export function readPhotoDetail(answer: unknown) {
  const row = readPhoto(answer, 0)
  if (row.kind === 'unreadable') throw new ApiError('unreadable', row.row.reason)
  const fields = fieldsOf(answer)
  const person = fieldsOf(fields.person)
  const organization = readOrganization(person.organization)
  return {
    photo: row.photo,
    ...readCustomFields(person.customFields),
    classifications: readClassifications(fields.classifications, organization),
    organization,
    helperBotAction: textOf(fields.helperBotAction) || null,
    /** What the bot recommends, in words; where CloudCard tells it is a guess. */
    recommendation:
      wordsOf(textOf(fields.recommendation) || textOf(fields.helperBotRecommendation)).toLowerCase() || null,
    processingMode: textOf(fields.processingMode) || null,
  }
}

type CustomField = { name: string; value: string }

const NOT_RENDERED = 'deliberately not rendered'
const NAME_FIELDS = new Set(['full name', 'first name', 'last name', 'preferred name'])
// Only wordings that nobody is called: Null and None are surnames.
const STAND_INS = new Set(['', '-', '--', 'n/a', 'no response', 'not applicable', 'not provided'])

/**
 * `person.customFields` of Get a Photo: a map from name to string, where null, '' and stand-ins such as "No Response"
 * mean nothing (documented and seen); lists send a placeholder, which has no fields. Never throws.
 * The name is "Full Name", else "First (Preferred) Last" as far as they are known, '' when nothing is.
 */
function readCustomFields(value: unknown): { cardholderName: string; customFields: CustomField[] } {
  const all = Array.isArray(value) ? [] : Object.entries(fieldsOf(value)).flatMap(readable)
  const named = new Map(all.map((field) => [field.name.toLowerCase(), field.value]))
  return {
    cardholderName: nameOf(named),
    customFields: all.filter((field) => !NAME_FIELDS.has(field.name.toLowerCase())),
  }
}

function readable([name, sent]: [string, unknown]): CustomField[] {
  const value = typeof sent === 'number' ? String(sent) : textOf(sent)
  return STAND_INS.has(value.toLowerCase()) || value === NOT_RENDERED ? [] : [{ name: textOf(name), value }]
}

function nameOf(fields: ReadonlyMap<string, string>): string {
  const full = fields.get('full name')
  if (full !== undefined) return full
  const first = fields.get('first name')
  const preferred = fields.get('preferred name')
  const called = preferred === first || first === undefined ? preferred : preferred && `(${preferred})`
  return [first === preferred ? undefined : first, called, fields.get('last name')].filter(Boolean).join(' ')
}
