import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vendorAnswer from '../../test/payloads/get-photo-list.json'
import { isApiError } from './api-error'
import { readPhotoDetail } from './photo-detail'

const detailWith = (fields: object) => readPhotoDetail({ id: 7, status: 'PENDING', ...fields })
const classificationsWith = (classifications: unknown, organization?: unknown) =>
  detailWith({ classifications, person: { organization } }).classifications
const fieldsWith = (customFields: unknown) => detailWith({ person: { customFields } })

describe('a photo in full', () => {
  test('has everything that its row in the list has', () => {
    const { photo, ...rest } = readPhotoDetail(vendorAnswer[0])
    expect(photo).toMatchObject({ id: 1423442, cardholder: { identifier: '54622347' } })
    expect(rest).toEqual({
      cardholderName: '',
      customFields: [],
      classifications: [],
      organization: null,
      helperBotAction: null,
      recommendation: null,
      processingMode: null,
    })
  })

  test('says what the bot recommends, in words', () => {
    expect(detailWith({ recommendation: 'RECOMMEND_DENIAL' }).recommendation).toBe('recommend denial')
    expect(detailWith({ recommendation: {} }).recommendation).toBeNull()
  })

  test('says what the helper bot did', () => {
    expect(detailWith({ helperBotAction: 'AUTO_APPROVE', processingMode: ' ' })).toMatchObject({
      helperBotAction: 'AUTO_APPROVE',
      processingMode: null,
    })
  })

  test.each([null, undefined, 'x', [], {}, { id: 7 }, { status: 'PENDING' }])(
    'is unreadable without number and status: %j',
    (answer) => {
      try {
        readPhotoDetail(answer)
        expect.unreachable()
      } catch (error) {
        expect(isApiError(error) && error.kind).toBe('unreadable')
      }
    },
  )

  test('can always be read while number and status are good', () => {
    const detailed = { classifications: fc.jsonValue(), person: fc.jsonValue() }
    const person = fc.record({ organization: fc.jsonValue(), customFields: fc.jsonValue() })
    const requirements = fc.array(fc.record({ photoRequirement: fc.jsonValue(), score: fc.jsonValue() }))
    const answers = fc.oneof(
      fc.record(detailed),
      fc.record({ ...detailed, person }),
      fc.record({ person, classifications: requirements }),
    )
    fc.assert(
      fc.property(answers, (fields) => {
        const detail = detailWith(fields)
        expect(JSON.parse(JSON.stringify(detail))).toEqual(detail)
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })
})

describe("the cardholder's name", () => {
  test.each([
    [{ 'Full Name': 'Ann Lee', 'First Name': 'X' }, 'Ann Lee'],
    [{ 'First Name': 'Ann', 'Last Name': 'Lee' }, 'Ann Lee'],
    [{ 'First Name': 'Elizabeth', 'Last Name': 'Lee', 'Preferred Name': 'Liz' }, 'Elizabeth (Liz) Lee'],
    [{ 'First Name': 'Ann', 'Last Name': 'Lee', 'Preferred Name': 'Ann' }, 'Ann Lee'],
    [{ 'Last Name': 'Lee', 'Preferred Name': 'Liz' }, 'Liz Lee'],
    [{ 'Last Name': 'Lee' }, 'Lee'],
    [{ 'full name ': ' Ann Lee ' }, 'Ann Lee'],
    [{ 'Full Name': 'No Response', 'First Name': 'Ann', 'Last Name': null, 'Preferred Name': '' }, 'Ann'],
    [{ 'Full Name': 'no response', 'Last Name': 'Null' }, 'Null'],
    [{ 'Full Name': {} }, ''],
    [{}, ''],
    [null, ''],
    [undefined, ''],
    [['Full Name'], ''],
    [{ message: 'deliberately not rendered' }, ''],
  ])('in %j is "%s"', (customFields, name) => {
    expect(fieldsWith(customFields).cardholderName).toBe(name)
  })
})

test('custom fields are shown in order, without the names, the empty ones and the placeholder of lists', () => {
  const sent = {
    Room: 'B 12',
    'Full Name': 'Ann Lee',
    Major: null,
    Meal: 'No Response',
    Year: 2024,
    Note: '',
    Job: [],
  }
  expect(fieldsWith(sent).customFields).toEqual([
    { name: 'Room', value: 'B 12' },
    { name: 'Year', value: '2024' },
  ])
  expect(fieldsWith({ message: 'deliberately not rendered' }).customFields).toEqual([])
  expect(fieldsWith({ message: 'Call me' }).customFields).toEqual([{ name: 'message', value: 'Call me' }])
})

test('custom fields of a megabyte are cut and say so, names and values', () => {
  const long = 'x'.repeat(1_000_000)
  const [field] = fieldsWith({ [long]: long }).customFields
  expect(field?.name).toMatch(/^x{10000}… \(cut off here, of 1,000,000 characters\)$/)
  expect(field?.value).toBe(field?.name)
})

describe('classifications', () => {
  const organization = { id: 1, photoRequirements: [{ id: 31, name: 'Eyes open' }] }

  test('come with the verdict first, then the surest, what has no score behind them, and the places as sent', () => {
    const sent = [
      { requirementName: 'None', score: null },
      { requirementName: 'Head top', score: 35 },
      { requirementName: 'Early tie', score: 0.9 },
      { requirementName: 'Glasses', score: 0.2 },
      { requirementName: 'HelperBot', score: 0.3 },
      { requirementName: 'Later tie', score: 0.9 },
      { requirementName: 'Face top', score: 12 },
      { requirementName: 'Not yet', score: 'unclassified' },
    ]
    expect(classificationsWith(sent).map(({ name }) => name)).toEqual([
      'HelperBot',
      'Early tie',
      'Later tie',
      'Glasses',
      'None',
      'Not yet',
      'Head top',
      'Face top',
    ])
  })

  test.each([
    [0.25, { kind: 'label', score: 0.25, raw: null }],
    [1, { kind: 'label', score: 1, raw: null }],
    [87.5, { kind: 'place', score: 87.5, raw: null }],
    [150, { kind: 'label', score: null, raw: '{"requirementName":"Hat","score":150}' }],
    [null, { score: null, raw: null }],
    ['unclassified', { score: null, raw: null }],
    [-1, { score: null, raw: '{"requirementName":"Hat","score":-1}' }],
    ['high', { score: null, raw: '{"requirementName":"Hat","score":"high"}' }],
  ])('with the score %j are %j', (score, expected) => {
    expect(classificationsWith([{ requirementName: 'Hat', score }])).toMatchObject([
      { name: 'Hat', ...expected },
    ])
  })

  test.each(['Head top', 'faceHeight', 'FACE_WIDTH', 'Person left', 'Brow height', 'Top of the head'])(
    'named %s are places, of which 1 is one of a hundred',
    (requirementName) => {
      expect(classificationsWith([{ requirementName, score: 1 }])).toMatchObject([
        { kind: 'place', score: 1 },
      ])
    },
  )

  test.each(['Face visibility', 'Top of the head covered', 'Face', 'Height', 'Headphones', 'Glare'])(
    'named %s are labels, and neither places nor verdicts',
    (requirementName) => {
      expect(classificationsWith([{ requirementName, score: 1 }])).toMatchObject([{ kind: 'label' }])
    },
  )

  test('say the thresholds and the recommendation that they bring', () => {
    const sent = {
      requirementName: 'Hat',
      score: 0.5,
      autoDenyThreshold: 0.95,
      recommendation: 'REQUIRE_HUMAN_REVIEW',
      recommendedBy: null,
      thresholds: {},
    }
    expect(classificationsWith([sent])[0]?.own).toEqual([
      { name: 'Auto deny threshold', value: '95%' },
      { name: 'Recommendation', value: 'require human review' },
    ])
  })

  test('are named by the requirement, by the organization, or by whatever is known', () => {
    const nameOf = (classification: object) =>
      classificationsWith([{ score: 0.5, ...classification }], organization)[0]?.name
    expect(nameOf({ requirementName: 'Hat', photoRequirement: { id: 31 } })).toBe('Hat')
    expect(nameOf({ photoRequirement: { id: 31 } })).toBe('Eyes open')
    expect(nameOf({ photoRequirement: { id: 99, name: 'Smile' } })).toBe('Smile')
    expect(nameOf({ label: 'Cropping' })).toBe('Cropping')
    expect(nameOf({ photoRequirement: { id: 99 } })).toBe('')
  })

  test('of a shape that nobody knows are shown raw, not hidden', () => {
    expect(classificationsWith([{ verdict: 'blurred' }, 'blurred', 0.5])).toMatchObject([
      { name: '', score: 0.5, raw: '0.5' },
      { name: '', score: null, raw: '{"verdict":"blurred"}' },
      { name: '', score: null, raw: '"blurred"' },
    ])
    expect(classificationsWith([{ huge: 'x'.repeat(10_000) }])[0]?.raw).toHaveLength(500)
  })

  test('may be a map from name to score', () => {
    expect(classificationsWith({ Hat: 0.7, Eyes: { score: 0.2 } })).toMatchObject([
      { name: 'Hat', score: 0.7, raw: null },
      { name: 'Eyes', score: 0.2, raw: null },
    ])
  })

  test('are none when there are none', () => {
    for (const none of [[], null, undefined, 'x', [null], { message: 'deliberately not rendered' }]) {
      expect(classificationsWith(none)).toEqual([])
    }
  })
})

describe('the organization', () => {
  const read = (organization: unknown) => detailWith({ person: { organization } }).organization

  test('brings thresholds, denial reasons, its word for the ID number, and where the head should be', () => {
    const sent = {
      id: 8,
      name: 'Test University',
      goodPhotoThreshold: 0.8,
      badPhotoThreshold: 0.4,
      photoRequirements: [{ id: 31, name: 'Eyes open', label: 'x' }, null, { id: 32 }],
      personIdentifierLabel: 'Student ID',
      idealHeadTop: 0.1,
      photoDimensions: { width: 300, height: 400 },
      customFields: [],
    }
    expect(read(sent)).toEqual({
      id: 8,
      name: 'Test University',
      goodPhotoThreshold: 0.8,
      badPhotoThreshold: 0.4,
      photoRequirements: [{ id: 31, name: 'Eyes open' }],
      identifierLabel: 'Student ID',
      idealHeadTop: 0.1,
      ratio: 0.75,
    })
  })

  test('is unknown when none was sent', () => {
    expect([null, undefined, 'x', {}, []].map(read)).toEqual(Array(5).fill(null))
  })
})
