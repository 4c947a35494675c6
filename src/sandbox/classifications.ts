import { organization } from './data/organization'
import type { JsonObject } from './data/json'
import type { PhotoRecord } from './photo-record'
import { between, chanceFor, pick, type Chance } from './random'

const sunglasses = 812
const unscored = 818

/**
 * In: a photo and its lowest score (null: not scored). Out: some two dozen classifications as Get a Photo lists them: the
 * bot's verdict on the whole photo, the photo requirements by name or by id, labels of both directions, places of the
 * framing (0..100), one with thresholds and a recommendation of its own, and shapes that nobody has published (a guess).
 */
export function classificationsOf(record: PhotoRecord, lowest: number | null): JsonObject[] {
  if (lowest === null) return []
  const chance = chanceFor(record.id * 11 + 3)
  const firstId = record.id * 40
  const above = () => Math.round((lowest + (0.995 - lowest) * (1 - chance() ** 3)) * 10_000) / 10_000
  const scored = organization.photoRequirements.filter(({ id }) => id !== unscored)
  const weakest = record.quirk === 'wrong-ratio' ? sunglasses : pick(chance, scored).id
  const required = organization.photoRequirements.map(({ id, name }, index): JsonObject => {
    const score = id === unscored ? null : id === weakest ? lowest : above()
    if (index % 3 === 1)
      return { id: firstId + index, score, requirementName: name, photoRequirement: { id } }
    if (index % 3 === 2) return { id: firstId + index, score, photoRequirement: { id } }
    return { id: firstId + index, score, requirementName: name }
  })
  const others: JsonObject[] = [
    { score: lowest, requirementName: 'HelperBot' },
    ...labelsOf(record, chance),
    ...placesOf(record, chance),
    { requirementName: 'Eyes open' },
    { label: 'BLUR', confidence: above(), modelVersion: '2026-03' },
    { requirement: { id: 899, name: 'Neutral expression' }, result: { value: above(), scale: 1 } },
  ]
  return [...required, ...others.map((other, index) => ({ id: firstId + 9 + index, ...other }))]
}

/** How sure the bot is that something is there: high is good of "Face visibility", and bad of the others. */
function labelsOf({ quirk }: PhotoRecord, chance: Chance): JsonObject[] {
  const seldom = () => between(chance, 1, 100) / (chance() < 0.1 ? 101 : 700)
  const isGlaring = quirk === 'wrong-ratio-narrow'
  const hasSunglasses = quirk === 'wrong-ratio'
  const labels: [string, number][] = [
    ['Face visibility', 0.99],
    ['Glare', isGlaring ? 0.97 : hasSunglasses ? 0.03 : seldom()],
    ['Sunglasses', hasSunglasses ? 0.96 : seldom()],
  ]
  return [
    ...labels.map(([requirementName, score]) => ({
      requirementName,
      score: Math.round(score * 10_000) / 10_000,
    })),
    {
      requirementName: 'Hat',
      score: hasSunglasses ? 0.08 : Math.round(seldom() * 10_000) / 10_000,
      autoApproveThreshold: 0.1,
      autoDenyThreshold: 0.95,
      recommendation: 'REQUIRE_HUMAN_REVIEW',
    },
  ]
}

/**
 * Places of 0..100 of the picture; a value of 1 is one of a hundred. Where the portraits have their heads, more or less. Some
 * photos have none of the head, and of some they are named otherwise, since nobody has published all of the names.
 */
function placesOf({ id }: PhotoRecord, chance: Chance): JsonObject[] {
  const top = between(chance, 10, 17)
  const face = [
    { requirementName: 'Face top', score: top + 8 },
    { requirementName: 'Face height', score: between(chance, 48, 64) },
    { requirementName: 'Person top', score: 1 },
  ]
  if (id % 8 === 0) return face.slice(2)
  const own = chanceFor(id * 13 + 5)
  const [left, width, height] = [between(own, 13, 23), between(own, 62, 68), between(own, 54, 62)]
  const head = { 'Head top': top, 'Head height': height, 'Head left': left, 'Head width': width }
  const otherNames = { headTop: top, HEAD_HEIGHT: height, 'Left of the head': left, 'head-width': width }
  const named = Object.entries(id % 8 === 1 ? otherNames : head)
  const brow = { requirementName: 'Brow height', score: top + 24 }
  return [...named.map(([requirementName, score]) => ({ requirementName, score })), brow, ...face]
}
