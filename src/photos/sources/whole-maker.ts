import { createSame, memo } from '../../base/memo'
import type { Photo } from '../../cloudcard/photo'
import { organizationQuery } from '../../cloudcard/photos-query'
import { offsetOf, pageCount } from '../../queue/page'
import { needsThresholds } from '../filters/filters'
import { leftIn } from '../left'
import { noRows, sliceRows, type PhotoRows } from '../photo-rows'
import type { ListSearch } from '../photo-search'
import type { Decided } from '../shown-decisions'
import { thresholdsOf } from '../use-organization'
import { passesFilters, type Finding, type Question } from '../whole/find-photos'
import type { WholeState } from '../whole/whole-status'
import { createFinding } from './finding'
import { createPersonSearch } from './person-search'
import type { Maker, Making } from './making'
import type { Reader } from './photo-list'

/** Makes the list of what matches of a whole status, in the order asked for. */
export function createWholeMaker(making: Making): Maker {
  const personOf = createPersonSearch(making)
  const find = createFinding(making)

  const [rowsOf, pageRows, leftOf] = [memo(matchingRows), memo(sliceRows), memo(leftIn)]
  const [countsOf, sampleOf] = [memo(leftCounts), memo(firstPhotoId)]
  const exactly = memo((total: number, readAt: number) => ({ total, isExact: true, readAt }))
  const [sameQuestion, sameSearch] = [createSame<Question>(), createSame<ListSearch>()]
  const sameReader = createSame<Reader>()

  return ({ search, text }, decided) => {
    const { status, page, max, filters, sort } = search
    // Until it is known whether they can be learnt, no photo is good or bad.
    const thresholds = thresholdsOf(making.read('organization', organizationQuery(null)))
    const isTooEarly = thresholds === undefined && needsThresholds(filters)
    const question = sameQuestion({ text, filters, thresholds: thresholds ?? null, sort })
    const { whole, state, found } = find(status, question, !isTooEarly)
    const person = personOf(text, status)

    const rows = rowsOf(found, person.isElsewhere ? null : person.photo, question)
    const offset = offsetOf(page, max)
    const onPage = pageRows(rows, offset, max)
    const left = leftOf(rows, decided, offset, onPage.count, 0)
    const asked = found?.question ?? question
    // Of what was asked before there may be no such page, and that is no reason to leave it.
    const isComing = asked !== question && onPage.count === 0
    const isReading =
      isComing ||
      ['counting', 'reading', 'updating'].includes(state.phase) ||
      (isTooEarly && state.phase === 'done')
    const isComplete = found?.isAll === true && found.index === state.index
    const isCurrent = (rows.count > 0 || isComplete) && !isComing
    const { readAt } = state
    const total = isComplete ? exactly(left.total, readAt) : null
    return {
      search: sameSearch({ ...search, filters: asked.filters, sort: asked.sort }),
      text: asked.text,
      // What became of reading it is told by its reader.
      reading: {
        data: isCurrent ? rows : undefined,
        isFetching: isReading,
        readAt,
        retry: whole.readAnew,
      },
      rows: onPage,
      matching: rows,
      offset,
      left,
      total,
      // Those that were decided are on its pages too.
      rowCount: total && rows.count,
      pages: total && pageCount(rows.count, max),
      hasNext: offset + onPage.count < rows.count,
      isCurrent,
      hasAll: total !== null && state.limit === null,
      searched: found?.searched ?? 0,
      counts: countsOf(found, decided),
      newest: isComplete ? found.newest : null,
      sampleId: state.version > 0 ? sampleOf(state.index) : null,
      person,
      reader: sameReader({ whole, state }),
    }
  }
}

/** What matches, with somebody in front who was found otherwise, before the status was read that far. */
function matchingRows(found: Finding | null, first: Photo | null, question: Question): PhotoRows {
  const rows = found?.rows ?? noRows
  if (!first || rows.indexOf(first.id) >= 0 || !passesFilters(first, question)) return rows
  return {
    count: rows.count + 1,
    at: (index) => (index === 0 ? { kind: 'photo', photo: first } : rows.at(index - 1)),
    indexOf: (id) => (id === first.id ? 0 : rows.indexOf(id) < 0 ? -1 : rows.indexOf(id) + 1),
    placesOf: (ids) => [...(ids.has(first.id) ? [0] : []), ...rows.placesOf(ids).map((place) => place + 1)],
  }
}

/** How many each filter would show, of those that are left. */
function leftCounts(found: Finding | null, decided: Decided) {
  if (!found || found.searched === 0) return null
  const gone = [...decided.ids].filter((id) => {
    const row = found.index.get(id)
    return row?.kind === 'photo' && decided.hasLeft(row.photo)
  })
  return gone.length === 0 ? found.counts : found.countsWithout(gone)
}

function firstPhotoId(index: WholeState['index']): number | null {
  for (const row of index.all()) if (row.kind === 'photo') return row.photo.id
  return null
}
