import { describe, expect, it } from 'vitest'
import type { RowKeys } from './order'
import { createStatusReader, type StatusReaderOptions } from './read-status'

const photo = (id: number, updated: number | null = null): RowKeys => ({ id, created: null, updated })
const photos = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, place) => photo(from + Math.sign(to - from) * place))
const unreadable = (): RowKeys => ({ id: null, created: null, updated: null })
const idsOf = (rows: readonly RowKeys[]) => rows.map(({ id }) => id)
const anySignal = () => new AbortController().signal

/** A status on the server, and what came of reading it. `meanwhile` happens before a request is answered. */
function aStatus(rows: RowKeys[], options: Partial<StatusReaderOptions<RowKeys>> = {}) {
  const status = {
    rows,
    asked: [] as string[],
    given: [] as RowKeys[],
    changed: [] as RowKeys[],
    meanwhile: async (_offset: number) => {},
  }
  const reader = createStatusReader<RowKeys>({
    async readPage(offset, max) {
      status.asked.push(`${offset}+${max}`)
      await status.meanwhile(offset)
      return status.rows.slice(offset, offset + max)
    },
    keysOf: (row) => row,
    onRows: (rows, where) => status.given.splice(where === 'before' ? 0 : status.given.length, 0, ...rows),
    onChanged: (rows) => status.changed.push(...rows),
    pageSize: 100,
    ...options,
  })
  return Object.assign(status, { reader, read: (signal = anySignal()) => reader.read(signal) })
}

describe('what it takes to read a status', () => {
  it('is one answer that has everything, which proves it in any order, and a look whether that was all', async () => {
    const status = aStatus([photo(5), photo(9), photo(2)])
    expect(await status.read()).toEqual({ isProven: true, total: 3, order: 'unknown' })
    expect(status.asked).toEqual(['0+120', '2+41'])
  })

  it('is one request where nobody is in it', async () => {
    expect(await aStatus([]).read()).toEqual({ isProven: true, total: 0, order: 'unknown' })
  })

  it('is pages that overlap, two at a time, and looks at the end and at the front in the end', async () => {
    const status = aStatus(photos(450, 1))
    expect(await status.read()).toEqual({ isProven: true, total: 450, order: 'id descending' })
    expect(status.asked).toEqual([
      '0+120',
      '100+120',
      '200+120',
      '300+120',
      '400+120',
      '500+120',
      // The end is seen twice.
      '430+41',
      '0+20',
    ])
    expect(idsOf(status.given)).toEqual(idsOf(photos(450, 1)))
  })

  it('is never more than a thousand rows at once, and two in a hundred more than there are', async () => {
    const status = aStatus(photos(20_000, 1), { pageSize: 1_000 })
    await status.read()
    const asked = status.asked.map((range) => range.split('+').map(Number))
    expect(Math.max(...asked.map(([, max]) => max ?? 0))).toBe(1_000)
    const rows = asked.reduce(
      (sum, [offset = 0, max = 0]) => sum + status.rows.slice(offset, offset + max).length,
      0,
    )
    expect(rows).toBeLessThan(20_000 * 1.025)
  })

  it('is less for a part of it', async () => {
    const status = aStatus(photos(1_000, 1), { atMost: 250 })
    expect(await status.read()).toMatchObject({ isProven: true, total: 250 })
    expect(idsOf(status.given)).toEqual(idsOf(photos(1_000, 751)))
  })

  it('is less for the newest of a list that begins with the oldest', async () => {
    const status = aStatus(photos(1, 1_000), { from: 750, atMost: 300 })
    expect(await status.read()).toEqual({ isProven: true, total: 250, order: 'id ascending' })
    expect(idsOf(status.given)).toEqual(idsOf(photos(751, 1_000)))
  })
})

