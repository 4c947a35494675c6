import { describe, expect, it } from 'vitest'
import type { RowKeys } from './list-order'
import { createStatusReader, type StatusReaderOptions } from './status-reader'

type Row = RowKeys & { word?: string }

const photo = (id: number, updated: number | null = null): Row => ({ id, created: null, updated })
const photos = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, place) => photo(from + Math.sign(to - from) * place))

/** A list that is read by what happens in a test, and what came of it. */
function aList(list: Row[], options: Partial<StatusReaderOptions<Row>> = {}) {
  const asked: string[] = []
  const given: Row[] = []
  const changed: Row[] = []
  const aside = {
    list,
    asked,
    given,
    changed,
    /** Called before each answer. */
    before: async (_offset: number) => {},
    ids: () => given.map(({ id }) => id),
  }
  const reader = createStatusReader<Row>({
    async readPage(offset, max, signal) {
      asked.push(`${offset}+${max}`)
      await aside.before(offset)
      signal.throwIfAborted()
      return aside.list.slice(offset, offset + max)
    },
    keysOf: (row) => row,
    onRows: (rows, where) => given.splice(where === 'before' ? 0 : given.length, 0, ...rows),
    onChanged: (rows) => changed.push(...rows),
    pageSize: 100,
    ...options,
  })
  const read = (signal = new AbortController().signal) => reader.read(signal)
  return Object.assign(aside, { reader, read })
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id)

describe('reading a whole list', () => {
  it('takes one request where one answer holds all of it, and that is proof enough in any order', async () => {
    const list = aList([photo(5), photo(9), photo(2)])
    expect(await list.read()).toMatchObject({ isProven: true, total: 3, order: 'unknown' })
    expect(list.asked).toEqual(['0+120'])
  })

  it('of nobody is proven', async () => {
    expect(await aList([]).read()).toMatchObject({ isProven: true, total: 0 })
  })

  it('asks for two pages side by side once the order is known, with a few rows again, and looks at the front in the end', async () => {
    const list = aList(photos(450, 1))
    expect(await list.read()).toEqual({ isProven: true, total: 450, order: 'id descending' })
    expect(list.asked).toEqual(['0+120', '100+120', '200+120', '300+120', '400+120', '500+120', '0+50'])
    expect(list.ids()).toEqual(idsOf(photos(450, 1)))
  })

  it('never asks for more than a thousand rows', async () => {
    const list = aList(photos(2_500, 1), { pageSize: 1_000 })
    await list.read()
    expect(list.asked.slice(0, 3)).toEqual(['0+1000', '980+1000', '1960+1000'])
    expect(list.given).toHaveLength(2_500)
  })

  it('steps back after many have left, and leaves out nobody', async () => {
    const list = aList(photos(450, 1), { atATime: 1 })
    list.before = async (offset) => {
      if (offset === 200) list.list = list.list.filter(({ id }) => (id ?? 0) <= 400)
    }
    expect(await list.read()).toMatchObject({ isProven: true })
    expect(list.ids()).toEqual(idsOf(photos(450, 1)))
    expect(list.asked).toContain('160+120')
  })

  it('gives what has arrived meanwhile in front of the others', async () => {
    const list = aList(photos(300, 1))
    list.before = async (offset) => {
      if (offset === 200) list.list = [photo(302), photo(301), ...photos(300, 1)]
    }
    expect(await list.read()).toMatchObject({ isProven: true, total: 302 })
    expect(list.ids()).toEqual(idsOf(photos(302, 1)))
  })

  it('reads again, and then says that photos may be missing, where they move while it reads', async () => {
    let clock = 10_000
    const list = aList(photos(300, 1).map((row, place) => ({ ...row, updated: 5_000 - place })))
    list.before = async () => {
      // Somebody changes the last photo, which goes to the front of a list by last change.
      const last = list.list.at(-1)
      if (last) list.list = [{ ...last, updated: ++clock }, ...list.list.slice(0, -1)]
    }
    expect(await list.read()).toMatchObject({ isProven: false, order: 'updated descending' })
    expect(list.asked.filter((page) => page === '0+120')).toHaveLength(3)
  })

  it('says so, too, where the order is not known and something has moved', async () => {
    const mixed = photos(1, 300).map((row) => ({ ...row, id: ((row.id ?? 0) * 7919) % 1_009 }))
    const still = aList([...mixed])
    expect(await still.read()).toMatchObject({ isProven: true, order: 'unknown' })
    const moving = aList([...mixed])
    moving.before = async () => void moving.list.shift()
    expect(await moving.read()).toMatchObject({ isProven: false })
  })

  it('tells of a photo that has changed while it was read', async () => {
    const list = aList(photos(300, 1).map((row) => ({ ...row, updated: 1 })))
    list.before = async (offset) => {
      if (offset === 100) list.list = list.list.map((row) => (row.id === 195 ? { ...row, updated: 2 } : row))
    }
    expect(await list.read()).toMatchObject({ isProven: true })
    expect(list.changed).toEqual([{ id: 195, created: null, updated: 2 }])
  })

  it('gives a row that could not be read once, though it is read twice', async () => {
    const rows = photos(150, 1)
    const bad = { id: null, created: null, updated: null }
    rows.splice(105, 0, bad, bad)
    const list = aList(rows)
    expect(await list.read()).toMatchObject({ isProven: true, total: 152 })
    expect(list.given.filter(({ id }) => id === null)).toHaveLength(2)
  })
})

