import { useKnownOrganization } from './organization-context'
import { ScoreText } from '../../fields/score-text'

export function ScoreCell({ score }: { score: number | null }) {
  return <ScoreText score={score} thresholds={useKnownOrganization()} />
}
