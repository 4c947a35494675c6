import { withNumber, type Column } from './column'
import {
  bitsOfAll,
  createTally,
  findSlots,
  hasWords,
  inOrder,
  readOptions,
  type Facet,
  type Found,
  type Options,
} from './find-slots'
import { fold } from './fold'
import { createKeptFinds } from './kept-finds'
import { createKeptSorts, type SortBy } from './kept-sorts'
import { inSlices, type Work } from './time-slices'

type RowIndexOptions<T> = {
  /** null for a row that could not be read. */
  idOf: (row: T) => number | null
  /** What is searched, not folded. */
  textOf: (row: T) => string
  /** The numbers that facets look at, always equally many; NaN where not known. One column each. */
  numbersOf: (row: T) => readonly number[]
}

export type Query<T> = {
  /** Folded; a row matches when its text has all of them, in any order. */
  words: readonly string[]
  facets: readonly Facet[]
  /** null: the order of the list. */
  sort: SortBy<T> | null
}

/** What finds read. While `readers` do, rows may only be added to it. */
type Content<T> = {
  rows: (T | undefined)[]
  texts: string[]
  columns: Column[]
  readers: number
}

/** All rows of a list in memory, for searching, filtering and sorting them. A slot is a row's place for good. */
export type RowIndex<T> = ReturnType<typeof createRowIndex<T>>

