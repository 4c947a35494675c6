import { Explain } from '../ui/explain'
import { later } from '../ui/later'
import { asLine } from '../ui/part-failure'
import { statusLabel } from './status'

/** What is explained beside its words and in Help, in that order. */
export const topics = {
  score: { title: 'Score', about: 'the score' },
  checks: { title: 'Checks', about: 'the checks' },
  statuses: { title: 'Statuses', about: 'statuses' },
  repairs: { title: 'Turn, Crop, Clean background', about: 'turning, cropping and cleaning' },
  unreadable: { title: 'Unreadable photos', about: 'unreadable photos' },
} as const
export type Topic = keyof typeof topics

const meanings = () => import('./meanings')
const failed = asLine('The explanation')
const Meaning = later(meanings, 'Meaning', { failed })
const StatusMeaning = later(meanings, 'StatusMeaning', { failed })

/** @param isStop whether the Tab key stops here */
export function ExplainTopic({ topic, isStop = true }: { topic: Topic; isStop?: boolean }) {
  return (
    <Explain {...topics[topic]} isStop={isStop}>
      <Meaning topic={topic} />
    </Explain>
  )
}

/** What one status means. */
export function ExplainStatus({ status }: { status: string }) {
  return (
    <Explain title={statusLabel(status)} about="this status">
      <StatusMeaning status={status} />
    </Explain>
  )
}
