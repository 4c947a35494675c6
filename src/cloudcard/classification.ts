import { fieldsOf, itemsOf, textOf, wholeNumberOf, type Fields } from './lenient'
import type { Organization } from './organization'

/**
 * What a score means. 'verdict' is the bot's own on the whole photo: high is good, by the organization's thresholds.
 * 'label' is how sure the bot is that something is there; whether that is good nobody tells us. 'place' is where it is, on
 * 0..100 of the picture from the top or left.
 */
const kinds = ['verdict', 'label', 'place'] as const
type ClassificationKind = (typeof kinds)[number]

/** One thing that the helper bot says of a photo. */
export type Classification = ReturnType<typeof classificationOf>

const LONGEST_RAW = 500
const namingFields = new Set(['id', 'requirementName', 'photoRequirement', 'name', 'label'])
const verdictName = /^helper[\s_-]*bot$/i

/**
 * `classifications` of Get a Photo: `{id, score, requirementName?, photoRequirement?: {id}}` has been documented and
 * seen, newer shapes are not published. The verdict first, then the labels with the surest first, what has no score behind
 * them, and the places as sent. Never throws.
 */
export function readClassifications(value: unknown, organization: Organization | null): Classification[] {
  return itemsOf(value)
    .filter(({ name, item }) => item != null && !(name === 'message' && typeof item === 'string'))
    .map(({ name, item }) => classificationOf(name, item, organization))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || surenessOf(b) - surenessOf(a))
}

const surenessOf = ({ kind, score }: Classification) => (kind === 'place' ? 0 : (score ?? -1))

function classificationOf(nameInMap: string, item: unknown, organization: Organization | null) {
  const fields = fieldsOf(item)
  const sentScore = typeof item === 'number' ? item : fields.score
  const score = typeof sentScore === 'number' && sentScore >= 0 && sentScore <= 100 ? sentScore + 0 : null
  const requirement = fieldsOf(fields.photoRequirement)
  const requirementId = wholeNumberOf(requirement.id)
  const name =
    textOf(fields.requirementName) ||
    organization?.photoRequirements.find(({ id }) => id !== null && id === requirementId)?.name ||
    textOf(requirement.name) ||
    textOf(fields.name) ||
    textOf(fields.label) ||
    nameInMap
  const isUnscored = sentScore === null || sentScore === 'unclassified'
  const isOnlyNamed = sentScore === undefined && Object.keys(fields).every((key) => namingFields.has(key))
  const isScoreKnown = score !== null || isUnscored || isOnlyNamed
  const isKnownShape = isScoreKnown && (name !== '' || requirementId !== null)
  return {
    id: wholeNumberOf(fields.id),
    kind: kindOf(name, score),
    /** '' when not known. */
    name,
    /** As sent: 0..1 of a verdict and a label, 0..100 of a place. */
    score,
    own: ownOf(fields),
    /** The JSON of something whose shape we do not know, so that it is shown rather than hidden; else null. */
    raw: isKnownShape ? null : JSON.stringify(item).slice(0, LONGEST_RAW),
  }
}

const parts = ['head', 'face', 'person', 'brow'] as const
const sides = ['top', 'bottom', 'left', 'right', 'height', 'width'] as const
const besides = new Set(['', 'of', 'the', 'line', 'edge', 'position'])

/** The side of what a cropping label is about, or how far it reaches. */
export type Place = { of: (typeof parts)[number]; side: (typeof sides)[number] }

/**
 * "Head top", "faceHeight", "BROW_HEIGHT", "Top of head": what a cropping label is about. Only some of their names are
 * published, so how they are written is a guess.
 */
export function placeOf(name: string): Place | null {
  const words = wordsOf(name)
    .toLowerCase()
    .replace(/(eye)?brows?/, 'brow')
    .split(' ')
  const of = parts.find((part) => words.includes(part))
  const side = sides.find((side) => words.includes(side))
  const isAll = words.every((word) => word === of || word === side || besides.has(word))
  return of && side && isAll ? { of, side } : null
}

function kindOf(name: string, score: number | null): ClassificationKind {
  if (placeOf(name) || (score ?? 0) > 1) return 'place'
  return verdictName.test(name) ? 'verdict' : 'label'
}

/**
 * What it brings of its own to judge its score by, as sent and in words. How a label is judged is not published (a guess):
 * whatever is named a threshold or a recommendation is said as it came.
 */
function ownOf(fields: Fields): readonly { name: string; value: string }[] {
  return Object.entries(fields)
    .filter(([key]) => /threshold$|recommend/i.test(key))
    .map(([key, value]) => ({ name: wordsOf(key), value: valueOf(value) }))
    .filter(({ value }) => value !== '')
}

function valueOf(value: unknown): string {
  if (typeof value !== 'number') return wordsOf(textOf(value)).toLowerCase()
  return value >= 0 && value <= 1 ? `${Math.round(value * 100)}%` : String(value)
}

/** "autoDenyThreshold" and "AUTO_DENY" in words. */
export function wordsOf(key: string): string {
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
