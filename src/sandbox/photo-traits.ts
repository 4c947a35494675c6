import { firstPage } from './data/first-page'
import type { DateStyle } from './dates'
import type { PhotoRecord } from './photo-record'
import { portraitOf, type Portrait } from './portraits'
import { between, chanceFor, opaqueKey } from './random'

/** What can be told of a photo from its record alone, the same for its row in a list and for Get a Photo. */
export type PhotoTraits = {
  portrait: Portrait
  publicKey: string
  originalKey: string
  dateStyle: DateStyle
  score: number | null | 'unclassified'
  isReviewed: boolean
  isBotWorking: boolean
  isEdited: boolean
  isBackgroundReplaced: boolean
  isAutomatic: boolean
  hasApprovedPhoto: boolean
  hasOriginal: boolean
  documents: number
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** As in the vendor's example: year, month and a number in front, then an opaque word. */
function publicKeyOf(created: number, opaque: string): string {
  const date = new Date(created)
  return `000008.${twoDigits(date.getUTCFullYear() % 100)}.${date.getUTCMonth() + 1}${twoDigits(date.getUTCDate())}.${opaque}`
}

function scoreOf(chance: number, value: number): PhotoTraits['score'] {
  const fraction = (from: number, to: number) => Math.round((from + (to - from) * value) * 10_000) / 10_000
  if (chance < 0.62) return fraction(0.8, 0.99)
  if (chance < 0.83) return fraction(0.41, 0.799)
  if (chance < 0.94) return fraction(0.03, 0.4)
  return chance < 0.97 ? null : 'unclassified'
}

/** A photo of DONE is the earlier one of a pending person whose place is a multiple of six: see database.ts. */
export function hasEarlierPhoto(place: number): boolean {
  const checks = firstPage[place - 1]?.checks
  return place <= firstPage.length ? (checks?.includes('approved-before') ?? false) : place % 6 === 0
}

function withHandwritten(record: PhotoRecord, traits: PhotoTraits): PhotoTraits {
  const entry = record.home === 'PENDING' && !record.vendor ? firstPage[record.place - 1] : undefined
  if (!entry || record.vendor === 0) return traits
  const has = (check: NonNullable<typeof entry.checks>[number]) => entry.checks?.includes(check) ?? false
  return {
    ...traits,
    score: entry.score,
    isReviewed: !has('bot'),
    isBotWorking: has('bot'),
    isEdited: has('edited'),
    isBackgroundReplaced: has('background'),
    isAutomatic: has('automatic'),
    hasOriginal: true,
    documents: entry.documents ?? 0,
  }
}

export function traitsOf(record: PhotoRecord): PhotoTraits {
  const chance = chanceFor(record.id)
  const portrait = portraitOf(record)
  const publicKey = publicKeyOf(record.created, opaqueKey(chance, 81))
  const originalKey = publicKeyOf(record.created, opaqueKey(chance, 81))
  const isPending = record.home === 'PENDING'
  const score = scoreOf(chance(), chance())
  const isBotWorking = isPending && score === null && chance() < 0.3
  const isEdited = chance() < 0.3
  const isBackgroundReplaced = chance() < 0.35
  return withHandwritten(record, {
    portrait,
    publicKey,
    originalKey,
    dateStyle: chance() < 0.3 ? 'offset' : 'z',
    score,
    isReviewed: !isBotWorking && (score !== null || chance() < 0.6),
    isBotWorking,
    isEdited,
    isBackgroundReplaced,
    isAutomatic: isPending ? chance() < 0.03 : chance() < 0.4,
    hasApprovedPhoto: isPending ? hasEarlierPhoto(record.place) : chance() < 0.2,
    hasOriginal: isEdited || isBackgroundReplaced || chance() < 0.6,
    // Documented: once a photo is downloaded its supporting documents are deleted.
    documents:
      record.home === 'DOWNLOADED' || record.home === 'DONE'
        ? 0
        : chance() < 0.55
          ? between(chance, 1, 2)
          : 0,
  })
}
