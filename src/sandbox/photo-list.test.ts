import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask, askSignedIn } from './ask'
import { createSandbox, type Sandbox } from './sandbox'
import { filterStatuses } from './status-counts'

type Row = { id: number; status: string; [key: string]: unknown }

const sandbox = createSandbox({ photos: 2000 })

async function list(query: string, from: Sandbox = sandbox): Promise<Row[]> {
  const response = await askSignedIn(from, `/photo${query}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Row[]
}

const readable = (rows: (Row | string | null)[]) =>
  rows.filter((row): row is Row => typeof row === 'object' && row !== null && 'id' in row && 'status' in row)

test.each(filterStatuses)('the list of %s holds photos of that status and no others', async (status) => {
  const rows = readable(await list(`?status=${status}&max=1000`))
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set([status]))
})

test('photos on hold and failed ones are listed, or refused, or the filter is passed over', async () => {
  const small = createSandbox({ photos: 300 })
  for (const [status, guess, count] of [
    ['ON_HOLD', 'hold', 6],
    ['FAILED', 'failed', 2],
  ] as const) {
    const rows = await list(`?status=${status}`, small)
    expect(rows.map((row) => row.status)).toEqual(Array(count).fill(status))
    small.refuses = [guess]
    expect((await askSignedIn(small, `/photo?status=${status}`)).status).toBe(400)
    small.lists = { otherStatuses: 'passed over' }
    expect(await list(`?status=${status}&max=1`, small)).toEqual(await list('?max=1', small))
    small.reset()
  }
})

test('those on hold, failed, discarded or of an unknown status are the same ones in a sandbox of any size', () => {
  const ids = (photos: number) => {
    const { db } = createSandbox({ photos })
    const statuses = ['ON_HOLD', 'FAILED', 'DISCARDED', 'ARCHIVED_BY_VENDOR']
    return statuses.map((status) => db.withStatus(status).map(({ id }) => id))
  }
  expect(ids(100)).toEqual(ids(12_000))
  expect(ids(100).map(({ length }) => length)).toEqual([6, 2, 8, 2])
})

test('without a status the list holds every status, also those that no filter knows', async () => {
  const rows = readable([...(await list('?max=1000')), ...(await list('?max=1000&offset=1000'))])
  const words = new Set(rows.map((row) => row.status))
  for (const word of [...filterStatuses, 'ON_HOLD', 'FAILED', 'DISCARDED', 'ARCHIVED_BY_VENDOR']) {
    expect(words).toContain(word)
  }
})

test('without offset and max the newest 25 photos come', async () => {
  expect(await list('')).toEqual(await list('?offset=0&max=25'))
  expect(await list('')).toHaveLength(25)
})

test('pages of any size follow each other without a gap or a photo twice', async () => {
  const whole = await list('?max=1000')
  await fc.assert(
    fc.asyncProperty(fc.nat(900), fc.integer({ min: 0, max: 100 }), async (offset, max) => {
      expect(await list(`?offset=${offset}&max=${max}`)).toEqual(whole.slice(offset, offset + max))
    }),
    { numRuns: 12 },
  )
})

test('the last page is short and what is past the end is empty', async () => {
  expect(await list('?offset=1990&max=25')).toHaveLength(10)
  expect(await list('?offset=2000&max=25')).toEqual([])
  expect(await list('?max=0')).toEqual([])
})

test.each([
  '?status=DISCARDED',
  '?status=pending',
  '?status=',
  '?offset=-1',
  '?offset=1.5',
  '?offset=x',
  '?offset=',
  '?max=-1',
  '?max=1001',
  '?max=1e2',
  '?max=+5',
])('%s is refused with 400 and a reason', async (query) => {
  const response = await askSignedIn(sandbox, `/photo${query}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'Bad Request', message: expect.any(String) })
})

test('parameters that nobody knows are ignored', async () => {
  expect(await list('?status=DONE&sort=score&q=x')).toEqual(await list('?status=DONE'))
})

