import { useKnownOrganization } from './organization-context'
import { ScoreText } from '../../photo/score-text'

export function ScoreCell({ score }: { score: number | null }) {
  return <ScoreText score={score} thresholds={useKnownOrganization()} />
}
