import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vendorAnswer from '../../test/payloads/get-photo-list.json'
import { isApiError } from './api-error'
import type { Photo, SupportingDocument } from './photo'
import { readPhoto, readPhotoRows } from './photo'

function photoOf(value: unknown): Photo {
  const row = readPhoto(value, 0)
  if (row.kind === 'unreadable') throw new Error(row.row.reason)
  return row.photo
}

const photoWith = (fields: object) => photoOf({ id: 7, status: 'PENDING', ...fields })
const documentsWith = (additionalPhotos: unknown) => photoWith({ person: { additionalPhotos } }).documents

describe("the vendor's published example", () => {
  const files = 'https://s3.amazonaws.com/test-photos.onlinephotosubmission.com/'

  test('is read letter by letter', () => {
    const [first] = readPhotoRows(vendorAnswer)
    const file =
      files +
      '000008.22.244.929kldt4jgd6b4q3lgmkb8v7mf7dtfrl0aha1bmaq2uj2hasdfe96jil234dvrh2sfvftiglmgdf75m.jpg'
    expect(first).toEqual({
      kind: 'photo',
      photo: {
        id: 1423442,
        status: 'PENDING',
        version: 2,
        dateCreated: Date.UTC(2022, 8, 1, 16, 43, 47),
        lastUpdated: Date.UTC(2022, 8, 1, 16, 43, 51),
        dateApproved: null,
        picture: { urls: [file], width: 300, height: 400 },
        score: 0.9014,
        isAspectRatioWrong: false,
        isManuallyEdited: true,
        isBackgroundReplaced: true,
        isDecidedAutomatically: false,
        isBotWorking: false,
        hasApprovedPhoto: false,
        original: {
          id: 1415399,
          picture: {
            urls: [
              files +
                '000008.22.244.uurg0fq3npg8g4kcti2r7nsfs45spqp4poisgl63fos1hhou437ldllep54adau9hs2j5dd9amq6v47p.jpg',
            ],
            width: null,
            height: null,
          },
          dateCreated: Date.UTC(2022, 8, 1, 16, 43, 36),
        },
        previouslyApproved: null,
        cardholder: {
          id: 57133436,
          email: 'test_user@cloudcard.us',
          username: 'test_user@cloudcard.us',
          identifier: '54622347',
          isDocumentRequired: true,
        },
        documents: [
          {
            id: 75755,
            name: 'Government issued ID',
            picture: {
              urls: [
                files +
                  'additional-photo-8.2022.237.rhtq56r50kimup2eeocqwocicmkeefdjf574oefip5i2l6k2nvqongb2c4kgnek1l.jpg',
              ],
              width: null,
              height: null,
            },
            faceMatch: null,
            govId: null,
            govIdWord: '',
            goodFaceThreshold: 0.9,
            badFaceThreshold: 0.5,
            dateCreated: null,
            expirationDate: null,
          },
        ],
        why: '',
      },
    })
  })

  test('has two photos, newest first; 300x401 is no wrong ratio', () => {
    const rows = readPhotoRows(vendorAnswer)
    expect(rows.map((row) => row.kind === 'photo' && row.photo.id)).toEqual([1423442, 1415398])
    expect(photoOf(vendorAnswer[1])).toMatchObject({
      score: 0.6342,
      isAspectRatioWrong: false,
      picture: { width: 300, height: 401 },
    })
  })
})

