import type { Photo } from '../../cloudcard/photo'
import type { Thresholds } from './grade'
import type { OptionsFilter, Packing } from './filter'

type Options<T extends string> = {
  /** In the order in which they are offered; these are also their names in the address. */
  options: readonly T[]
  labels: Readonly<Record<T, string>>
  legend?: string
}

/** A photo has one of the options, which is told from a number of it. */
export function choice<T extends string>(
  given: Options<T> & {
    packing: Packing
    /** null where that cannot be told. */
    optionOf: (packed: number, thresholds: Thresholds | null) => T | null
  },
): OptionsFilter<T> {
  const { options, packing, optionOf } = given
  const bitOf = (packed: number, thresholds: Thresholds | null) => {
    const option = optionOf(packed, thresholds)
    return option === null ? 0 : 1 << options.indexOf(option)
  }
  return {
    ...anyOf(given),
    packing,
    facet: (value, thresholds) => ({
      optionCount: options.length,
      bitsOf: (packed) => bitOf(packed, thresholds),
      wanted: bitsOf(options, (option) => value.includes(option)),
    }),
    count: (value, counts) => value.reduce((sum, option) => sum + (counts[options.indexOf(option)] ?? 0), 0),
  }
}

/** A photo can have several of the options. */
export function several<T extends string>(
  given: Options<T> & { has: (photo: Photo, option: T) => boolean },
): OptionsFilter<T> {
  const { options, has } = given
  const of = (photo: Photo) => bitsOf(options, (option) => has(photo, option))
  // Behind the options one more is counted: any of those chosen. A photo can have several, so that sums would not tell.
  const any = options.length
  return {
    ...anyOf(given),
    packing: { kind: 'bits', count: options.length, of },
    facet(value) {
      const wanted = bitsOf(options, (option) => value.includes(option))
      const withAny = (bits: number) => (bits & wanted ? bits | (1 << any) : bits)
      return { optionCount: any + 1, bitsOf: withAny, wanted }
    },
    count: ([only, another], counts) => counts[only && !another ? options.indexOf(only) : any],
  }
}

/** What is asked and said alike, whether a photo has one of the options or several. */
function anyOf<T extends string>({ options, labels, legend }: Options<T>) {
  return {
    kind: 'options',
    options,
    labels,
    ...(legend && { legend }),
    ...wordList(options),
    words(value) {
      const [first = '', ...others] = value.map((option) => labels[option])
      const all = [first, ...others].join(', ')
      return all.length <= 20 || others.length === 0 ? all : `${first}, ${others.length} more`
    },
  } satisfies Partial<OptionsFilter<T>>
}

/** "good.bad", in whatever order; each once. What is not known is left out. */
export function wordList<T extends string>(known: readonly T[]) {
  const read = (text: string): readonly T[] => {
    const given = text.split('.')
    return known.filter((word) => given.includes(word))
  }
  return { read, write: (value: readonly T[]) => read(value.join('.')).join('.') }
}

function bitsOf<T>(options: readonly T[], isSet: (option: T) => boolean): number {
  let bits = 0
  for (let index = 0; index < options.length; index++) if (isSet(options[index] as T)) bits |= 1 << index
  return bits
}
