import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { forgetAddress } from '../../src/base/address'
import { signInWithPassword } from '../../src/cloudcard/session-requests'
import { learnPhoto, replacePhoto } from '../../src/cloudcard/known-photos'
import { createQueryClient } from '../../src/cloudcard/query-client'
import { madeDecisions, type MadeDecision } from '../../src/desk/ledger/decided'
import { defaultSearch, type ListSearch } from '../../src/photos/photo-search'
import { photoIdOf } from '../../src/photos/page-starts'
import { photoAt } from '../../src/photos/photo-rows'
import {
  createPhotoSource,
  followList,
  readListAnew,
  type PhotoSource,
} from '../../src/photos/sources/photo-source'
import { pageAt, type Asked, type PhotoList } from '../../src/photos/sources/photo-list'
import { sandboxSignIn } from '../../src/sandbox/sandbox'
import { beginSession } from '../../src/session/begin-session'
import { asked, askedPages, isProbe, runSandbox, sandbox } from './app'
import { idsOf, listed } from './listed'

runSandbox()

let client = createQueryClient({ retryDelay: 1 })
beforeEach(async () => {
  client = createQueryClient({ retryDelay: 1 })
  beginSession(await signInWithPassword(sandboxSignIn.username, sandboxSignIn.password))
})
afterEach(() => client.clear())

const newestFirst = { column: 'submitted', isDescending: true } as const