test('a list carries no names, no organization and no classifications', async () => {
  const rows = readable(await list('?max=1000')).filter((row) => 'person' in row)
  for (const row of rows) {
    expect(row).toMatchObject({
      classifications: [],
      onHoldReasons: { message: 'deliberately not rendered' },
      person: { customFields: { message: 'deliberately not rendered' } },
    })
    expect(row.person).not.toHaveProperty('organization')
  }
  expect(JSON.stringify(rows)).not.toContain('Lena Hoffmann')
})

test('a pending row is about as long as the published ones', async () => {
  const rows = await list('?status=PENDING&max=1000')
  const length = JSON.stringify(rows).length / rows.length
  expect(length).toBeGreaterThan(2000)
  expect(length).toBeLessThan(2800)
})

test('newest means the highest id first, oldest the lowest', async () => {
  const ids = sandbox.db.photos.map((photo) => photo.id)
  expect(ids).toEqual([...ids].sort((a, b) => b - a))
  const oldest = createSandbox({ photos: 2000, order: 'oldest' })
  expect(oldest.db.photos.map((photo) => photo.id)).toEqual(ids.toReversed())
})

test('in the order of the last change a changed photo comes first', () => {
  const updated = createSandbox({ photos: 2000, order: 'updated' })
  const times = updated.db.photos.map((photo) => photo.lastUpdated)
  expect(times).toEqual([...times].sort((a, b) => b - a))
  const photo = updated.db.withStatus('DONE')[50]
  updated.db.change(photo?.id ?? 0, { lastUpdated: Date.parse('2026-08-12T14:40:00Z') })
  expect(updated.db.withStatus('DONE')[0]?.id).toBe(photo?.id)
})

test('a photo that changes its status leaves one list and is in the other at its place', async () => {
  const changing = createSandbox({ photos: 300 })
  const [first, second] = await list('?status=PENDING', changing)
  changing.db.change(first?.id ?? 0, { status: 'APPROVED', lastUpdated: Date.parse('2026-08-12T14:40:00Z') })
  expect((await list('?status=PENDING', changing))[0]?.id).toBe(second?.id)
  const approved = (await list('?status=APPROVED', changing))[0]
  expect(approved).toMatchObject({ id: first?.id, status: 'APPROVED', version: Number(first?.version) + 1 })
  changing.reset()
  expect((await list('?status=PENDING', changing))[0]).toEqual(first)
})

test('the same number of photos is the same photos', async () => {
  const again = createSandbox({ photos: 2000 })
  expect(await list('?max=1000', again)).toEqual(await list('?max=1000'))
})

test('submission dates follow the ids and end before today', () => {
  const { photos } = createSandbox().db
  const now = Date.parse('2026-08-12T14:40:00Z')
  for (const [index, photo] of photos.entries()) {
    const next = photos[index + 1]
    if (next) expect(photo.created).toBeGreaterThan(next.created - 60_000)
    expect(photo.lastUpdated).toBeGreaterThanOrEqual(photo.created)
    expect(photo.lastUpdated).toBeLessThan(now)
  }
  expect(new Set(photos.map((photo) => photo.id)).size).toBe(12_000)
})

test('the image addresses are those of the place that the list was asked at', async () => {
  const [row] = await list('?status=PENDING&max=1')
  expect(row).toMatchObject({
    links: { bytes: expect.stringMatching(/^http:\/\/localhost:4173\/sandbox-photos\//) },
  })
})

test('any other address is 404 with a reason', async () => {
  for (const path of ['/photos', '/', '/photo/1/bytes', '/people/1']) {
    const response = await ask(sandbox, `/cloudcard${path}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ message: expect.any(String) })
  }
  expect((await ask(sandbox, '/cloudcard/photo/1', { method: 'DELETE' })).status).toBe(404)
})

test('100,000 photos start in less than five seconds, with every id once', () => {
  const start = performance.now()
  const big = createSandbox({ photos: 100_000 })
  expect(performance.now() - start).toBeLessThan(5000)
  expect(new Set(big.db.photos.map((photo) => photo.id)).size).toBe(100_000)
})
