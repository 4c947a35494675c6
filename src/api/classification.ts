import { fieldsOf, itemsOf, textOf, wholeNumberOf } from './lenient'
import type { Organization } from './organization'

/** One thing that the helper bot has judged. */
export type Classification = {
  id: number | null
  /** '' when not known. */
  name: string
  /** As sent: 0..1 on the scale of 1, above 1 on the scale of 100. */
  score: number | null
  scale: 1 | 100
  /** The score as 0..1, for sorting and colours. */
  fraction: number | null
  /** The JSON of something whose shape we do not know, so that it is shown rather than hidden; else null. */
  raw: string | null
}

const LONGEST_RAW = 500
const namingFields: ReadonlySet<string> = new Set([
  'id',
  'requirementName',
  'photoRequirement',
  'name',
  'label',
])

/**
 * `classifications` of Get a Photo: `{id, score, requirementName?, photoRequirement?: {id}}` has been documented and
 * seen, newer shapes are not published. The lowest fraction first, what has no score last, otherwise as sent. Never throws.
 */
export function readClassifications(value: unknown, organization: Organization | null): Classification[] {
  return itemsOf(value)
    .filter(
      ({ name, item }) =>
        item !== null && item !== undefined && !(name === 'message' && typeof item === 'string'),
    )
    .map(({ name, item }) => classificationOf(name, item, organization))
    .sort((a, b) => (a.fraction ?? 2) - (b.fraction ?? 2))
}

function classificationOf(
  nameInMap: string,
  item: unknown,
  organization: Organization | null,
): Classification {
  const fields = fieldsOf(item)
  const sentScore = typeof item === 'number' ? item : fields.score
  const score =
    typeof sentScore === 'number' && sentScore >= 0 && Number.isFinite(sentScore) ? Math.abs(sentScore) : null
  const scale = score !== null && score > 1 ? 100 : 1
  const requirement = fieldsOf(fields.photoRequirement)
  const requirementId = wholeNumberOf(requirement.id)
  const name =
    textOf(fields.requirementName) ||
    nameOfRequirement(organization, requirementId) ||
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
    name,
    score,
    scale,
    fraction: score === null ? null : Math.min(1, score / scale),
    raw: isKnownShape ? null : JSON.stringify(item).slice(0, LONGEST_RAW),
  }
}

function nameOfRequirement(organization: Organization | null, id: number | null): string {
  if (id === null) return ''
  return organization?.photoRequirements.find((requirement) => requirement.id === id)?.name ?? ''
}
