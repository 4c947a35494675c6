import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { namesQuery } from '../../cloudcard/cardholder-names'
import type { Row } from '../../cloudcard/photo'
import { Button } from '../../ui/button'
import { counted, numberWords } from '../../base/words'
import { FailureLine } from '../../ui/failure'
import { Line } from '../../ui/line'
import { Progress } from '../../ui/progress'
import { useStore } from '../../base/store'
import type { Thresholds } from '../../fields/kinds/grade'
import { isByName } from '../../fields/fields'
import { photosOf } from '../../fields/status'
import { passes } from '../../queue/find-slots'
import type { RowIndex } from '../../queue/row-index'
import { errorWords } from '../../session/error-words'
import { useIdentifierLabel } from '../../fields/use-office'
import { facetsOf, numbersOf } from '../../photos/filters/filter-facets'
import type { Filters } from '../../photos/filters/filters'
import type { PhotoRows } from '../../photos/photo-rows'
import { setSearchText } from '../../photos/search-text'
import type { WholeLineProps } from './reading-line'
import { useThresholds } from '../../photos/use-organization'
import { isName, otherTexts } from './name-words'
import { isNameAsked, mostNames, namesReading, readNames, stopNames } from '../../photos/whole/names-reading'

/**
 * Lists carry no names: where somebody searches by one, what was searched, what else may find the person, and the way to the
 * names; where it is sorted by them, or a file is to be saved, the way to those that are missing in it.
 */
export function NamesLine({ list, reader: { state }, isForFile = false }: WholeLineProps) {
  const { search, text, matching } = list
  const client = useQueryClient()
  const { data: names } = useQuery(namesQuery)
  const reading = useStore(namesReading)
  const identifierLabel = useIdentifierLabel()
  const thresholds = useThresholds() ?? null
  const isSearch = !isForFile && isName(text)
  const isSorted = !isForFile && isByName(search.sort)
  const index = state.isComplete && (isForFile || isSearch || isSorted) ? state.index : null
  const { isReading } = reading
  const rows = isSearch ? null : matching
  // It goes through everything that was read: not while each moment brings more names.
  const unknown = useMemo(
    () => {
      if (index === null || isReading) return []
      return nameless(rows ? rowsIn(rows) : passing(index, search.filters, thresholds), names)
    },
    // oxlint-disable-next-line react/exhaustive-deps
    [index, state.version, isReading, rows, search.filters, thresholds, names],
  )
  if (index === null) return null
  const [known, of] = isSearch
    ? [[...(names?.keys() ?? [])].filter((id) => index.get(id) !== undefined).length, index.size]
    : [matching.placesOf(new Set(names?.keys())).length, matching.count]
  const read = () => void readNames(client, unknown)

  if (reading.error !== null && unknown.length > 0) {
    return (
      <FailureLine title="Not all names could be loaded" words={errorWords(reading.error)} onRetry={read} />
    )
  }
  if (isReading) {
    return (
      <Line actions={<Button onClick={stopNames}>Stop</Button>}>
        <Progress label="Loading names" prefix="Names: " {...reading} />
      </Line>
    )
  }
  if (!isForFile && !isSearch && known === of) return null
  const others = isSearch && matching.count === 0 ? otherTexts(text) : []
  const knownWords = `CloudCard lists no names. Known here: ${numberWords(known)} of ${numberWords(of)}.`
  return (
    <Line
      actions={
        <>
          {others.map((other) => (
            <Button key={other} onClick={() => setSearchText(other)}>
              Search “{other}”
            </Button>
          ))}
          {unknown.length > 0 && <Button onClick={read}>Load {counted(unknown.length, 'name')}</Button>}
        </>
      }
    >
      <p role="status">
        {!isSearch
          ? `${knownWords}${isSorted ? ' Photos without a name stand last.' : ''}`
          : unknown.length === 0
            ? `E-mail, ${identifierLabel} and all known names of these ${photosOf(search.status)} were searched.`
            : `E-mail and ${identifierLabel} were searched. ${knownWords}`}
      </p>
    </Line>
  )
}

/** The first photos whose name was not asked for, as many as are read at once. */
function nameless(rows: Iterable<Row>, names: ReadonlyMap<number, string> | undefined): number[] {
  const found: number[] = []
  for (const row of rows) {
    if (found.length >= mostNames) break
    if (row.kind !== 'photo' || names?.has(row.photo.id) || isNameAsked(row.photo.id)) continue
    found.push(row.photo.id)
  }
  return found
}

function* rowsIn(rows: PhotoRows): Generator<Row> {
  for (let place = 0; place < rows.count; place++) {
    const row = rows.at(place)
    if (row) yield row
  }
}

/** What the filters let through. */
function* passing(index: RowIndex<Row>, filters: Filters, thresholds: Thresholds | null): Generator<Row> {
  const facets = facetsOf(filters, thresholds)
  for (const row of index.all()) if (passes(numbersOf(row), facets)) yield row
}
