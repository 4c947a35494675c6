import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ask, askSignedIn } from './ask'
import { knownPlaces, whatIs, type KnownPlace, type Quirk } from './known-places'
import { createSandbox, type Sandbox } from './sandbox'
import { filterStatuses } from './status-counts'

type Fields = Record<string, unknown>
type Found = {
  row: Fields
  raw: unknown
  detail: unknown
  before: Fields
  image: (address: unknown) => Promise<Response>
}
type Check = (found: Found) => void | Promise<void>

const sandboxes = { '12,000': createSandbox(), '300': createSandbox({ photos: 300 }) }

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})
const personOf = (row: Fields) => fields(row.person)
const documentsOf = (row: Fields) => (personOf(row).additionalPhotos as Fields[]).map(fields)
const bytesOf = (row: Fields) => fields(row.links).bytes
const nameOf = (detail: unknown) => Object.values(fields(personOf(fields(detail)).customFields)).join(' ')

const lacks =
  (...keys: string[]): Check =>
  ({ row }) => {
    expect(row).toHaveProperty('id')
    for (const key of keys) expect(row).not.toHaveProperty(key)
  }

const dead =
  (status: number): Check =>
  async ({ row, image }) => {
    expect((await image(bytesOf(row))).status).toBe(status)
    expect((await image(row.externalURL)).status).toBe(status)
  }

const sized =
  (width: number, height: number, isCorrect: boolean, format = 'jpeg'): Check =>
  async ({ row, image }) => {
    expect(row).toMatchObject({ width, height, isAspectRatioCorrect: isCorrect })
    const bytes = await (await image(bytesOf(row))).arrayBuffer()
    expect(await sharp(Buffer.from(bytes)).metadata()).toMatchObject({ width, height, format })
  }

const has =
  (expected: Fields): Check =>
  ({ row }) =>
    expect(row).toMatchObject(expected)

const named =
  (pattern: RegExp): Check =>
  ({ detail }) =>
    expect(nameOf(detail)).toMatch(pattern)

const unreadable =
  (expected: (raw: unknown) => void): Check =>
  ({ raw, detail }) => {
    expected(raw)
    expected(detail)
  }

const checks: Record<Quirk, Check> = {
  'wrong-ratio': sized(300, 410, false),
  'dates-with-offset': has({
    dateCreated: expect.stringMatching(/T\d\d:\d\d:\d\d\+0000$/),
    lastUpdated: expect.stringMatching(/\+0000$/),
  }),
  'wrong-ratio-narrow': sized(240, 400, false),
  'bot-working': has({ isHelperBotProcessing: true, helperBotReviewed: false, lowestClassification: null }),
  'dates-with-z': has({ dateCreated: expect.stringMatching(/T\d\d:\d\d:\d\dZ$/) }),
  png: sized(300, 400, true, 'png'),
  square: sized(400, 400, false),
  'one-pixel-more': sized(300, 401, true),
  'score-unclassified': has({ lowestClassification: 'unclassified' }),
  'document-expired': ({ row }) => {
    const expires = String(documentsOf(row)[0]?.expirationDate).replace('+0000', 'Z')
    expect(Date.parse(expires)).toBeLessThan(Date.parse('2026-08-12T14:40:00Z'))
  },
  'image-missing': dead(404),
  'score-null-though-reviewed': has({ lowestClassification: null, helperBotReviewed: true }),
  'image-forbidden': dead(403),
  'external-url-missing': async (found) => {
    await lacks('externalURL')(found)
    expect((await found.image(bytesOf(found.row))).status).toBe(200)
  },
  'links-missing': async (found) => {
    await lacks('links')(found)
    expect((await found.image(found.row.externalURL)).status).toBe(200)
  },
  'no-image-address': lacks('links', 'externalURL'),
  'links-dead-external-alive': async ({ row, image }) => {
    expect((await image(bytesOf(row))).status).toBe(404)
    expect((await image(row.externalURL)).status).toBe(200)
  },
  'documents-absent': ({ row }) => expect(personOf(row)).not.toHaveProperty('additionalPhotos'),
  'documents-as-map': has({
    person: { additionalPhotos: { 'Government issued ID': null, 'Enrollment letter': null } },
  }),
  'document-type-as-text': ({ row }) =>
    expect(documentsOf(row)[0]?.additionalPhotoType).toBe('Government issued ID'),
  'document-dead': async ({ row, image }) =>
    expect((await image(bytesOf(documentsOf(row)[0] ?? {}))).status).toBe(404),
  'identifier-blank': has({ person: { identifier: '' } }),
  'identifier-null': has({ person: { identifier: null } }),
  'dates-null': has({ dateCreated: null, lastUpdated: null }),
  'dates-absent': lacks('dateCreated', 'lastUpdated', 'dateApproved'),
  'version-missing': lacks('version'),
  'unknown-keys': ({ row }) => {
    expect(row).toMatchObject({ reviewLane: {}, links: { self: '/photo' }, person: { tags: ['a', 'b'] } })
    expect(documentsOf(row)[0]).toHaveProperty('pages')
  },
  'size-absent': lacks('width', 'height', 'aspectRatio', 'isAspectRatioCorrect'),
  'flags-absent': lacks('helperBotReviewed', 'isHelperBotProcessing', 'manuallyEdited', 'helperBotAction'),
  'odd-size': async (found) => {
    const { width, height } = found.row
    expect([300, height]).not.toContain(width)
    await sized(Number(width), Number(height), false)(found)
  },
  'on-its-side': async ({ row, image }) => {
    expect(row).toMatchObject({ width: 400, height: 300, isAspectRatioCorrect: false })
    const bytes = await (await image(bytesOf(row))).arrayBuffer()
    // As browsers show it.
    const shown = await sharp(Buffer.from(bytes)).autoOrient().toBuffer({ resolveWithObject: true })
    expect(shown.info).toMatchObject({ width: 400, height: 300 })
  },
  'email-long': ({ row }) => expect(personOf(row).email).toHaveLength(60),
  'name-arabic': named(/\p{Script=Arabic}/u),
  'name-hebrew': named(/\p{Script=Hebrew}/u),
  'name-chinese': named(/\p{Script=Han}/u),
  'name-single': named(/^Suharto {2}/),
  'name-none': ({ detail }) =>
    expect(detail).toMatchObject({ person: { customFields: { 'Full Name': null } } }),
  'name-no-response': ({ detail }) =>
    expect(detail).toMatchObject({ person: { customFields: { 'Full Name': 'No Response' } } }),
  'unreadable-null': unreadable((raw) => expect(raw).toBeNull()),
  'unreadable-text': unreadable((raw) => expect(raw).toEqual(expect.any(String))),
  'unreadable-no-id': unreadable((raw) => {
    expect(raw).toHaveProperty('status')
    expect(raw).not.toHaveProperty('id')
  }),
  'unreadable-no-status': unreadable((raw) => {
    expect(raw).toHaveProperty('id')
    expect(raw).not.toHaveProperty('status')
  }),
  'person-absent': lacks('person'),
  'only-id-and-status': ({ row }) => expect(Object.keys(row)).toEqual(['id', 'status']),
  'original-null': has({ originalPhoto: null }),
  'original-absent': lacks('originalPhoto'),
  'original-and-edits': async ({ row, image }) => {
    expect(row).toMatchObject({ manuallyEdited: true, backgroundReplaced: true })
    expect((await image(bytesOf(fields(row.originalPhoto)))).status).toBe(200)
  },
  'previously-approved': async ({ row, image }) =>
    expect((await image(bytesOf(fields(personOf(row).previouslyApprovedPhoto)))).status).toBe(200),
  'same-person': ({ row, before }) => expect(personOf(row).id).toBe(personOf(before).id),
  'decided-automatically': has({ automaticallyApprovedOrDenied: true, helperBotAction: 'AUTO_APPROVE' }),
  'denied-with-approval': has({
    status: 'DENIED',
    dateApproved: expect.any(String),
    helperBotAction: 'AUTO_APPROVE',
  }),
  'documents-deleted': has({ status: 'DOWNLOADED', person: { additionalPhotos: [] } }),
  'status-on-hold': has({ status: 'ON_HOLD' }),
  'status-failed': has({ status: 'FAILED' }),
  'status-discarded': has({ status: 'DISCARDED' }),
  'status-unknown': has({ status: 'ARCHIVED_BY_VENDOR' }),
}

