import { Explain } from '../ui/explain'
import { later } from '../ui/later'
import { asLine } from '../ui/part-failure'
import type { Thresholds } from './kinds/grade'
import { statusLabel } from './status'

const load = () => import('./meanings-shown')
const failed = asLine('The explanation')
const ScoreMeaning = later(load, 'ScoreMeaning', { failed })
const CheckMeanings = later(load, 'CheckMeanings', { failed })
const StatusMeanings = later(load, 'StatusMeanings', { failed })
const StatusMeaning = later(load, 'StatusMeaning', { failed })
const UnreadableMeaning = later(load, 'UnreadableMeaning', { failed })

type ExplainProps = { isStop?: boolean }

export function ExplainScore({ thresholds, ...rest }: ExplainProps & { thresholds: Thresholds | null }) {
  return (
    <Explain about="the score" title="Score" {...rest}>
      <ScoreMeaning thresholds={thresholds} />
    </Explain>
  )
}

export function ExplainChecks(props: ExplainProps) {
  return (
    <Explain about="the checks" title="Checks" {...props}>
      <CheckMeanings />
    </Explain>
  )
}

/** What one status means. */
export function ExplainStatus({ status, ...rest }: ExplainProps & { status: string }) {
  return (
    <Explain about="this status" title={statusLabel(status)} {...rest}>
      <StatusMeaning status={status} />
    </Explain>
  )
}

export function ExplainStatuses(props: ExplainProps) {
  return (
    <Explain about="statuses" title="Statuses" {...props}>
      <StatusMeanings />
    </Explain>
  )
}

export function ExplainUnreadable(props: ExplainProps) {
  return (
    <Explain about="unreadable photos" title="Unreadable photos" {...props}>
      <UnreadableMeaning />
    </Explain>
  )
}
