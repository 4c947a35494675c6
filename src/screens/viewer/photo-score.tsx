import type { Photo } from '../../cloudcard/photo'
import { ExplainTopic } from '../../fields/explanations'
import type { Thresholds } from '../../fields/kinds/grade'
import { ScoreText } from '../../fields/score-text'
import { processes } from '../../desk/repair/processes'
import { useRepair } from '../../desk/repair/repairs'

/** The score of the open photo; as long as the bot has not scored a new picture, that of the old one, and whose it is. */
export function PhotoScore({
  photo,
  thresholds,
  size,
}: {
  photo: Photo
  thresholds: Thresholds | null
  size: 'pane' | 'page'
}) {
  const repair = useRepair(photo.id)
  const awaited = photo.score === null && repair?.isScoreAwaited ? repair : null
  return (
    <span className="min-w-0">
      <span className="flex min-w-0 items-center gap-1">
        <ScoreText score={awaited ? awaited.before.score : photo.score} thresholds={thresholds} size={size} />
        <ExplainTopic topic="score" />
      </span>
      {awaited && (
        <span className="block text-text-2">
          {awaited.before.score !== null && `From before the ${processes[awaited.process].noun}. `}
          The bot is scoring the new picture …
        </span>
      )}
    </span>
  )
}
