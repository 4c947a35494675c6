import { readPhotoRows } from '../../../src/cloudcard/photo'
import type { Row } from '../../../src/cloudcard/photo'
import { facetsOf, numbersOf, sortByOf, textOf } from '../../../src/photos/filters/filter-facets'
import { noFilters } from '../../../src/photos/filters/filters'
import { photoIdOf } from '../../../src/photos/page-starts'
import type { SortColumn } from '../../../src/fields/fields'
import { yieldToBrowser } from '../../../src/base/yield-to-browser'
import { createStatusReader } from '../../../src/queue/read-status'
import { createRowIndex, type RowIndex } from '../../../src/queue/row-index'

// Parts of the app in a page of their own, so that what the index takes can be told from what the photos take.
let rows: Row[] = []
const kept: unknown[] = []
const decided = 20

/** The photos as the app keeps them, and nothing else. */
async function load(total: number) {
  const token = sessionStorage.getItem('bench.token') ?? ''
  for (let offset = 0; offset < total; offset += 1_000) {
    const headers = { 'X-Auth-Token': token }
    const answer = await fetch(`/cloudcard/photo?offset=${offset}&max=1000`, { headers, cache: 'no-store' })
    rows.push(...readPhotoRows(await answer.json()))
  }
  return rows.length
}

/** The same photos in the index instead, read by the reader and sorted by a text. */
async function build() {
  const index = createRowIndex<Row>({ idOf: photoIdOf, textOf, numbersOf })
  const reader = createStatusReader<Row>({
    readPage: async (offset, max) => rows.slice(offset, offset + max),
    keysOf: (row) => ({
      id: photoIdOf(row),
      created: row.kind === 'photo' ? row.photo.dateCreated : null,
      updated: row.kind === 'photo' ? row.photo.lastUpdated : null,
    }),
    onRows: (read, where) => index.add(read, where),
    keptUpdated(id) {
      const row = index.get(id)
      return row?.kind === 'photo' ? row.photo.lastUpdated : row && null
    },
  })
  const { signal } = new AbortController()
  await reader.read(signal)
  const sort = sortByOf({ column: 'cardholder', isDescending: false })
  kept.push(
    index,
    reader,
    await index.find({ words: [], facets: [], sort }, { signal, pause: yieldToBrowser }),
  )
  rows = []
  return index.size
}

/** Milliseconds that the index takes by itself, with its pauses: nothing is drawn here. */
async function time() {
  const [index] = kept as [RowIndex<Row>]
  const { signal } = new AbortController()
  const facets = facetsOf(noFilters, { goodPhotoThreshold: 0.8, badPhotoThreshold: 0.4 })
  const find = async (words: string[], column: SortColumn, isDescending: boolean) => {
    const begun = performance.now()
    await index.find(
      { words, facets, sort: sortByOf({ column, isDescending }) },
      { signal, pause: yieldToBrowser },
    )
    return performance.now() - begun
  }
  await find([], 'score', false)
  const times = { first: [] as number[], again: [] as number[], keystroke: [] as number[] }
  for (const column of ['identifier', 'submitted'] as const) {
    times.first.push(await find([], column, false))
    times.again.push(await find([], column, true))
    for (const word of ['s', 's.', 's.g', 's.ga']) times.keystroke.push(await find([word], column, true))
  }
  return { ...times, first: times.first.slice(0, 1), decision: await timeDecisions(index) }
}

/** What a decision that has arrived takes until what is sorted and filtered is found anew. */
async function timeDecisions(index: RowIndex<Row>) {
  const query = {
    words: [],
    facets: facetsOf({ ...noFilters, score: ['good'] }, { goodPhotoThreshold: 0.8, badPhotoThreshold: 0.4 }),
    sort: sortByOf({ column: 'cardholder', isDescending: true }),
  }
  const options = { signal: new AbortController().signal, pause: yieldToBrowser }
  let found = await index.find(query, options)
  const times: number[] = []
  for (let place = 0; place < decided; place++) {
    const row = index.rowAt(found.slots[place] ?? 0)
    if (row?.kind !== 'photo') throw new Error('It could not be read')
    const { photo } = row
    const begun = performance.now()
    index.replace({
      kind: 'photo',
      photo: { ...photo, status: 'APPROVED', version: (photo.version ?? 0) + 1, dateApproved: Date.now() },
    })
    found = await index.find(query, options)
    times.push(performance.now() - begun)
  }
  return times
}

Object.assign(window, { benchHeap: { load, build, time } })
