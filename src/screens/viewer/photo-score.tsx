import type { Photo } from '../../cloudcard/photo'
import { ExplainTopic } from '../../fields/explanations'
import { ScoreText } from '../../fields/score-text'
import { useOffice } from '../../fields/use-office'
import { processes } from '../../desk/repair/processes'
import type { Repair } from '../../desk/repair/repair'
import { useRepair } from '../../desk/repair/repairs'

/** The repair whose new picture the bot has not scored yet. */
function useAwaited({ id, score }: Photo): Repair | null {
  const repair = useRepair(id)
  return score === null && repair?.isScoreAwaited ? repair : null
}

/** The score of the open photo; as long as the bot has not scored a new picture, that of the old one. */
export function PhotoScore({ photo, size }: { photo: Photo; size: 'pane' | 'page' }) {
  const { score } = useAwaited(photo)?.before ?? photo
  const office = useOffice()
  return (
    <span className="flex min-w-0 items-center gap-1">
      <ScoreText score={score} thresholds={office} size={size} />
      <ExplainTopic topic="score" />
    </span>
  )
}

/** Whose score it is, where it is not that of the picture that is shown. */
export function ScoreNote({ photo }: { photo: Photo }) {
  const awaited = useAwaited(photo)
  if (!awaited) return null
  return (
    <p className="text-text-2">
      {awaited.before?.score != null && `From before the ${processes[awaited.process].noun}. `}
      The bot is scoring the new picture …
    </p>
  )
}
