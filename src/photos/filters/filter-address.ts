import { checkNames } from '../../fields/checks'
import { isDay } from './days'
import {
  documentOptions,
  filterNames,
  hasFilters,
  hasValue,
  isOn,
  noFilters,
  scoreOptions,
  type FilterName,
  type Filters,
  type Range,
} from './filters'

/** How a value stands in the address; `read` gives null for what is broken. */
type Format<T> = { read: (text: string) => T | null; write: (value: T) => string }

const yes: Format<boolean> = { read: (text) => text === 'yes', write: () => 'yes' }

const formats: { [N in FilterName]: Format<Filters[N]> } = {
  score: wordsOf(scoreOptions),
  scored: rangeOf('-', (text) => (isPercent(text) ? Number(text) : null)),
  submitted: rangeOf('_', (text) => (isDay(text) ? text : null)),
  checks: wordsOf(checkNames),
  documents: wordsOf(documentOptions),
  unreadable: yes,
  skipped: yes,
}

/** `noFilters` itself where the address has none; a broken value, or a broken word of a list, is left out. */
export function readFilters(params: URLSearchParams): Filters {
  const filters: Filters = {
    score: valueIn(params, 'score'),
    scored: valueIn(params, 'scored'),
    submitted: valueIn(params, 'submitted'),
    checks: valueIn(params, 'checks'),
    documents: valueIn(params, 'documents'),
    unreadable: valueIn(params, 'unreadable'),
    skipped: valueIn(params, 'skipped'),
    off: [],
  }
  if (!hasFilters(filters)) return noFilters
  const off = words(params.get('off') ?? '', filterNames)
  return { ...filters, off: off.filter((name) => hasValue(filters, name)) }
}

export function writeFilters(params: URLSearchParams, filters: Filters): void {
  const withValue = filterNames.filter((name) => hasValue(filters, name))
  for (const name of withValue) params.set(name, textOf(filters, name))
  const off = withValue.filter((name) => !isOn(filters, name))
  if (off.length > 0) params.set('off', off.join('.'))
}

/** Whether they would be the same in the address. */
export function areSameFilters(a: Filters, b: Filters): boolean {
  if (a === b) return true
  const [ofA, ofB] = [new URLSearchParams(), new URLSearchParams()]
  writeFilters(ofA, a)
  writeFilters(ofB, b)
  return String(ofA) === String(ofB)
}

function valueIn<N extends FilterName>(params: URLSearchParams, name: N): Filters[N] {
  const text = params.get(name)
  return (text === null ? null : formats[name].read(text)) ?? noFilters[name]
}

function textOf<N extends FilterName>(filters: Filters, name: N): string {
  return formats[name].write(filters[name])
}

/** "good.bad", in whatever order; each once. */
function wordsOf<T extends string>(known: readonly T[]): Format<readonly T[]> {
  return { read: (text) => words(text, known), write: (value) => words(value.join('.'), known).join('.') }
}

function words<T extends string>(text: string, known: readonly T[]): readonly T[] {
  const given = text.split('.')
  return known.filter((word) => given.includes(word))
}

/** "50-80", "50-" or "-80"; from above to is broken: nobody can tell which of the two was meant. */
function rangeOf<T extends number | string>(
  between: string,
  endOf: (text: string) => T | null,
): Format<Range<T>> {
  return {
    read(text) {
      const at = text.indexOf(between)
      if (at < 0) return null
      const [fromText, toText] = [text.slice(0, at), text.slice(at + 1)]
      const [from, to] = [endOf(fromText), endOf(toText)]
      const isBroken = (from === null && fromText !== '') || (to === null && toText !== '')
      return isBroken || (from !== null && to !== null && from > to) ? null : { from, to }
    },
    write: ({ from, to }) => `${from ?? ''}${between}${to ?? ''}`,
  }
}

function isPercent(text: string): boolean {
  return /^(0|[1-9]\d?|100)$/.test(text)
}
