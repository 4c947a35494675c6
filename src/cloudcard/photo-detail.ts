import { ApiError } from './api-error'
import { readClassifications, wordsOf, type Classification } from './classification'
import { readCustomFields, type CustomField } from './custom-fields'
import { fieldsOf, textOf } from './lenient'
import { readOrganization, type Organization } from './organization'
import type { Photo } from './photo'
import { readPhoto } from './photo'

/** A photo in full; '' and null stand for what is not known. */
export type PhotoDetail = {
  photo: Photo
  cardholderName: string
  /** In the order sent, without the names and without fields that hold nothing. */
  customFields: readonly CustomField[]
  /** The bot's verdict, then labels with the surest first, then places. */
  classifications: readonly Classification[]
  organization: Organization | null
  helperBotAction: string | null
  /** What the bot recommends, in words; where CloudCard tells it is a guess. */
  recommendation: string | null
  processingMode: string | null
}

/**
 * Get a Photo (documented; the shape of a classification is partly a guess). Like a row of the list it relies on id and
 * status alone: without one of them it is an ApiError 'unreadable', and it throws nothing else.
 */
export function readPhotoDetail(answer: unknown): PhotoDetail {
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
    recommendation:
      wordsOf(textOf(fields.recommendation) || textOf(fields.helperBotRecommendation)).toLowerCase() || null,
    processingMode: textOf(fields.processingMode) || null,
  }
}