export function createRowIndex<T>({ idOf, textOf, numbersOf }: RowIndexOptions<T>) {
  let content: Content<T> = { rows: [], texts: [], columns: [], readers: 0 }
  const slotOf = new Map<number, number>()
  const moreTexts = new Map<number, string>()
  /** Those that were put in front; all others follow them as they came. */
  let front: readonly number[] = []
  /** All of them in order; null when that has changed and nobody has asked. It is never changed itself. */
  let inList: Uint32Array | null = null
  const sorts = createKeptSorts<T>()
  /** For the facets that were asked for last; rows that are added are read when they are asked for again. */
  let known: { facets: readonly Facet[]; options: Options } | null = null
  let lately = { version: 0, finds: createKeptFinds() }

  /** Before a row that is there changes: the finds under way go on reading what they began with. */
  function detach() {
    if (content.readers === 0) return
    const { rows, texts, columns } = content
    const copies = columns.map((column) => column.slice())
    if (known) known = { ...known, options: known.options.slice() }
    content = { rows: rows.slice(), texts: texts.slice(), columns: copies, readers: 0 }
  }

  function slotsInList(): Uint32Array {
    if (inList) return inList
    const { rows } = content
    const isInFront = new Set(front)
    inList = new Uint32Array(index.size)
    let count = 0
    for (const slot of front) if (rows[slot] !== undefined) inList[count++] = slot
    for (let slot = 0; slot < rows.length; slot++) {
      if (rows[slot] !== undefined && !isInFront.has(slot)) inList[count++] = slot
    }
    return inList
  }

  function fill(slot: number, id: number | null, row: T) {
    const { rows, columns } = content
    rows[slot] = row
    fillText(slot, id, row)
    const numbers = numbersOf(row)
    for (let index = 0; index < numbers.length; index++) {
      columns[index] = withNumber(columns[index], slot, numbers[index] ?? Number.NaN)
    }
  }

  function fillText(slot: number, id: number | null, row: T) {
    const more = id === null ? undefined : moreTexts.get(id)
    const text = fold(textOf(row))
    content.texts[slot] = more === undefined ? text : `${text}\n${more}`
  }

  function* optionsOf(facets: readonly Facet[], reading: Content<T>): Work<Options> {
    const { rows, columns } = reading
    const isNow = () => reading === content
    const before = isNow() && known?.facets === facets ? known.options : undefined
    if (before?.length === rows.length) return before
    const options = yield* readOptions(rows.length, columns, facets, before)
    if (isNow()) known = { facets, options }
    return options
  }

  function* find(query: Query<T>): Work<Found> {
    const { words, facets, sort } = query
    const reading = content
    const { rows, texts } = reading
    if (lately.version !== index.version) lately = { version: index.version, finds: createKeptFinds() }
    const { finds } = lately
    const all = slotsInList()
    reading.readers++
    try {
      // Not kept where a row was replaced meanwhile: the order would be the same.
      const isKept = () => rows === content.rows
      const slots = sort ? yield* sorts.sort(sort, rows, all, isKept) : all
      const same = finds.same(query)
      if (same) return inOrder(same, slots, rows.length)
      const among = finds.wider(query)
      const options = yield* optionsOf(facets, reading)
      const { found, withWords } = yield* findSlots({ slots, texts, options, words, facets, among })
      finds.keep({ words, facets, found, withWords })
      return found
    } finally {
      reading.readers--
    }
  }

  const slotsOf = (ids: Iterable<number>) => [...ids].flatMap((id) => slotOf.get(id) ?? [])

  const index = {
    size: 0,
    /** Goes up with every change. */
    version: 0,
    /** Behind or in front of all others, in their order; a row whose id is known replaces the one it is known from. */
    add(added: readonly T[], where: 'behind' | 'before') {
      const slots: number[] = []
      for (const row of added) {
        if (index.replace(row)) continue
        const slot = content.rows.length
        const id = idOf(row)
        if (id !== null) slotOf.set(id, slot)
        fill(slot, id, row)
        slots.push(slot)
      }
      if (where === 'before') front = [...slots, ...front]
      inList = null
      index.size += slots.length
      index.version++
    },
    /** Puts a newer row in the place of the one with its id, or with the one it had before; false when there is none. */
    replace(row: T, of = idOf(row)): boolean {
      const id = idOf(row)
      const slot = of === null ? undefined : slotOf.get(of)
      if (slot === undefined || of === null || id === null) return false
      if (id !== of) {
        // It may have been read already as what it is now.
        if (slotOf.has(id)) return index.remove(of) && index.replace(row)
        slotOf.delete(of)
        slotOf.set(id, slot)
        moreTexts.delete(of)
      }
      detach()
      const before = content.rows[slot]
      fill(slot, id, row)
      sorts.replaced(before, row)
      if (known && slot < known.options.length)
        known.options[slot] = bitsOfAll(content.columns, slot, known.facets)
      index.version++
      return true
    },
    remove(id: number): boolean {
      const slot = slotOf.get(id)
      if (slot === undefined) return false
      detach()
      content.rows[slot] = undefined
      content.texts[slot] = ''
      slotOf.delete(id)
      moreTexts.delete(id)
      inList = null
      index.size--
      index.version++
      return true
    },
    get: (id: number): T | undefined => content.rows[slotOf.get(id) ?? -1],
    rowAt: (slot: number): T | undefined => content.rows[slot],
    /** All of them in the order of the list, as far as somebody goes on. */
    *all(): Generator<T> {
      for (const slot of slotsInList()) {
        const row = content.rows[slot]
        if (row !== undefined) yield row
      }
    },
    /** At most so many, in the order of the list; negative: the last ones. */
    end(count: number): T[] {
      const slots = count < 0 ? slotsInList().slice(count) : slotsInList().slice(0, count)
      return [...slots].flatMap((slot) => content.rows[slot] ?? [])
    },
    /** More text by which a row is found, such as a name that was learnt later; in the place of what was added before. */
    addText(id: number, text: string) {
      const [slot, row, more] = [slotOf.get(id), index.get(id), fold(text)]
      if (slot === undefined || row === undefined || moreTexts.get(id) === more) return
      moreTexts.set(id, more)
      detach()
      fillText(slot, id, row)
      index.version++
    },
    /**
     * What matches, as the index is when this is called, whatever changes meanwhile. Works in tasks of a few milliseconds
     * with a `pause` between them, or at once where it takes no longer than one. Throws, or rejects with, the signal's reason.
     * The same array of facets as before is quicker.
     */
    find: (query: Query<T>, { signal, pause }: { signal: AbortSignal; pause: () => Promise<void> }) =>
      inSlices(find(query), signal, pause),
    /** The place of a photo in what was found, or -1. */
    placeOf: ({ slots }: Found, id: number): number => slots.indexOf(slotOf.get(id) ?? -1),
    /** The places of several, ascending; at the cost of one. */
    placesOf({ slots }: Found, ids: Iterable<number>): number[] {
      const wanted = new Set(slotsOf(ids))
      const places: number[] = []
      for (let place = 0; place < slots.length && places.length < wanted.size; place++) {
        if (wanted.has(slots[place] ?? -1)) places.push(place)
      }
      return places
    },
    /** Of these rows alone, at once: the `counts` that a find would give. */
    countAmong(ids: Iterable<number>, { words, facets }: Pick<Query<T>, 'words' | 'facets'>) {
      const tally = createTally(facets)
      for (const slot of slotsOf(ids)) {
        if (hasWords(content.texts[slot] ?? '', words)) tally.take(bitsOfAll(content.columns, slot, facets))
      }
      return tally.counts()
    },
  }
  return index
}
