import { organization } from './data/organization'
import type { JsonObject } from './json'
import type { PhotoRecord } from './photo-record'
import { between, chanceFor, pick } from './random'

const sunglasses = 812
const unscored = 818

/**
 * In: a photo and its lowest score (null: not scored). Out: a dozen classifications as Get a Photo lists them:
 * by name, by the requirement's id, on a scale of 0..100 (cropping; seen in clients), without a score, and two shapes
 * that nobody has published (a guess).
 */
export function classificationsOf(record: PhotoRecord, lowest: number | null): JsonObject[] {
  if (lowest === null) return []
  const chance = chanceFor(record.id * 11 + 3)
  const firstId = record.id * 20
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
  return [
    ...required,
    { id: firstId + 9, score: between(chance, 62, 99), requirementName: 'Cropping' },
    { id: firstId + 10, requirementName: 'Eyes open' },
    { id: firstId + 11, label: 'GLARE', confidence: above(), modelVersion: '2026-03' },
    {
      id: firstId + 12,
      requirement: { id: 899, name: 'Neutral expression' },
      result: { value: above(), scale: 1 },
    },
  ]
}
