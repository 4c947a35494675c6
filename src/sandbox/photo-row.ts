import vendorPhotos from './data/vendor-photos.json' with { type: 'json' }
import { writtenDate } from './dates'
import { documentsOf } from './documents'
import type { JsonObject } from './data/json'
import { personFor } from './people'
import { photoAddress } from './photo-address'
import type { PhotoRecord } from './photo-record'
import { traitsOf, type PhotoTraits } from './photo-traits'
import { portraitOf } from './portraits'

const notRendered = { message: 'deliberately not rendered' }

function originalOf(record: PhotoRecord, traits: PhotoTraits, origin: string): JsonObject | null {
  if (!traits.hasOriginal) return null
  const file = `${traits.portrait.name.slice(0, -4)}-original.jpg`
  return {
    id: record.id - 7,
    publicKey: traits.originalKey,
    links: { bytes: photoAddress(origin, file, traits.originalKey) },
    dateCreated: writtenDate(record.created - 11_000, traits.dateStyle),
  }
}

function personRow(record: PhotoRecord, traits: PhotoTraits, origin: string): JsonObject {
  const { id, email, identifier, version } = personFor(record.personKey)
  return {
    id,
    username: email,
    email,
    identifier,
    additionalPhotoRequired: traits.documents > 0,
    domainClass: 'us.cloudcard.api.Person',
    version,
    additionalPhotos: documentsOf(record, traits, origin),
    previouslyApprovedPhoto: null,
    customFields: notRendered,
  }
}

function generated(record: PhotoRecord, origin: string): JsonObject {
  const traits = traitsOf(record)
  const { width, height, name } = traits.portrait
  const address = photoAddress(origin, name, traits.publicKey)
  const isDecided = !['PENDING', 'ON_HOLD', 'FAILED'].includes(record.status)
  const isApproved = isDecided && !['DENIED', 'DISCARDED'].includes(record.status)
  return {
    id: record.id,
    dateCreated: writtenDate(record.created, traits.dateStyle),
    upVotes: 0,
    width,
    dateApproved: isApproved ? writtenDate(record.lastUpdated, traits.dateStyle) : null,
    externalURL: address,
    lastUpdated: writtenDate(record.lastUpdated, traits.dateStyle),
    helperBotReviewed: traits.isReviewed,
    helperBotAction: traits.isAutomatic ? (record.status === 'DENIED' ? 'AUTO_DENY' : 'AUTO_APPROVE') : null,
    processingMode: traits.isEdited ? 'STANDARD' : null,
    aspectRatio: width / height,
    height,
    backgroundReplaced: traits.isBackgroundReplaced,
    downVotes: 0,
    automaticallyApprovedOrDenied: traits.isAutomatic,
    publicKey: traits.publicKey,
    manuallyEdited: traits.isEdited,
    status: record.status,
    domainClass: 'us.cloudcard.api.Photo',
    version: record.version,
    person: personRow(record, traits, origin),
    lowestClassification: traits.isReviewed ? traits.score : null,
    // Documented: one pixel more than 3 by 4 still counts as correct.
    isAspectRatioCorrect: width === 300 && Math.abs(height - 400) <= 1,
    links: { bytes: address },
    originalPhoto: originalOf(record, traits, origin),
    personHasApprovedPhoto: traits.hasApprovedPhoto,
    onHoldReasons: notRendered,
    isHelperBotProcessing: traits.isBotWorking,
    classifications: [],
    ...(record.status === 'FAILED' && { failedReason: record.why }),
  }
}

/** The published example letter for letter, but for where the bytes come from and what has been changed since. */
function published(record: PhotoRecord, index: 0 | 1, origin: string): JsonObject {
  const photo = vendorPhotos[index]
  if (!photo) throw new Error(`There is no published photo ${index}`)
  const { name } = portraitOf(record)
  const key = name.slice(0, -4)
  const address = photoAddress(origin, name, photo.publicKey)
  const { originalPhoto, person } = photo
  const isUnchanged = record.lastUpdated === Date.parse(photo.lastUpdated)
  return {
    ...photo,
    status: record.status,
    version: record.version,
    dateApproved: record.status === 'APPROVED' ? writtenDate(record.lastUpdated, 'z') : photo.dateApproved,
    lastUpdated: isUnchanged ? photo.lastUpdated : writtenDate(record.lastUpdated, 'z'),
    externalURL: address,
    links: { bytes: address },
    originalPhoto: {
      ...originalPhoto,
      links: { bytes: photoAddress(origin, `${key}-original.jpg`, originalPhoto.publicKey) },
    },
    person: {
      ...person,
      additionalPhotos: person.additionalPhotos.map((document) => ({
        ...document,
        links: { bytes: photoAddress(origin, `${key}-card.jpg`, document.publicKey) },
      })),
    },
    classifications: [],
  }
}

/** So long the bot works on a photo that it has made, and so long until it has scored it, in ms. */
const [botWorksMs, scoredAfterMs] = [4_000, 9_000]

/** What was processed here: all that belongs to the person is as it was, and the bot begins anew with the picture. */
function made(record: PhotoRecord, { of, process, at }: Made, origin: string): JsonObject {
  const before = plainRow({ ...of, status: record.status, version: record.version }, origin)
  const publicKey = `${String(before.publicKey).slice(0, -8)}${record.id}`
  const address = photoAddress(origin, portraitOf(record).name, publicKey)
  const age = Date.now() - at
  const links = { bytes: address }
  return {
    ...before,
    id: record.id,
    dateCreated: writtenDate(record.created, 'z'),
    lastUpdated: writtenDate(record.lastUpdated, 'z'),
    publicKey,
    links,
    externalURL: address,
    originalPhoto: before.originalPhoto ?? {
      id: of.id,
      publicKey: before.publicKey ?? null,
      links: before.links ?? null,
    },
    manuallyEdited: true,
    backgroundReplaced: process === 'removeBackground' || before.backgroundReplaced === true,
    automaticallyApprovedOrDenied: false,
    helperBotAction: null,
    helperBotReviewed: age >= scoredAfterMs,
    isHelperBotProcessing: age < botWorksMs,
    lowestClassification: age >= scoredAfterMs ? 0.93 : null,
  }
}

type Made = NonNullable<PhotoRecord['made']>

/** Out: a photo as a row of Get Photo List, before its quirk. */
export function plainRow(record: PhotoRecord, origin: string): JsonObject {
  if (record.made) return made(record, record.made, origin)
  return record.vendor === undefined ? generated(record, origin) : published(record, record.vendor, origin)
}
