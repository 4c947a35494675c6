import { Link } from '../ui/link'
import { useStore } from '../base/store'
import { paths } from '../base/paths'
import { Fact } from '../fields/facts'
import { clockTime } from '../fields/kinds/time'
import { madeDecisions } from './decided'

/** Why a denied photo was denied, where that was done here: CloudCard tells nobody. */
export function DenialFact({ photoId }: { photoId: number }) {
  const made = useStore(madeDecisions).findLast(
    (each) => each.photoId === photoId && each.outcome.kind !== 'undone',
  )
  const isKnown = made?.outcome.kind === 'sent' || made?.outcome.kind === 'too-late'
  if (!made || !isKnown || made.decision.verdict !== 'deny') {
    return (
      <Fact name="Reasons">
        <span className="text-text-2">CloudCard doesn&rsquo;t keep the reasons for a denial.</span>
      </Fact>
    )
  }
  const { reasons, otherReason } = made.decision.denial
  const why = [...reasons, otherReason].filter(Boolean).join(', ')
  return (
    <Fact name="Reasons">
      Denied here at {clockTime(made.decidedAt)}
      {why && ` for ${why}`}.{' '}
      <Link to={paths.record()} className="text-accent">
        My decisions
      </Link>
    </Fact>
  )
}
