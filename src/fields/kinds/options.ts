import type { Photo } from '../../cloudcard/photo'
import type { Thresholds } from '../grade'
import type { FilterOf, OptionsFilter, Packing } from './filter'

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
    optionOf: (packed: number, thresholds: Thresholds | null) => T | null
  },
): OptionsFilter<T> {
  const { options, packing, optionOf } = given
  return {
    ...anyOf(given),
    packing,
    facet: (value, thresholds) => ({
      optionCount: options.length,
      bitsOf(packed) {
        const option = optionOf(packed, thresholds)
        return option === null ? 0 : 1 << options.indexOf(option)
      },
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
  // Behind them one more is counted: any of those chosen. Sums would not tell.
  const any = options.length
  return {
    ...anyOf(given),
    packing: {
      kind: 'bits',
      count: options.length,
      of: (photo) => bitsOf(options, (option) => has(photo, option)),
    },
    facet(value) {
      const chosen = bitsOf(options, (option) => value.includes(option))
      return {
        optionCount: options.length + 1,
        bitsOf: (packed) => (packed & chosen ? packed | (1 << any) : packed),
        wanted: chosen,
      }
    },
    count: ([only, another], counts) => counts[only && !another ? options.indexOf(only) : any],
  }
}

function anyOf<T extends string>({
  options,
  labels,
  legend,
}: Options<T>): Omit<OptionsFilter<T>, 'packing' | 'facet' | 'count'> {
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
  }
}

/** "good.bad", in whatever order; each once. What is not known is left out. */
export function wordList<T extends string>(
  known: readonly T[],
): Pick<FilterOf<readonly T[]>, 'none' | 'isSet' | 'read' | 'write'> {
  const read = (text: string) => {
    const given = text.split('.')
    return known.filter((word) => given.includes(word))
  }
  return {
    none: [],
    isSet: (value) => value.length > 0,
    read,
    write: (value) => read(value.join('.')).join('.'),
  }
}

function bitsOf<T>(options: readonly T[], isSet: (option: T) => boolean): number {
  let bits = 0
  for (let index = 0; index < options.length; index++) if (isSet(options[index] as T)) bits |= 1 << index
  return bits
}
