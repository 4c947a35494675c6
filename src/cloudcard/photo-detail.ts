import { ApiError } from './api-error'
import { readClassifications, wordsOf } from './classification'
import { readCustomFields } from './custom-fields'
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
