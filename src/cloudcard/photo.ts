import { ApiError } from './api-error'
import {
  fieldsOf,
  itemsOf,
  parseDate,
  pixelsOf,
  scoreOf,
  stringOf,
  textOf,
  wholeNumberOf,
  type Fields,
} from './lenient'
import { photoIdFrom } from './photo-id'

export type Picture = ReturnType<typeof pictureOf>

export type Photo = ReturnType<typeof photoOf>

/** As lists and Get a Photo have it. Dates are epoch ms; a flag that was not sent is false, a text that is not known ''. */
function photoOf(id: number, status: string, fields: Fields) {
  return {
    id,
    status,
    version: wholeNumberOf(fields.version),
    dateCreated: parseDate(fields.dateCreated),
    lastUpdated: parseDate(fields.lastUpdated),
    dateApproved: parseDate(fields.dateApproved),
    picture: pictureOf(fields),
    score: scoreOf(fields.lowestClassification),
    isAspectRatioWrong: fields.isAspectRatioCorrect === false,
    isManuallyEdited: fields.manuallyEdited === true,
    isBackgroundReplaced: fields.backgroundReplaced === true,
    isDecidedAutomatically: fields.automaticallyApprovedOrDenied === true,
    isBotWorking: fields.isHelperBotProcessing === true,
    hasApprovedPhoto: fields.personHasApprovedPhoto === true,
    /** The upload before editing. */
    original: otherPhotoOf(fields.originalPhoto),
    /** The photo that the cardholder had approved before. */
    previouslyApproved: otherPhotoOf(fieldsOf(fields.person).previouslyApprovedPhoto),
    cardholder: cardholderOf(fieldsOf(fields.person)),
    documents: documentsOf(fieldsOf(fields.person).additionalPhotos),
    why: whyOf(fields),
  }
}

/**
 * Why it has failed, or is held; '' where that is not told, as in lists. `failedReason` is what the vendor's downloader sends, the
 * shape of `onHoldReasons` in Get a Photo is a guess.
 */
function whyOf({ status, failedReason, onHoldReasons }: Fields): string {
  if (status === 'FAILED') return textOf(failedReason)
  if (status !== 'ON_HOLD' || fieldsOf(onHoldReasons).message !== undefined) return ''
  const told = itemsOf(onHoldReasons).map(({ item }) => textOf(item) || textOf(fieldsOf(item).reason))
  return textOf(onHoldReasons) || told.filter(Boolean).join(', ')
}

/** A row that is no photo; `index` is its place in the answer, `reason` is in plain words. */
export type UnreadableRow = { index: number; id: number | null; reason: string }

export type Row = { kind: 'photo'; photo: Photo } | { kind: 'unreadable'; row: UnreadableRow }

/**
 * One photo of an answer; `index` is its place there. Never throws, whatever it is given: what has no id (a safe integer
 * above 0, or its digits) or no status (a word) is an unreadable row, and every other field may be missing or wrong.
 * The fields are documented; which of them can be missing has been seen in the vendor's clients.
 */
export function readPhoto(value: unknown, index: number): Row {
  const fields = fieldsOf(value)
  const [id, status] = [photoIdFrom(fields.id), textOf(fields.status)]
  if (id !== null && status !== '') return { kind: 'photo', photo: photoOf(id, status, fields) }
  return { kind: 'unreadable', row: { index, id, reason: whyUnreadable(value, id) } }
}

/** Get Photo List: a bare array (documented). Anything else is an ApiError 'unreadable'; a bad row is only itself. */
export function readPhotoRows(answer: unknown): Row[] {
  if (!Array.isArray(answer))
    throw new ApiError('unreadable', 'CloudCard answered with something other than a list')
  return answer.map(readPhoto)
}

function whyUnreadable(value: unknown, id: number | null): string {
  if (typeof value !== 'object' || value === null) return 'CloudCard sent a row that is not a photo'
  return `CloudCard sent a row without a ${id === null ? 'valid number' : 'status'}`
}

function pictureOf(fields: Fields) {
  const bytes = stringOf(fieldsOf(fields.links).bytes)
  const external = stringOf(fields.externalURL)
  return {
    /** As CloudCard sent them, the preferred one first. Not checked for safety. */
    urls: [bytes, external].filter((url, place) => url !== '' && (place === 0 || url !== bytes)),
    width: pixelsOf(fields.width),
    height: pixelsOf(fields.height),
  }
}

/** Another photo of the same cardholder, as far as it is told. */
function otherPhotoOf(value: unknown) {
  if (value === null || value === undefined) return null
  const fields = fieldsOf(value)
  const id = wholeNumberOf(fields.id)
  const picture = pictureOf(fields)
  // An empty object is as good as null: there is nothing to show.
  return id === null && picture.urls.length === 0
    ? null
    : { id, picture, dateCreated: parseDate(fields.dateCreated) }
}

function cardholderOf(fields: Fields) {
  const { identifier } = fields
  return {
    id: wholeNumberOf(fields.id),
    email: textOf(fields.email),
    username: textOf(fields.username),
    identifier: Number.isSafeInteger(identifier) ? String(identifier) : textOf(identifier),
    isDocumentRequired: fields.additionalPhotoRequired === true,
  }
}

function documentsOf(value: unknown): readonly SupportingDocument[] {
  // What is no object is junk, or, in a map, a type of which this person has no document.
  return itemsOf(value)
    .filter(({ item }) => typeof item === 'object' && item !== null)
    .map(({ name, item }) => documentOf(name, fieldsOf(item)))
}

/** '' and null stand for what is not known. Dates are epoch ms. */
export type SupportingDocument = ReturnType<typeof documentOf>

function documentOf(nameInMap: string, fields: Fields) {
  const type = fields.additionalPhotoType
  const { name, goodFacialRecognitionThreshold, badFacialRecognitionThreshold } = fieldsOf(type)
  return {
    id: wholeNumberOf(fields.id),
    name: textOf(type) || textOf(name) || nameInMap,
    picture: pictureOf(fields),
    faceMatch: scoreOf(fields.facialRecognitionScore),
    govId: scoreOf(fields.govIdScore),
    /** CloudCard's own word for the ID check ("good"), for which no thresholds are published. */
    govIdWord: wordOf(fields.govIdClassification),
    goodFaceThreshold: scoreOf(goodFacialRecognitionThreshold),
    badFaceThreshold: scoreOf(badFacialRecognitionThreshold),
    dateCreated: parseDate(fields.dateCreated),
    expirationDate: parseDate(fields.expirationDate),
  }
}

/** "unclassified" says nothing. */
function wordOf(value: unknown): string {
  const word = textOf(value)
  return word === 'unclassified' ? '' : word
}
