import type { Organization } from '../../cloudcard/organization'

/** 'unknown' is a score whose colour nobody can tell yet: the thresholds belong to the organization. */
export type Grade = 'good' | 'fair' | 'bad' | 'none' | 'unknown'

export type Thresholds = Pick<Organization, 'goodPhotoThreshold' | 'badPhotoThreshold'>

export const gradeLabels: Record<Grade, string> = {
  good: 'Good',
  fair: 'Fair',
  bad: 'Bad',
  none: 'Not scored',
  unknown: '',
}

/** Green at or above the good threshold, red at or below the bad one, yellow between. Scores are 0..1. */
export function gradeOf(score: number | null, thresholds: Thresholds | null): Grade {
  if (score === null) return 'none'
  const good = thresholds?.goodPhotoThreshold ?? null
  const bad = thresholds?.badPhotoThreshold ?? null
  if (good === null || bad === null) return 'unknown'
  if (score >= good) return 'good'
  return score <= bad ? 'bad' : 'fair'
}

/** "93%"; one decimal where rounding would carry the number over a threshold and contradict its word. */
export function percentText(score: number, thresholds: Thresholds | null): string {
  const whole = Math.round(score * 100)
  if (gradeOf(whole / 100, thresholds) === gradeOf(score, thresholds)) return `${whole}%`
  const tenths = score * 1000
  const towardsItself = whole / 100 > score ? Math.floor(tenths) : Math.ceil(tenths)
  return `${(towardsItself / 10).toFixed(1)}%`
}
