import type { Photo, Row } from '../../cloudcard/photo'
import type { Columns, Facet } from '../../queue/find-slots'
import { fold } from '../../queue/fold'
import { identifierKey, withoutLeadingZeros } from '../../queue/identifier-key'
import type { SortBy } from '../../queue/kept-sorts'
import { skippedPhotos } from '../../desk/skipped'
import { checkNames, hasCheck } from '../../fields/checks'
import type { Sort, SortColumn } from '../photo-search'
import { gradeOf, percentText, type Thresholds } from '../../fields/score'
import { startOfDay } from './days'
import {
  documentOptions,
  filterNames,
  isOn,
  scoreOptions,
  type DocumentOption,
  type FilterName,
  type Filters,
  type Range,
} from './filters'

/** How many photos each option would show, were it the only one chosen: in the order of the options. */
export type FilterCounts = Record<FilterName, readonly number[]>

const [createdColumn, scoreColumn, flagsColumn] = [0, 1, 2]
const checkBits = (1 << checkNames.length) - 1
const hasDocument = 1 << checkNames.length
const needsDocument = hasDocument << 1
const unreadable = needsDocument << 1
const skipped = unreadable << 1

/** What the filters know of a row, as numbers: submitted (epoch ms or NaN), score (0..1 or NaN), flags. */
export function numbersOf(row: Row): number[] {
  if (row.kind === 'unreadable') return [Number.NaN, Number.NaN, unreadable]
  const { photo } = row
  return [photo.dateCreated ?? Number.NaN, photo.score ?? Number.NaN, flagsOf(photo)]
}

function flagsOf(photo: Photo): number {
  const checks = bitsWhere(checkNames, (check) => hasCheck(photo, check))
  const documents = photo.documents.length > 0 ? hasDocument : 0
  const isSkipped = skippedPhotos.get().has(photo.id)
  return (
    checks | documents | (photo.cardholder.isDocumentRequired ? needsDocument : 0) | (isSkipped ? skipped : 0)
  )
}

/** One for each filter, in the order of `filterNames`; one that is off wants nothing, but is counted all the same. */
export function facetsOf(filters: Filters, thresholds: Thresholds | null): Facet[] {
  const facets: Record<FilterName, Facet> = {
    score: scoreFacet(filters, thresholds),
    scored: {
      optionCount: 1,
      bitsOf: (columns, slot) =>
        isWithin(numberIn(columns, scoreColumn, slot), filters.scored, thresholds) ? 1 : 0,
      wanted: 1,
    },
    submitted: submittedFacet(filters),
    checks: checksFacet(filters),
    documents: documentsFacet(filters),
    unreadable: flagFacet(unreadable),
    skipped: flagFacet(skipped),
  }
  return filterNames.map((name) => (isOn(filters, name) ? facets[name] : { ...facets[name], wanted: 0 }))
}

export function countsFrom(counts: readonly (readonly number[])[]): FilterCounts {
  const of = (name: FilterName) => counts[filterNames.indexOf(name)] ?? []
  return {
    score: of('score'),
    scored: of('scored'),
    submitted: of('submitted'),
    checks: of('checks'),
    documents: of('documents'),
    unreadable: of('unreadable'),
    skipped: of('skipped'),
  }
}

/** Of one flag: it is set, or not. */
function flagFacet(flag: number): Facet {
  return {
    optionCount: 1,
    bitsOf: (columns, slot) => (numberIn(columns, flagsColumn, slot) & flag ? 1 : 0),
    wanted: 1,
  }
}

function scoreFacet({ score }: Filters, thresholds: Thresholds | null): Facet {
  const bitOf = new Map<string, number>(scoreOptions.map((option, index) => [option, 1 << index]))
  return {
    optionCount: scoreOptions.length,
    bitsOf(columns, slot) {
      if (numberIn(columns, flagsColumn, slot) & unreadable) return 0
      const value = numberIn(columns, scoreColumn, slot)
      return bitOf.get(gradeOf(Number.isNaN(value) ? null : value, thresholds)) ?? 0
    },
    wanted: bitsWhere(scoreOptions, (option) => score.includes(option)),
  }
}

