import { writtenDate } from './dates'
import type { Json, JsonObject } from './data/json'
import type { Quirk } from './known-places'
import { photoAddress, sideName } from './photo-address'
import type { PhotoRecord } from './photo-record'
import { portraitOf } from './portraits'

type Change = (row: JsonObject, record: PhotoRecord, origin: string) => Json

const omit = (row: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)))

const without =
  (...keys: string[]): Change =>
  (row) =>
    omit(row, keys)

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inside = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

const inPerson =
  (change: (person: JsonObject) => JsonObject): Change =>
  (row) => ({ ...row, person: change(inside(row.person)) })

const documentsIn = (person: JsonObject): JsonObject[] =>
  Array.isArray(person.additionalPhotos) ? person.additionalPhotos.filter(isObject) : []

const dates =
  (style: 'z' | 'offset'): Change =>
  (row, record) => ({
    ...row,
    dateCreated: writtenDate(record.created, style),
    lastUpdated: writtenDate(record.lastUpdated, style),
  })

const deadIn =
  (folder: 'missing' | 'forbidden', isExternalDead: boolean): Change =>
  (row, _record, origin) => {
    const address = photoAddress(origin, folder, String(row.publicKey))
    return { ...row, links: { bytes: address }, ...(isExternalDead && { externalURL: address }) }
  }

const wasTurned = ({ made }: PhotoRecord): boolean =>
  made !== undefined && (made.process === 'rotate' || wasTurned(made.of))

const onItsSide: Change = (row, record, origin) => {
  if (wasTurned(record)) return row
  const { height: width = null, width: height = null } = row
  const address = photoAddress(origin, sideName(portraitOf(record).name), String(row.publicKey))
  const links = { bytes: address }
  return {
    ...row,
    width,
    height,
    aspectRatio: 4 / 3,
    isAspectRatioCorrect: false,
    links,
    externalURL: address,
  }
}

const flags = [
  'helperBotReviewed',
  'isHelperBotProcessing',
  'automaticallyApprovedOrDenied',
  'backgroundReplaced',
  'manuallyEdited',
  'personHasApprovedPhoto',
  'helperBotAction',
  'processingMode',
]

const withUnknownKeys: Change = (row) => {
  const person = inside(row.person)
  const additionalPhotos = documentsIn(person).map((document) => ({ ...document, ocrText: null, pages: [1] }))
  return {
    ...row,
    reviewLane: { id: 7, name: 'Fast lane', rules: [] },
    $schema: 'photo-v9',
    links: { ...inside(row.links), thumbnail: null, self: '/photo' },
    person: { ...person, additionalPhotos, supervisor: { id: 1 }, tags: ['a', 'b'] },
  }
}

const decidedAutomatically: Change = (row) => ({
  ...row,
  automaticallyApprovedOrDenied: true,
  helperBotAction: 'AUTO_APPROVE',
})

/** Quirks that change how the row is written. The others come from the photo's record, person or portrait. */
const changes: Partial<Record<Quirk, Change>> = {
  'dates-with-offset': dates('offset'),
  'dates-with-z': dates('z'),
  'dates-null': (row) => ({ ...row, dateCreated: null, lastUpdated: null }),
  'dates-absent': without('dateCreated', 'lastUpdated', 'dateApproved'),
  'score-unclassified': (row) => ({ ...row, helperBotReviewed: true, lowestClassification: 'unclassified' }),
  'score-null-though-reviewed': (row) => ({ ...row, helperBotReviewed: true, lowestClassification: null }),
  'image-missing': deadIn('missing', true),
  'image-forbidden': deadIn('forbidden', true),
  'links-dead-external-alive': deadIn('missing', false),
  'external-url-missing': without('externalURL'),
  'links-missing': without('links'),
  'no-image-address': without('links', 'externalURL'),
  'documents-absent': inPerson((person) => omit(person, ['additionalPhotos'])),
  'documents-as-map': inPerson((person) => ({
    ...person,
    additionalPhotos: { 'Government issued ID': null, 'Enrollment letter': null },
  })),
  'document-type-as-text': inPerson((person) => ({
    ...person,
    additionalPhotos: documentsIn(person).map((document) => ({
      ...document,
      additionalPhotoType: inside(document.additionalPhotoType).name ?? '',
    })),
  })),
  'version-missing': without('version'),
  'unknown-keys': withUnknownKeys,
  'size-absent': without('width', 'height', 'aspectRatio', 'isAspectRatioCorrect'),
  'flags-absent': without(...flags),
  'unreadable-null': () => null,
  'unreadable-text': (_row, { id }) => `Photo ${id} could not be rendered`,
  'unreadable-no-id': without('id'),
  'unreadable-no-status': without('status'),
  'person-absent': without('person'),
  'only-id-and-status': ({ id, status }) => ({ id: id ?? null, status: status ?? null }),
  'original-null': (row) => ({ ...row, originalPhoto: null }),
  'original-absent': without('originalPhoto'),
  'original-and-edits': (row) => ({ ...row, manuallyEdited: true, backgroundReplaced: true }),
  'previously-approved': (row, record, origin) => {
    const publicKey = `${String(row.publicKey).slice(0, -6)}before`
    const links = { bytes: photoAddress(origin, portraitOf(record).name, publicKey) }
    return {
      ...row,
      person: { ...inside(row.person), previouslyApprovedPhoto: { id: record.id - 900, publicKey, links } },
    }
  },
  'on-its-side': onItsSide,
  'decided-automatically': decidedAutomatically,
  'denied-with-approval': (row, record, origin) => ({
    ...inside(decidedAutomatically(row, record, origin)),
    dateApproved: writtenDate(record.lastUpdated, 'z'),
  }),
}

/** Out: the row as the API answers it at a known place; anywhere else it stays as it is. */
export function withQuirk(row: JsonObject, record: PhotoRecord, origin: string): Json {
  const change = record.quirk && changes[record.quirk]
  return change ? change(row, record, origin) : row
}