describe('a photo', () => {
  test('needs no more than a number and a status', () => {
    expect(photoOf({ id: 7, status: 'PENDING' })).toEqual({
      id: 7,
      status: 'PENDING',
      version: null,
      dateCreated: null,
      lastUpdated: null,
      dateApproved: null,
      picture: { urls: [], width: null, height: null },
      score: null,
      isAspectRatioWrong: false,
      isManuallyEdited: false,
      isBackgroundReplaced: false,
      isDecidedAutomatically: false,
      isBotWorking: false,
      hasApprovedPhoto: false,
      original: null,
      previouslyApproved: null,
      cardholder: { id: null, email: '', username: '', identifier: '', isDocumentRequired: false },
      documents: [],
      why: '',
    })
  })

  test('keeps a status that nobody has heard of', () => {
    expect(photoWith({ status: 'ON_HOLD' }).status).toBe('ON_HOLD')
    expect(photoWith({ status: 'Gone fishing' }).status).toBe('Gone fishing')
  })

  test('has the status that it says, whatever its other fields suggest', () => {
    const denied = {
      status: 'DENIED',
      dateApproved: '2024-08-27T18:19:54+0000',
      helperBotAction: 'AUTO_APPROVE',
    }
    expect(photoWith(denied)).toMatchObject({
      status: 'DENIED',
      dateApproved: Date.UTC(2024, 7, 27, 18, 19, 54),
    })
  })

  test('has a wrong ratio only when CloudCard says so', () => {
    const isWrong = (isAspectRatioCorrect: unknown) => photoWith({ isAspectRatioCorrect }).isAspectRatioWrong
    expect([false, true, null, undefined, 'false', 0].map(isWrong)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  test.each([
    [0, 0],
    [0.9014, 0.9014],
    [1, 1],
    [87.5, 0.875],
    [100, 1],
    [101, null],
    [-0.1, null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NaN, null],
    ['unclassified', null],
    ['0.9', null],
    [null, null],
    [undefined, null],
    [true, null],
  ])('with the lowest classification %j has the score %j', (lowestClassification, score) => {
    expect(photoWith({ lowestClassification }).score).toBe(score)
  })

  test('has the address of its bytes first and the external one second, each once', () => {
    const urls = (links: unknown, externalURL: unknown) => photoWith({ links, externalURL }).picture.urls
    expect(urls({ bytes: 'https://a/1.jpg' }, 'https://b/1.jpg')).toEqual([
      'https://a/1.jpg',
      'https://b/1.jpg',
    ])
    expect(urls({ bytes: 'https://a/1.jpg' }, 'https://a/1.jpg')).toEqual(['https://a/1.jpg'])
    expect(urls(undefined, 'https://b/1.jpg')).toEqual(['https://b/1.jpg'])
    expect(urls({ bytes: 'https://a/1.jpg' }, null)).toEqual(['https://a/1.jpg'])
    expect(urls({ bytes: ' ' }, 5)).toEqual([])
    expect(urls('https://a/1.jpg', undefined)).toEqual([])
  })

  test('has an ID number that is text: leading zeros and letters stay, a number becomes its digits', () => {
    const identifier = (sent: unknown) => photoWith({ person: { identifier: sent } }).cardholder.identifier
    expect(['007', ' A-12 ', '   ', null, 54622347, 1.5, {}].map(identifier)).toEqual([
      '007',
      'A-12',
      '',
      '',
      '54622347',
      '',
      '',
    ])
  })

  test('has texts of up to 10,000 characters; a longer one ends there and says so, but an address is never cut', () => {
    const fits = 'x'.repeat(10_000)
    const email = (sent: string) => photoWith({ person: { email: sent } }).cardholder.email
    expect(email(fits)).toBe(fits)
    expect(email(`${fits}x`)).toBe(`${fits}… (cut off here, of 10,001 characters)`)
    expect(email(`${fits.slice(1)}😀`)).toBe(`${fits.slice(1)}… (cut off here, of 10,001 characters)`)
    expect(photoOf({ id: 7, status: 'S'.repeat(1_000_000) }).status).toMatch(/^S{10000}… .*1,000,000/)
    expect(documentsWith({ ['d'.repeat(1_000_000)]: {} })[0]?.name).toMatch(/^d{10000}… /)
    const address = `https://a/${'x'.repeat(1_000_000)}`
    expect(photoWith({ externalURL: address }).picture.urls).toEqual([address])
  })

  test('has the photo that was approved before, where it is told', () => {
    const links = { bytes: 'https://x.example/before.jpg' }
    const { previouslyApproved } = photoWith({ person: { previouslyApprovedPhoto: { id: 5, links } } })
    expect(previouslyApproved).toMatchObject({ id: 5, picture: { urls: ['https://x.example/before.jpg'] } })
  })

  test('has no original when there is none, or none to be shown', () => {
    const original = (originalPhoto: unknown) => photoWith({ originalPhoto }).original
    expect([null, undefined, 'none', {}, [], { publicKey: 'x' }].map(original)).toEqual(Array(6).fill(null))
    expect(original({ id: 3 })).toMatchObject({ id: 3, picture: { urls: [] } })
  })

  test('loses a field of a wrong type, and nothing else', () => {
    const wrong = {
      version: 1.5,
      width: '300',
      height: -1,
      manuallyEdited: 'yes',
      dateCreated: 5,
      person: 'Ann',
    }
    expect(photoWith({ ...wrong, backgroundReplaced: true })).toEqual({
      ...photoWith({}),
      isBackgroundReplaced: true,
    })
  })

  test('may carry any unknown field', () => {
    expect(photoWith({ upVotes: 0, domainClass: 'x', constructor: null })).toEqual(photoWith({}))
    expect(photoOf(JSON.parse('{"id":7,"status":"PENDING","__proto__":{"version":9}}'))).toEqual(
      photoWith({}),
    )
  })
})

test.each([
  ['FAILED', { failedReason: ' No account ' }, 'No account'],
  ['FAILED', { failedReason: { code: 7 } }, ''],
  ['FAILED', {}, ''],
  ['ON_HOLD', { onHoldReasons: { message: 'deliberately not rendered' } }, ''],
  ['ON_HOLD', { onHoldReasons: ['A twin?', 'On leave'] }, 'A twin?, On leave'],
  ['ON_HOLD', { onHoldReasons: [{ id: 1, reason: 'A twin?' }, null] }, 'A twin?'],
  ['ON_HOLD', { onHoldReasons: 'A twin?' }, 'A twin?'],
  ['ON_HOLD', { onHoldReasons: [{ id: 1 }, 5] }, ''],
  ['PENDING', { failedReason: 'of last year', onHoldReasons: ['of last year'] }, ''],
])('a photo that is %s and has %j says why: %j', (status, fields, why) => {
  expect(photoWith({ status, ...fields }).why).toBe(why)
})

describe('supporting documents', () => {
  const bytes = { links: { bytes: 'https://a/id.jpg' } }
  const names = (documents: readonly SupportingDocument[]) => documents.map(({ name }) => name)

  test('have a type that is an object or a plain string', () => {
    expect(names(documentsWith([{ ...bytes, additionalPhotoType: 'Passport' }]))).toEqual(['Passport'])
    expect(names(documentsWith([{ ...bytes, additionalPhotoType: { name: 'Signature' } }]))).toEqual([
      'Signature',
    ])
    expect(names(documentsWith([{ ...bytes, additionalPhotoType: null }, bytes]))).toEqual(['', ''])
  })

  test('may be absent, have junk among them, or be a map from type to nothing', () => {
    expect(photoWith({}).documents).toEqual([])
    expect(documentsWith({ 'Government issued ID': null, Signature: null })).toEqual([])
    expect(documentsWith({ message: 'deliberately not rendered' })).toEqual([])
    expect(names(documentsWith([null, 'x', 4, { additionalPhotoType: 'Passport' }]))).toEqual(['Passport'])
  })

  test('in a map are named after their type', () => {
    expect(documentsWith({ Passport: bytes })).toMatchObject([
      { name: 'Passport', picture: { urls: ['https://a/id.jpg'] } },
    ])
  })

  test('have their scores, thresholds, size and dates', () => {
    const sent = {
      ...bytes,
      id: 9,
      width: 640,
      height: 480,
      facialRecognitionScore: 0.75,
      govIdScore: 'unclassified',
      dateCreated: '2024-08-27T18:19:54+0000',
      expirationDate: '2030-01-01T00:00:00Z',
    }
    expect(documentsWith([sent])).toEqual([
      {
        id: 9,
        name: '',
        picture: { urls: ['https://a/id.jpg'], width: 640, height: 480 },
        faceMatch: 0.75,
        govId: null,
        govIdWord: '',
        goodFaceThreshold: null,
        badFaceThreshold: null,
        dateCreated: Date.UTC(2024, 7, 27, 18, 19, 54),
        expirationDate: Date.UTC(2030, 0, 1),
      },
    ])
  })
})

describe('a row that cannot be read', () => {
  test.each([
    [null, null, 'CloudCard sent a row that is not a photo'],
    ['x', null, 'CloudCard sent a row that is not a photo'],
    [{}, null, 'CloudCard sent a row without a valid number'],
    [[], null, 'CloudCard sent a row without a valid number'],
    [{ id: 0, status: 'PENDING' }, null, 'CloudCard sent a row without a valid number'],
    [{ id: -7, status: 'PENDING' }, null, 'CloudCard sent a row without a valid number'],
    [{ id: 1.5, status: 'PENDING' }, null, 'CloudCard sent a row without a valid number'],
    [{ id: 2 ** 60, status: 'PENDING' }, null, 'CloudCard sent a row without a valid number'],
    [{ id: '12a', status: 'PENDING' }, null, 'CloudCard sent a row without a valid number'],
    [{ id: '99999999999999999999', status: 'PENDING' }, null, 'CloudCard sent a row without a valid number'],
    [{ id: 5 }, 5, 'CloudCard sent a row without a status'],
    [{ id: 5, status: '  ' }, 5, 'CloudCard sent a row without a status'],
    [{ id: '5', status: { name: 'PENDING' } }, 5, 'CloudCard sent a row without a status'],
  ])('is counted, with its place and its reason: %j', (value, id, reason) => {
    expect(readPhoto(value, 3)).toEqual({ kind: 'unreadable', row: { index: 3, id, reason } })
  })

  test('does not take the other 999 with it', () => {
    const answer: unknown[] = Array.from({ length: 1000 }, (_, place) => ({
      ...vendorAnswer[0],
      id: place + 1,
    }))
    answer[500] = { id: null }
    const rows = readPhotoRows(answer)
    expect(rows).toHaveLength(1000)
    expect(rows.flatMap((row, place) => (row.kind === 'unreadable' ? [place] : []))).toEqual([500])
  })

  test('is not one whose number came as digits', () => {
    expect(photoOf({ id: '1423442', status: 'PENDING' }).id).toBe(1423442)
  })
})

test.each([null, {}, { photos: [] }, 'x', undefined])(
  'an answer that is no list is unreadable, not an empty page: %j',
  (answer) => {
    try {
      readPhotoRows(answer)
      expect.unreachable()
    } catch (error) {
      expect(isApiError(error) && error.kind).toBe('unreadable')
    }
  },
)

describe('whatever CloudCard sends', () => {
  const json = fc.jsonValue()
  const keys = [...Object.keys(vendorAnswer[0] ?? {}), ...Object.keys(vendorAnswer[0]?.person ?? {})]

  test('reading a row never throws', () => {
    fc.assert(
      fc.property(json, fc.nat(), (value, index) => {
        expect(['photo', 'unreadable']).toContain(readPhoto(value, index).kind)
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })

  test('a real row with any of its fields replaced stays a row, and a photo while number and status are good', () => {
    const change = fc.dictionary(fc.constantFrom(...keys), json)
    fc.assert(
      fc.property(fc.constantFrom(...vendorAnswer), change, change, (row, changes, personChanges) => {
        const person = { ...row.person, ...personChanges }
        expect(photoOf({ ...row, person, ...changes, id: row.id, status: row.status }).id).toBe(row.id)
        expect(() => readPhoto({ ...row, person, ...changes }, 0)).not.toThrow()
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })

  test('what was read is plain data: no gaps, no NaN', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), json), (changes) => {
        const photo = photoWith({ ...changes, id: 7, status: 'PENDING' })
        expect(JSON.parse(JSON.stringify(photo))).toEqual(photo)
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })
})
