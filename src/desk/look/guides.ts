import { placeOf, type Classification, type Place } from '../../cloudcard/classification'
import type { Organization } from '../../cloudcard/organization'
import type { Picture } from '../../cloudcard/photo'

/** Where a line lies, in hundredths of the picture: so far from its left, or from its top. */
export type GuideLine = { x: number; name: string } | { y: number; name: string }

type Guides = {
  /** How it should be: the middle, where the head should begin, the shape of the office's cards. */
  wishes: readonly GuideLine[]
  /** How it is, by CloudCard's numbers. */
  lines: readonly GuideLine[]
  box: { name: string; left: number; right: number; top: number; bottom: number } | null
  /** The same in a sentence. */
  words: string
}

type Sides = Partial<Record<Place['side'], number>>

/** Lines over a photo, from CloudCard's own numbers alone. @param classifications null while they are read */
export function guidesOf(
  classifications: readonly Classification[] | null,
  organization: Organization | null,
  { width, height }: Picture,
): Guides {
  const ideal = organization?.idealHeadTop == null ? null : organization.idealHeadTop * 100
  const shape = shapeOf(
    organization?.ratio ?? null,
    width !== null && height !== null ? width / height : null,
  )
  const wishes: GuideLine[] = [{ x: 50, name: '' }, ...shape.lines]
  if (ideal !== null) wishes.push({ y: ideal, name: 'Ideal top' })
  if (classifications === null) return { wishes, lines: [], box: null, words: '' }

  const head = sidesOf(classifications, 'head')
  const name = Object.keys(head).length > 0 ? 'Head' : 'Face'
  const sides = name === 'Head' ? head : sidesOf(classifications, 'face')
  const upright = span(sides.top, sides.bottom, sides.height)
  const across = span(sides.left, sides.right, sides.width)
  const box =
    upright && across
      ? { name, top: upright.from, bottom: upright.to, left: across.from, right: across.to }
      : null
  const top = upright?.from ?? sides.top
  const middle = across && (across.from + across.to) / 2
  const brow = sidesOf(classifications, 'brow')
  const browAt = brow.top ?? brow.height

  const facts = [
    upright && `${percent(upright.to - upright.from)} of the height`,
    top !== undefined &&
      (ideal === null
        ? `top at ${percent(top)}`
        : apart(top - ideal, ['above the ideal top', 'at the ideal top', 'below the ideal top'])),
    middle !== null && apart(middle - 50, ['left of the middle', 'in the middle', 'right of the middle']),
  ].filter(Boolean)
  const drawn = ideal === null ? 'the middle alone is' : 'the middle and the ideal top are'
  const words = [
    facts.length > 0 ? `${name} ${facts.join(', ')}.` : '',
    browAt === undefined ? '' : `Brow ${percent(browAt)} from the top.`,
    facts.length === 0 ? `CloudCard sent no numbers of the head: ${drawn} shown.` : '',
    shape.words,
  ]
  const lines: GuideLine[] = [
    ...(box ? [] : linesOf(name, upright, across, sides)),
    ...(browAt === undefined ? [] : [{ y: browAt, name: 'Brow' }]),
  ]
  return { wishes, lines, box, words: words.filter(Boolean).join(' ') }
}

/** How far something reaches on each side, as far as it is told. */
function sidesOf(classifications: readonly Classification[], of: Place['of']): Sides {
  const sides: Sides = {}
  for (const { name, score } of classifications) {
    const place = placeOf(name)
    if (score !== null && place?.of === of) sides[place.side] ??= score
  }
  return sides
}

/** From where to where something reaches; null where two of the three numbers do not say it, or contradict each other. */
function span(from?: number, to?: number, size?: number): { from: number; to: number } | null {
  const begin = from ?? (to !== undefined && size !== undefined ? to - size : undefined)
  const end = to ?? (from !== undefined && size !== undefined ? from + size : undefined)
  return begin !== undefined && end !== undefined && end > begin ? { from: begin, to: end } : null
}

/** What no box can be made of. */
function linesOf(name: string, upright: Span, across: Span, sides: Sides): GuideLine[] {
  const level = upright ? [upright.from, upright.to] : [sides.top, sides.bottom]
  const plumb = across ? [across.from, across.to] : [sides.left, sides.right]
  return [
    ...level.flatMap((y, end) => (y === undefined ? [] : [{ y, name: end === 0 ? `${name} top` : name }])),
    ...plumb.flatMap((x) => (x === undefined ? [] : [{ x, name: '' }])),
  ]
}
type Span = ReturnType<typeof span>

/** As large as the office's shape can be in the picture, in its middle; nothing where it is the same to a hundredth. */
function shapeOf(wanted: number | null, is: number | null): { lines: GuideLine[]; words: string } {
  if (wanted === null || is === null || Math.abs(is / wanted - 1) < 0.01) return { lines: [], words: '' }
  const isWider = is > wanted
  const half = 50 * (isWider ? wanted / is : is / wanted)
  const ends = [
    { at: 50 - half, name: '' },
    { at: 50 + half, name: "Office's shape" },
  ]
  return {
    lines: ends.map(({ at, name }) => (isWider ? { x: at, name } : { y: at, name })),
    words: `The photo is ${isWider ? 'wider' : 'taller'} than the office's shape.`,
  }
}

const percent = (value: number) => `${Math.round(value)}%`

/** "4% left of the middle", "in the middle". */
function apart(difference: number, [less, none, more]: readonly [string, string, string]): string {
  if (Math.round(Math.abs(difference)) === 0) return none
  return `${percent(Math.abs(difference))} ${difference < 0 ? less : more}`
}