describe('a status that changes while it is read', () => {
  it('is read from further back after many have left', async () => {
    const status = aStatus(photos(450, 1), { atATime: 1 })
    status.meanwhile = async (offset) => {
      if (offset === 200) status.rows = status.rows.filter(({ id }) => (id ?? 0) <= 400)
    }
    expect(await status.read()).toMatchObject({ isProven: true, total: 450 })
    expect(idsOf(status.given)).toEqual(idsOf(photos(450, 1)))
  })

  it('has what arrived in front of all others', async () => {
    const status = aStatus(photos(300, 1))
    status.meanwhile = async (offset) => {
      if (offset === 100) status.rows = [...photos(345, 301), ...status.rows]
      status.meanwhile = offset === 100 ? async () => {} : status.meanwhile
    }
    expect(await status.read()).toMatchObject({ isProven: true, total: 345 })
    expect(idsOf(status.given)).toEqual(idsOf(photos(345, 1)))
  })

  it('gives a photo that jumped over the place that was being read, though its list is by last change', async () => {
    const byChange = photos(1, 300).map(({ id }, place) => photo(((id ?? 0) * 7919) % 1_000, 10_000 - place))
    const jumper = byChange[250]
    const status = aStatus(byChange, { atATime: 1 })
    status.meanwhile = async (offset) => {
      if (offset === 100) status.rows = [photo(jumper?.id ?? 0, 20_000), ...byChange.toSpliced(250, 1)]
    }
    expect(await status.read()).toEqual({ isProven: true, total: 300, order: 'updated descending' })
    expect(idsOf(status.given)[0]).toBe(jumper?.id)
  })

  it('gives again what was seen to have changed', async () => {
    const status = aStatus(photos(300, 1).map(({ id }) => photo(id ?? 0, 5)))
    status.meanwhile = async (offset) => {
      if (offset === 200) status.rows = status.rows.map((row) => (row.id === 295 ? photo(295, 6) : row))
    }
    await status.read()
    expect(status.changed).toEqual([photo(295, 6)])
  })

  it('is not proven where so many photos have the same date that nobody knows their order', async () => {
    const tied = Array.from({ length: 3_000 }, (_, place) => ({
      ...photo((place * 7919) % 3_001),
      created: 1,
      updated: 1,
    }))
    const status = aStatus(tied, { pageSize: 1_000 })
    expect(await status.read()).toMatchObject({ isProven: false, total: 3_000 })
    expect(status.asked.length).toBeLessThan(100)
  })

  it('is proven where so many photos have the same date, but come by their ids', async () => {
    const tied = photos(3_000, 1).map((row) => ({ ...row, created: 1 }))
    expect(await aStatus(tied, { pageSize: 1_000 }).read()).toMatchObject({ isProven: true, total: 3_000 })
  })
})

describe('a status in no order that can be told', () => {
  const mixed = () =>
    photos(1, 500).map(({ id }) => photo(((id ?? 0) * 7919) % 1_000, ((id ?? 0) * 104_729) % 997))

  it('is proven as long as nothing moves', async () => {
    const status = aStatus(mixed())
    expect(await status.read()).toEqual({ isProven: true, total: 500, order: 'unknown' })
    expect(status.asked).toHaveLength(7)
  })

  it('is read again where something moved, and then proven', async () => {
    const status = aStatus(mixed())
    const gone = status.rows[3]
    status.meanwhile = async (offset) => {
      if (offset === 200) status.rows = status.rows.filter((row) => row !== gone)
    }
    expect(await status.read()).toMatchObject({ isProven: true, total: 500 })
    expect(status.asked.filter((range) => range === '0+120')).toHaveLength(2)
  })

  it('is given up after the third time', async () => {
    const status = aStatus(mixed())
    status.meanwhile = async () => void status.rows.shift()
    expect(await status.read()).toMatchObject({ isProven: false })
    expect(status.asked.filter((range) => range === '0+120')).toHaveLength(3)
  })
})

describe('a server that gives its lists out in its own way', () => {
  const readFrom = async (
    rows: RowKeys[],
    answer: (offset: number, max: number) => readonly RowKeys[],
    pageSize = 1_000,
  ) => {
    let requests = 0
    const given: RowKeys[] = []
    const reader = createStatusReader<RowKeys>({
      readPage: async (offset, max) => (requests++, answer(offset, max)),
      keysOf: (row) => row,
      onRows: (more, where) => given.splice(where === 'before' ? 0 : given.length, 0, ...more),
      pageSize,
    })
    const reading = await reader.read(anySignal())
    expect(idsOf(given)).toEqual(idsOf(rows))
    return { ...reading, requests }
  }

  it('is read whole where it gives 500 rows at most, and is asked for as many from then on', async () => {
    const rows = photos(12_000, 1)
    const read = await readFrom(rows, (offset, max) => rows.slice(offset, offset + Math.min(max, 500)))
    expect(read).toMatchObject({ isProven: true, total: 12_000 })
    expect(read.requests).toBeLessThan(12_000 / 480 + 6)
  })

  it('is read whole where it gives a row less than it was asked for', async () => {
    const rows = photos(1_200, 1)
    const read = await readFrom(rows, (offset, max) => rows.slice(offset, offset + Math.max(1, max - 1)), 100)
    expect(read).toMatchObject({ isProven: true, total: 1_200 })
    expect(read.requests).toBeLessThan(25)
  })

  it.each([
    ['last', (rows: RowKeys[], max: number) => rows.slice(-max)],
    ['first', (rows: RowKeys[], max: number) => rows.slice(0, max)],
  ])('is read whole where it answers the %s rows behind the end', async (_which, behind) => {
    const rows = photos(450, 1)
    const answer = (offset: number, max: number) =>
      offset < rows.length ? rows.slice(offset, offset + max) : behind(rows, max)
    expect(await readFrom(rows, answer, 100)).toMatchObject({ isProven: true, requests: 8 })
  })

  it.each([
    ['falling', photos(1_500, 1)],
    ['rising', photos(1, 1_500)],
  ])('is in the order of its %s ids where all photos were changed at once', async (_way, photos) => {
    const rows = photos.map((row) => ({ ...row, updated: 5 }))
    const read = await readFrom(rows, (offset, max) => rows.slice(offset, offset + max))
    expect(read).toMatchObject({ isProven: true, total: 1_500 })
    expect(read.requests).toBeLessThanOrEqual(5)
  })

  it('is read to its end where 200,000 photos were changed at once', async () => {
    const rows = photos(200_000, 1).map((row) => ({ ...row, updated: 5 }))
    const read = await readFrom(rows, (offset, max) => rows.slice(offset, offset + max))
    expect(read).toMatchObject({ isProven: true, total: 200_000 })
    expect(read.requests).toBeLessThan(215)
  })
})

