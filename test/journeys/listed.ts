import { photoRow } from '../../src/sandbox/photo-answers'
import { sandbox } from './app'

/** A row of Get Photo List, as far as these journeys look at it. */
export type Listed = {
  id: number
  status: string
  dateCreated?: string | null
  lowestClassification?: unknown
  isAspectRatioCorrect?: boolean
  manuallyEdited?: boolean
  backgroundReplaced?: boolean
  automaticallyApprovedOrDenied?: boolean
  isHelperBotProcessing?: boolean
  personHasApprovedPhoto?: boolean
  person?: {
    email?: string
    identifier?: string | null
    additionalPhotoRequired?: boolean
    additionalPhotos?: unknown
  }
}

/** What CloudCard lists of a status, or of all, in its order; what cannot be read is left out. */
export function listed(status = 'PENDING'): Listed[] {
  return sandbox.db
    .withStatus(status === 'ALL' ? undefined : status)
    .map((record) => photoRow(record, 'http://localhost') as unknown)
    .filter((row): row is Listed => typeof row === 'object' && row !== null && 'id' in row && 'status' in row)
}

export const idsOf = (rows: readonly Listed[]) => rows.map(({ id }) => id)