const idAt = (sandbox: Sandbox, { status, place }: KnownPlace) => sandbox.db.withStatus(status)[place - 1]?.id

/** A status that is no filter has its place in the list of all. */
async function rowAt(sandbox: Sandbox, known: KnownPlace): Promise<unknown> {
  const isFilter = (filterStatuses as readonly string[]).includes(known.status)
  const all = sandbox.db.photos.findIndex((photo) => photo.id === idAt(sandbox, known))
  const query = isFilter ? `?status=${known.status}&offset=${known.place - 1}` : `?offset=${all}`
  const [row] = (await (await askSignedIn(sandbox, `/photo${query}&max=1`)).json()) as unknown[]
  return row
}

for (const [size, sandbox] of Object.entries(sandboxes)) {
  test.each(knownPlaces.map((known) => ({ ...known, size })))(
    'in a sandbox of $size: $status $place is $quirk',
    async (known) => {
      const raw = await rowAt(sandbox, known)
      const before = known.place > 1 ? await rowAt(sandbox, { ...known, place: known.place - 1 }) : {}
      const detail: unknown = await (await askSignedIn(sandbox, `/photo/${idAt(sandbox, known)}`)).json()
      const image = (address: unknown) => ask(sandbox, String(address))
      await checks[known.quirk]({ raw, row: fields(raw), before: fields(before), detail, image })
    },
  )
}

test('the known places have the same ids in sandboxes of other sizes', () => {
  for (const known of knownPlaces.filter(({ status }) => status === 'PENDING')) {
    expect(idAt(sandboxes['300'], known)).toBe(idAt(sandboxes['12,000'], known))
  }
})

test('the first page has no row that cannot be read, and the third is the first that has', () => {
  const places = knownPlaces.filter(({ quirk }) => quirk.startsWith('unreadable')).map(({ place }) => place)
  expect(Math.min(...places)).toBeGreaterThan(50)
  expect(Math.max(...places)).toBeLessThanOrEqual(75)
})

test('docs/sandbox.md lists the known places as they are', async () => {
  const expected = knownPlaces.map((known) => {
    const { status, place, quirk } = known
    const page = `page ${Math.ceil(place / 25)}, row ${((place - 1) % 25) + 1}`
    return [status, String(place), page, String(idAt(sandboxes['12,000'], known)), whatIs[quirk]].join(' | ')
  })
  const docs = await readFile('docs/sandbox.md', 'utf8')
  const listed = docs
    .split('\n')
    .filter((line) => /^\| [A-Z_]{4,} +\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    )
  expect(listed).toEqual(expected)
})