describe('a server that misbehaves', () => {
  it('is not asked for ever when it does not care for the offset', async () => {
    let requests = 0
    const reader = createStatusReader<RowKeys>({
      readPage: async (_offset, max) => (requests++, photos(2_000, 1).slice(0, max)),
      keysOf: (row) => row,
      onRows: () => {},
    })
    expect(await reader.read(anySignal())).toMatchObject({ isProven: false, total: 1_000 })
    expect(requests).toBeLessThan(120)
  })

  it('may fail in between: reading goes on where it was', async () => {
    const status = aStatus(photos(450, 1))
    status.meanwhile = async (offset) => {
      if (offset === 300) throw new Error('502')
    }
    await expect(status.read()).rejects.toThrow('502')
    expect(status.given).toHaveLength(320)
    status.meanwhile = async () => {}
    status.asked.length = 0
    expect(await status.read()).toMatchObject({ isProven: true, total: 450 })
    expect(status.asked).toEqual(['300+120', '400+120', '500+120', '430+41', '0+20'])
    expect(idsOf(status.given)).toEqual(idsOf(photos(450, 1)))
  })

  it('may not answer: reading is given up at once, and goes on later', async () => {
    const status = aStatus(photos(450, 1))
    status.meanwhile = (offset) => (offset === 200 ? new Promise(() => {}) : Promise.resolve())
    const controller = new AbortController()
    const reading = status.read(controller.signal)
    await new Promise((resolve) => setTimeout(resolve))
    controller.abort(new Error('enough'))
    status.meanwhile = async () => {}
    const goingOn = status.read()
    await expect(reading).rejects.toThrow('enough')
    expect(await goingOn).toMatchObject({ isProven: true, total: 450 })
    expect(status.asked.filter((range) => range === '0+120')).toHaveLength(1)
  })

  it('is not asked where the signal is aborted already', async () => {
    const status = aStatus(photos(450, 1))
    await expect(status.read(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
    expect(status.asked).toEqual([])
  })
})

describe('rows that cannot be read', () => {
  it('are given once, wherever they are', async () => {
    const rows = photos(500, 1)
    for (const place of [0, 1, 99, 100, 101, 119, 120, 201, 219, 499]) rows[place] = unreadable()
    const status = aStatus(rows)
    expect(await status.read()).toMatchObject({ isProven: true, total: 500 })
    expect(idsOf(status.given)).toEqual(idsOf(rows))
  })

  it('are given once though a neighbour leaves and others arrive', async () => {
    const rows = photos(300, 1)
    rows[0] = unreadable()
    rows[110] = unreadable()
    const status = aStatus(rows, { atATime: 1 })
    status.meanwhile = async (offset) => {
      if (offset !== 100) return
      status.rows = [...photos(305, 301), ...rows.toSpliced(109, 1)]
    }
    expect(await status.read()).toMatchObject({ isProven: true, total: 305 })
    expect(status.given.filter(({ id }) => id === null)).toHaveLength(2)
  })
})

describe('bringing up to date what was read', () => {
  it('takes a small request in front where nothing has come', async () => {
    const status = aStatus(photos(450, 1))
    await status.read()
    status.asked.length = 0
    expect(await status.reader.update(anySignal())).toMatchObject({ isProven: true, total: 450 })
    expect(status.asked).toEqual(['0+20'])
  })

  it('gives what has come in front, however much it is, in its order', async () => {
    const status = aStatus(photos(450, 1))
    await status.read()
    status.rows = [...photos(3_000, 451), ...photos(440, 1)]
    expect(await status.reader.update(anySignal())).toMatchObject({ isProven: true, total: 3_000 })
    expect(idsOf(status.given)).toEqual(idsOf(photos(3_000, 1)))
  })

  it('gives what has come to the end, though many have left', async () => {
    const status = aStatus(photos(1, 450))
    await status.read()
    status.rows = photos(301, 500)
    status.asked.length = 0
    expect(await status.reader.update(anySignal())).toMatchObject({ isProven: true, total: 500 })
    expect(idsOf(status.given)).toEqual(idsOf(photos(1, 500)))
  })

  it('goes on with read after it failed', async () => {
    const status = aStatus(photos(450, 1))
    await status.read()
    status.rows = photos(460, 1)
    status.meanwhile = async () => Promise.reject(new Error('502'))
    await expect(status.reader.update(anySignal())).rejects.toThrow('502')
    status.meanwhile = async () => {}
    expect(await status.read()).toMatchObject({ isProven: true, total: 460 })
  })
})
