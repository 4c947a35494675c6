import { Link } from '../ui/link'
import { useStore } from '../base/store'
import { paths } from '../base/paths'
import type { Photo } from '../cloudcard/photo'
import { Fact } from '../fields/facts'
import { clockTime } from '../fields/kinds/time'
import { hasArrived, madeDecisions, type MadeDecision } from './ledger/decided'
import { saidWith, verdictOf } from './verdicts/verdicts'

/** Said of a status whose reasons are not known. */
const untold: Partial<Record<string, { words: string; inList?: string }>> = {
  DENIED: { words: "CloudCard doesn't keep the reasons for a denial." },
  ON_HOLD: { words: "CloudCard doesn't say why.", inList: 'Open the photo page to see them.' },
  FAILED: { words: "CloudCard doesn't say why." },
}

/** The decision made in this session that has given a photo its status. */
export function useMadeHere({ id, status }: Photo): MadeDecision | null {
  const made = useStore(madeDecisions).findLast(
    ({ photoId, outcome }) => photoId === id && outcome.kind !== 'undone',
  )
  return made && hasArrived(made.outcome) && made.decision.status === status ? made : null
}

/** "Denied here at 10:41" */
export const madeHereWords = ({ decision, decidedAt }: MadeDecision): string =>
  `${verdictOf(decision).words.done} here at ${clockTime(decidedAt)}`

/** Whether its status is one of which the reasons are asked for. */
export const hasReasons = ({ status }: Photo): boolean => untold[status] !== undefined

/** Why a photo was denied, is held or has failed: as it was decided here, else as CloudCard tells it. */
export function ReasonsFact({ photo, whole }: { photo: Photo; whole: Photo | undefined }) {
  const made = useMadeHere(photo)
  const { words, inList = words } = untold[photo.status] ?? {}
  if (!words) return null
  if (made) {
    const { reasons, otherReason } = saidWith(made.decision)
    const why = [...reasons, otherReason].filter(Boolean).join(', ')
    return (
      <Fact name="Reasons">
        {madeHereWords(made)}
        {why && ` for ${why}`}.{' '}
        <Link to={paths.record()} className="text-accent">
          My decisions
        </Link>
      </Fact>
    )
  }
  const why = photo.why || whole?.why
  return <Fact name="Reasons">{why || <span className="text-text-2">{whole ? words : inList}</span>}</Fact>
}
