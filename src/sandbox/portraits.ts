import { firstPage } from './data/first-page'
import { personFor } from './people'
import type { PhotoRecord } from './photo-record'
import list from './portraits/portraits.json' with { type: 'json' }
import { chanceFor, pick } from './random'

/** A picture in the folder portraits; each has an original upload, some an identity card. */
export type Portrait = { name: string; width: number; height: number; look: string; withCard: boolean }

type Shape = 'usual' | 'one-more' | 'square' | 'odd' | 'png'

function shapeOf({ name, width, height }: Portrait): Shape {
  if (name.endsWith('.png')) return 'png'
  if (width === 300 && height === 400) return 'usual'
  if (width === 300 && height === 401) return 'one-more'
  return width === height ? 'square' : 'odd'
}

const byLookAndShape = new Map<string, Portrait[]>()
for (const portrait of list) {
  const key = `${portrait.look} ${shapeOf(portrait)}`
  byLookAndShape.set(key, [...(byLookAndShape.get(key) ?? []), portrait])
}
const withCard = new Map<string, Portrait[]>(
  [...byLookAndShape].map(([key, portraits]) => [key, portraits.filter((portrait) => portrait.withCard)]),
)

function shapeFor(record: PhotoRecord, chance: number): Shape {
  if (record.vendor === 1) return 'one-more'
  if (record.vendor === 0) return 'usual'
  if (record.quirk === 'odd-size') return 'odd'
  if (record.quirk) return 'usual'
  if (chance < 0.88) return 'usual'
  if (chance < 0.95) return 'one-more'
  if (chance < 0.975) return 'square'
  return chance < 0.985 ? 'odd' : 'png'
}

/** In: a photo. Out: its portrait, always the same; a person keeps the sex and tone from photo to photo. */
export function portraitOf(record: PhotoRecord): Portrait {
  if (record.made) return portraitOf(record.made.of)
  const onFirstPage =
    record.home === 'PENDING' && record.place <= firstPage.length && record.vendor === undefined
  const own = onFirstPage ? list[record.place - 1] : undefined
  if (own) return own
  const chance = chanceFor(record.id * 3 + 2)
  const shape = shapeFor(record, chance())
  const key = `${personFor(record.personKey).look} ${shape}`
  const portraits = (record.vendor === undefined ? byLookAndShape : withCard).get(key) ?? list
  // Steps of the golden ratio, so that neighbours in a list do not look alike.
  const portrait = portraits[Math.floor(((record.face * 0.618_033_988_7) % 1) * portraits.length)]
  return portrait ?? pick(chance, portraits)
}

export const fileNames: ReadonlySet<string> = new Set([
  'card.jpg',
  'letter-1.jpg',
  'letter-2.jpg',
  ...list.flatMap(({ name, withCard: hasCard }) => {
    const key = name.slice(0, -4)
    return hasCard ? [name, `${key}-original.jpg`, `${key}-card.jpg`] : [name, `${key}-original.jpg`]
  }),
])