/** By the number that is on the screen, so that a photo of "80%" is not lost between 79 and 80 for its decimals. */
function isWithin(score: number, { from, to }: Range<number>, thresholds: Thresholds | null): boolean {
  if (Number.isNaN(score)) return false
  const percent = score * 100
  const isNear = (end: number | null) => end !== null && Math.abs(percent - end) <= 1
  const shown = isNear(from) || isNear(to) ? Number.parseFloat(percentText(score, thresholds)) : percent
  return (from === null || shown >= from) && (to === null || shown <= to)
}

function submittedFacet({ submitted }: Filters): Facet {
  const from = submitted.from === null ? -Infinity : startOfDay(submitted.from)
  const before = submitted.to === null ? Infinity : startOfDay(submitted.to, 1)
  return {
    optionCount: 1,
    bitsOf(columns, slot) {
      const created = numberIn(columns, createdColumn, slot)
      return created >= from && created < before ? 1 : 0
    },
    wanted: 1,
  }
}

/** Behind the checks, one more option: any of those chosen. A photo can have several, so that sums would not tell. */
function checksFacet({ checks }: Filters): Facet {
  const chosen = bitsWhere(checkNames, (check) => checks.includes(check))
  const anyChosen = 1 << checkNames.length
  return {
    optionCount: checkNames.length + 1,
    bitsOf(columns, slot) {
      const bits = numberIn(columns, flagsColumn, slot) & checkBits
      return bits & chosen ? bits | anyChosen : bits
    },
    wanted: chosen,
  }
}

function documentsFacet({ documents }: Filters): Facet {
  const bitsWith = (...options: DocumentOption[]) =>
    bitsWhere(documentOptions, (option) => options.includes(option))
  const [has, lacks, required] = [bitsWith('has'), bitsWith('lacks'), bitsWith('lacks', 'required')]
  return {
    optionCount: documentOptions.length,
    bitsOf(columns, slot) {
      const flags = numberIn(columns, flagsColumn, slot)
      if (flags & unreadable) return 0
      if (flags & hasDocument) return has
      return flags & needsDocument ? required : lacks
    },
    wanted: bitsWhere(documentOptions, (option) => documents.includes(option)),
  }
}

function bitsWhere<T>(options: readonly T[], isSet: (option: T) => boolean): number {
  return options.reduce((bits, option, index) => (isSet(option) ? bits | (1 << index) : bits), 0)
}

function numberIn(columns: Columns, column: number, slot: number): number {
  return columns[column]?.[slot] ?? Number.NaN
}

/** What the search looks in, on a line each, so that nothing is found across two of them. */
export function textOf(row: Row): string {
  if (row.kind === 'unreadable') return String(row.row.id ?? '')
  const { id, cardholder } = row.photo
  const { email, username, identifier } = cardholder
  const short = withoutLeadingZeros(identifier)
  // What is a part of another line is found there.
  const others = [username, short].filter((text) => !email.includes(text) && !identifier.includes(text))
  return [email, identifier, ...others, id].join('\n')
}

export function sortByOf({ column, isDescending }: Sort): SortBy<Row> {
  const keyOf = keys[column]
  return { name: column, keyOf: (row) => (row.kind === 'photo' ? keyOf(row.photo) : null), isDescending }
}

const keys: Record<SortColumn, (photo: Photo) => number | string | null> = {
  submitted: ({ dateCreated }) => dateCreated,
  score: ({ score }) => score,
  cardholder: ({ cardholder }) => fold(cardholder.email || cardholder.username) || null,
  identifier: ({ cardholder }) => (cardholder.identifier ? identifierKey(cardholder.identifier) : null),
}