/** Whoever draws a list asks the same of both, and is told the same. */
describe.each([
  ['a page as CloudCard lists it', {}],
  ['a status that was read', { sort: newestFirst }],
] as const)('%s', (_kind, kind) => {
  const at = (patch: Partial<ListSearch> = {}): Asked => ({
    search: { ...defaultSearch, ...kind, ...patch },
    text: '',
  })

  /** A list that is followed, as a screen does; `ask` asks for another one. */
  function follow(first: Asked) {
    let asking = first
    const askers = new Set<() => void>()
    const source: PhotoSource = createPhotoSource(client, {
      get: () => asking,
      subscribe(listener) {
        askers.add(listener)
        return () => askers.delete(listener)
      },
    })
    let told = 0
    const stop = source.subscribe(() => void told++)
    onTestFinished(stop)
    return {
      list: source.get,
      told: () => told,
      stop,
      ask(next: Asked) {
        asking = next
        for (const listener of askers) listener()
      },
    }
  }
  const isSettled = ({ isCurrent, total, reading }: PhotoList) =>
    isCurrent && total !== null && !reading.isFetching
  async function settled(list: () => PhotoList) {
    await waitFor(() => expect(isSettled(list())).toBe(true))
    return list()
  }
  const idsIn = ({ rows }: PhotoList) =>
    Array.from({ length: rows.count }, (_, index) => {
      const row = rows.at(index)
      return row ? photoIdOf(row) : null
    })

  it('has the rows of the page, their places, and how many there are', async () => {
    const { list } = follow(at({ page: 2 }))
    const { rows, offset, left, total, pages, rowCount, hasNext, search } = await settled(list)
    expect(search).toEqual(at({ page: 2 }).search)
    expect([rows.count, offset, total?.total, pages, rowCount, hasNext]).toEqual([25, 25, 100, 4, 100, true])
    expect([left.offset, left.count, left.total >= 25]).toEqual([25, 25, true])
    const photo = photoAt(rows, 3)
    expect(photo && rows.indexOf(photo.id)).toBe(3)
    expect(rows.indexOf(1)).toBe(-1)
  })

  it('has every photo of the status once, on one of its pages', async () => {
    const { list, ask } = follow(at())
    const ids: (number | null)[] = []
    for (let page = 1; ; page++) {
      ask(at({ page }))
      await waitFor(() => expect(list().search.page === page && isSettled(list())).toBe(true))
      ids.push(...idsIn(list()))
      if (!list().hasNext) break
    }
    const known = ids.filter((id) => id !== null)
    expect(ids).toHaveLength(100)
    expect(new Set(known).size).toBe(known.length)
    expect(known).toEqual(expect.arrayContaining(idsOf(listed())))
  })

  it('is the same object as long as nothing of it changes, and tells of each change once', async () => {
    const { list, told, ask } = follow(at())
    const first = await settled(list)
    const before = told()
    ask(at())
    expect(list()).toMatchObject({ rows: first.rows, left: first.left, reading: first.reading })
    ask({ ...at(), search: first.search })
    expect(list().rows).toBe(first.rows)
    ask(at({ page: 2 }))
    expect(told()).toBeGreaterThan(before)
  })

  it('leads from the last photo of a page to the first of the next one, and to none beyond the edges', async () => {
    const { list, ask } = follow(at())
    const first = await settled(list)
    const onFirst = idsIn(first)
    /** As whoever steps does: among what is at hand, else beyond it. */
    async function step(from: number, direction: 1 | -1) {
      const { matching, beyond } = list()
      const index = matching.indexOf(from) + direction
      const photo = photoAt(matching, index)
      if (photo) return { photo: photo.id, page: pageAt(list(), index) }
      const found = beyond?.has(direction) ? await beyond.find(direction) : null
      return found && { photo: found.photo.id, page: found.page }
    }
    expect(await step(onFirst[0] ?? 0, -1)).toBeNull()
    const next = await step(onFirst.at(-1) ?? 0, 1)
    expect(next?.page).toBe(2)
    ask(at({ page: 2 }))
    await waitFor(() => expect(idsIn(list())[0]).toBe(next?.photo))
    await settled(list)
    expect(await step(next?.photo ?? 0, -1)).toEqual({ photo: onFirst.at(-1), page: 1 })
    ask(at({ page: 4 }))
    await waitFor(() => expect(list().search.page === 4 && isSettled(list())).toBe(true))
    expect(await step(idsIn(list()).at(-1) ?? 0, 1)).toBeNull()
  })

  it('counts without those that were decided here, and keeps their rows', async () => {
    const { list } = follow(at())
    const first = await settled(list)
    const photo = photoAt(first.rows, 0)
    if (!photo) throw new Error('There is no photo')
    learnPhoto(client, { ...photo, status: 'APPROVED', version: (photo.version ?? 0) + 1 })
    madeDecisions.set([
      {
        key: 1,
        photoId: photo.id,
        from: 'PENDING',
        cardholder: '',
        identifier: '',
        decision: { verdict: 'approve', status: 'APPROVED' },
        decidedAt: 0,
        outcome: { kind: 'sent', version: 2 },
        endedAt: first.reading.readAt + 1,
      } as unknown as MadeDecision,
    ])
    await waitFor(() => expect(list().total?.total).toBe(99))
    const { rows, left, rowCount } = list()
    expect([rows.count, left.count, rowCount]).toEqual([25, 24, 100])
    expect([left.placeOf(0), left.placeOf(1)]).toEqual([null, 1])
    expect(photoAt(rows, 0)).toMatchObject({ id: photo.id, status: 'APPROVED' })
  })

  it('keeps the place of a photo that gets another id', async () => {
    const { list } = follow(at())
    const photo = photoAt((await settled(list)).rows, 4)
    if (!photo) throw new Error('There is no photo')
    replacePhoto(client, photo.id, { ...photo, id: 123 })
    await waitFor(() => expect(list().rows.indexOf(123)).toBe(4))
    expect(list().rows.indexOf(photo.id)).toBe(-1)
  })

  it('is read anew when it is told to, and shows what is there by then', async () => {
    const { list } = follow(at())
    const { reader } = await settled(list)
    const before = sandbox.db.withStatus('PENDING').map(({ id }) => id)
    sandbox.colleagueDecides()
    const now = sandbox.db.withStatus('PENDING').map(({ id }) => id)
    const gone = before.find((id) => !now.includes(id)) ?? 0
    await client.invalidateQueries({ queryKey: ['photo-count'] })
    readListAnew(client, reader?.whole)
    await waitFor(() => expect(list().total?.total).toBe(99))
    expect(list().matching.indexOf(gone)).toBe(-1)
  })

  it('asks for nothing before somebody follows it', async () => {
    const asking = at()
    const source = createPhotoSource(client, { get: () => asking, subscribe: () => () => {} })
    asked.length = 0
    expect(source.get().isCurrent).toBe(false)
    expect(source.get()).toBe(source.get())
    await new Promise((done) => setTimeout(done))
    expect(asked).toEqual([])
    onTestFinished(source.subscribe(() => {}))
    await waitFor(() => expect(asked.length).toBeGreaterThan(0))
  })
})

it('only one of both is read: what is searched asks for no page, and a page for nothing else', async () => {
  const pagesOf25 = () => asked.filter((request) => request.includes('max=25') && !isProbe(request))
  for (const [text, isPage] of [
    ['', true],
    ['vega', false],
  ] as const) {
    asked.length = 0
    const asking = { search: defaultSearch, text }
    const source = createPhotoSource(createQueryClient({ retryDelay: 1 }), {
      get: () => asking,
      subscribe: () => () => {},
    })
    const stop = source.subscribe(() => {})
    await waitFor(() => expect(source.get().isCurrent && source.get().total).toBeTruthy())
    stop()
    expect(pagesOf25().length > 0).toBe(isPage)
    expect(asked.some((request) => request.includes('max=1000'))).toBe(!isPage)
  }
})

it('the list is asked for before any of it is drawn', async () => {
  window.history.pushState(null, '', '/photos')
  forgetAddress()
  onTestFinished(followList(client))
  await waitFor(() => expect(askedPages()).not.toEqual([]))
})