describe('a photo that goes elsewhere behind the back of the reading', () => {
  it('to the end, after the end was read but before its own page was, is not missed', async () => {
    // By last change, oldest first; nobody can tell it from an order by id until something changes.
    const list = aList(photos(1, 300).map((row) => ({ ...row, updated: row.id })))
    let endWasRead = () => {}
    const end = new Promise<void>((resolve) => (endWasRead = resolve))
    let isMoved = false
    list.before = async (offset) => {
      if (offset === 200) setTimeout(endWasRead)
      if (offset !== 100 || isMoved) return
      await end
      isMoved = true
      const moved = list.list.filter(({ id }) => id === 150).map((row) => ({ ...row, updated: 1_000 }))
      list.list = [...list.list.filter(({ id }) => id !== 150), ...moved]
    }
    await list.read()
    expect(list.ids()).toContain(150)
  })

  it('into the midst of many that were changed at the same moment is not missed', async () => {
    const tied = photos(301, 380).map((row) => ({ ...row, updated: 9_000 }))
    const list = aList([...tied, ...photos(300, 1).map((row) => ({ ...row, updated: row.id }))])
    list.before = async (offset) => {
      if (offset !== 200 || list.list[70]?.id === 5) return
      list.list = list.list.filter(({ id }) => id !== 5)
      list.list.splice(70, 0, { ...photo(5), updated: 9_000 })
    }
    await list.read()
    expect(list.ids()).toContain(5)
  })
})

describe('a reading that does not come to its end', () => {
  it('goes on where a part has failed, without starting over', async () => {
    const list = aList(photos(450, 1), { atATime: 2 })
    let isDown = true
    list.before = async (offset) => {
      if (isDown && offset === 200) throw new Error('down')
    }
    await expect(list.read()).rejects.toThrow('down')
    const before = list.asked.length
    isDown = false
    expect(await list.read()).toMatchObject({ isProven: true, total: 450 })
    expect(list.asked.slice(before)[0]).toBe('200+120')
    expect(list.asked.slice(before)).not.toContain('0+120')
    expect(list.ids()).toEqual(idsOf(photos(450, 1)))
  })

  it('can be stopped, and goes on', async () => {
    const list = aList(photos(450, 1))
    const controller = new AbortController()
    list.before = async (offset) => {
      if (offset === 200) controller.abort()
    }
    await expect(list.read(controller.signal)).rejects.toThrow('aborted')
    expect(list.reader.rowsRead).toBeGreaterThan(0)
    list.before = async () => {}
    expect(await list.read()).toMatchObject({ isProven: true, total: 450 })
  })
})

describe('a part of a list', () => {
  it('is read up to as many as are wanted', async () => {
    const list = aList(photos(1_000, 1), { atMost: 250 })
    expect(await list.read()).toMatchObject({ total: 250 })
    expect(list.ids()).toEqual(idsOf(photos(1_000, 751)))
  })

  it('is read from where it begins', async () => {
    const list = aList(photos(1, 1_000), { from: 800 })
    expect(await list.read()).toMatchObject({ total: 200 })
    expect(list.ids()).toEqual(idsOf(photos(801, 1_000)))
  })
})

describe('bringing up to date', () => {
  it('reads the front until it meets what is known', async () => {
    const list = aList(photos(300, 1))
    await list.read()
    const before = list.asked.length
    list.list = [...photos(450, 301), ...photos(300, 1)]
    await list.reader.update(new AbortController().signal)
    expect(list.ids()).toEqual(idsOf(photos(450, 1)))
    expect(list.asked.slice(before)).toEqual(['0+120', '100+120'])
  })

  it('reads the end where the oldest come first', async () => {
    const list = aList(photos(1, 300))
    await list.read()
    const before = list.asked.length
    list.list = photos(1, 310)
    await list.reader.update(new AbortController().signal)
    expect(list.ids()).toEqual(idsOf(photos(1, 310)))
    expect(list.asked.slice(before)).toEqual(['280+120'])
  })
})
