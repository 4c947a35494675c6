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
import { photosOf } from '../../fields/status'
import { passes } from '../../queue/find-slots'
import type { RowIndex } from '../../queue/row-index'
import { errorWords } from '../../session/error-words'
import { useIdentifierLabel } from '../../fields/use-office'
import { facetsOf, numbersOf } from '../../photos/filters/filter-facets'
import type { Filters } from '../../photos/filters/filters'
import type { PhotoList, Reader } from '../../photos/sources/photo-list'
import { useThresholds } from '../../photos/use-organization'
import { isName, otherTexts } from './name-words'
import { isNameAsked, mostNames, namesReading, readNames, stopNames } from '../../photos/whole/names-reading'

/** Somebody searches by a name, and lists carry none: what was searched, what else may find the person, and the way to the names. */
export function NamesLine({
  list: { search, text, matching },
  reader: { state },
  onSearch,
}: {
  list: PhotoList
  reader: Reader
  onSearch: (text: string) => void
}) {
  const client = useQueryClient()
  const { data: names } = useQuery(namesQuery)
  const reading = useStore(namesReading)
  const identifierLabel = useIdentifierLabel()
  const thresholds = useThresholds() ?? null
  const index = state.isComplete && isName(text) ? state.index : null
  const { isReading } = reading
  // It goes through everything that was read: not while each moment brings more names.
  const unknown = useMemo(
    () => (index === null || isReading ? [] : namelessIn(index, search.filters, thresholds, names)),
    // oxlint-disable-next-line react/exhaustive-deps
    [index, state.version, isReading, search.filters, thresholds, names],
  )
  if (index === null) return null
  const known = [...(names?.keys() ?? [])].filter((id) => index.get(id) !== undefined).length
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
  const others = matching.count === 0 ? otherTexts(text) : []
  return (
    <Line
      actions={
        <>
          {others.map((other) => (
            <Button key={other} onClick={() => onSearch(other)}>
              Search “{other}”
            </Button>
          ))}
          {unknown.length > 0 && <Button onClick={read}>Load {counted(unknown.length, 'name')}</Button>}
        </>
      }
    >
      <p role="status">
        {unknown.length === 0
          ? `E-mail, ${identifierLabel} and all known names of these ${photosOf(search.status)} were searched.`
          : `E-mail and ${identifierLabel} were searched. CloudCard lists no names. Known here: ${numberWords(known)} of ${numberWords(index.size)}.`}
      </p>
    </Line>
  )
}

/** The first photos that the filters let through and whose name was not asked for, as many as are read at once. */
function namelessIn(
  index: RowIndex<Row>,
  filters: Filters,
  thresholds: Thresholds | null,
  names: ReadonlyMap<number, string> | undefined,
): number[] {
  const facets = facetsOf(filters, thresholds)
  const found: number[] = []
  for (const row of index.end(index.size)) {
    if (found.length >= mostNames) break
    if (row.kind !== 'photo' || names?.has(row.photo.id) || isNameAsked(row.photo.id)) continue
    if (passes(numbersOf(row), facets)) found.push(row.photo.id)
  }
  return found
}
