import { writtenDate } from './dates'
import type { Json, JsonObject } from './data/json'
import { photoAddress } from './photo-address'
import type { PhotoRecord } from './photo-record'
import type { PhotoTraits } from './photo-traits'
import { between, chanceFor, opaqueKey, type Chance } from './random'

const day = 86_400_000

const typeNamed = (name: string, isFace: boolean): JsonObject => ({
  name,
  enableOcr: false,
  enableFacialRecognition: isFace,
  enableGovIdClassifier: isFace,
  goodFacialRecognitionThreshold: 0.9,
  badFacialRecognitionThreshold: 0.5,
})

const wordFor = (score: number | null) =>
  score === null ? 'unclassified' : score >= 0.9 ? 'good' : score > 0.5 ? 'fair' : 'bad'

function scoreFor(chance: Chance): number | null {
  return chance() < 0.3 ? null : between(chance, 3800, 9950) / 10_000
}

function documentAt(index: number, record: PhotoRecord, traits: PhotoTraits, origin: string): JsonObject {
  const chance = chanceFor(record.id * 5 + index)
  const isCard = index === 0
  const face = isCard ? scoreFor(chance) : null
  const govId = isCard ? scoreFor(chance) : null
  const scores = [face, govId].filter((score) => score !== null)
  const { withCard, name } = traits.portrait
  const card = withCard ? `${name.slice(0, -4)}-card.jpg` : 'card.jpg'
  const file = isCard ? card : `letter-${between(chance, 1, 2)}.jpg`
  const sent = record.created - between(chance, 30, 600) * 1000
  const expires =
    record.quirk === 'document-expired'
      ? record.created - 40 * day
      : record.created + between(chance, 90, 3000) * day
  const publicKey = `additional-photo-8.${new Date(sent).getUTCFullYear()}.${between(chance, 1, 365)}.${opaqueKey(chance, 64)}`
  const isDead = record.quirk === 'document-dead'
  return {
    id: (record.id - 1_000_000) * 2 + index,
    additionalPhotoType: isCard
      ? typeNamed('Government issued ID', true)
      : typeNamed('Enrollment letter', false),
    facialRecognitionScore: face,
    facialRecognitionClassification: wordFor(face),
    govIdScore: govId,
    govIdClassification: wordFor(govId),
    lowestClassification: scores.length > 0 ? Math.min(...scores) : 'unclassified',
    publicKey,
    links: { bytes: photoAddress(origin, isDead ? 'missing' : file, publicKey) },
    ...(chance() < 0.7 && { width: isCard ? 320 : 240, height: isCard ? 202 : 340 }),
    ...(chance() < 0.8 && { dateCreated: writtenDate(sent, traits.dateStyle) }),
    ...(isCard && { expirationDate: writtenDate(expires, traits.dateStyle) }),
  }
}

const needsDocument = new Set(['document-expired', 'document-type-as-text', 'document-dead', 'unknown-keys'])

/** Out: the supporting documents of a photo's person, as lists and Get a Photo write them. */
export function documentsOf(record: PhotoRecord, traits: PhotoTraits, origin: string): Json[] {
  const count =
    record.quirk && needsDocument.has(record.quirk) ? Math.max(1, traits.documents) : traits.documents
  return Array.from({ length: count }, (_, index) => documentAt(index, record, traits, origin))
}
