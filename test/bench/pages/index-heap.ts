import { readPhotoRows } from '../../../src/api/photo-schema'
import type { Row } from '../../../src/api/photo'
import { numbersOf, sortByOf, textOf } from '../../../src/photos/filters/filter-facets'
import { photoIdOf } from '../../../src/photos/page-starts'
import { createStatusReader } from '../../../src/queue/read-status'
import { createRowIndex } from '../../../src/queue/row-index'

// Parts of the app in a page of their own, so that what the index takes can be told from what the photos take.
let rows: Row[] = []
const kept: unknown[] = []

/** The photos as the app keeps them, and nothing else. */
async function load(total: number) {
  const { token } = JSON.parse(sessionStorage.getItem('loupe.session') ?? '{}') as { token: string }
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
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve))
  const sort = sortByOf({ column: 'cardholder', isDescending: false })
  kept.push(index, reader, await index.find({ words: [], facets: [], sort }, { signal, pause }))
  rows = []
  return index.size
}

Object.assign(window, { benchHeap: { load, build } })
