import { checkLabels, checkNames } from './checks'
import {
  checkMeanings,
  repairMeaning,
  scoreLimits,
  scoreMeaning,
  statusMeanings,
  unreadableMeaning,
} from './meanings'
import type { Topic } from './explanations'
import { gradeLabels, percentText, type Grade } from './kinds/grade'
import { ScoreShape } from './score-text'
import type { KnownStatus } from './status'
import { StatusMark } from './status-mark'
import { useOffice } from './use-office'

const meanings = {
  score: ScoreMeaning,
  checks: CheckMeanings,
  statuses: StatusMeanings,
  repairs: () => <p>{repairMeaning}</p>,
  unreadable: () => <p>{unreadableMeaning}</p>,
} satisfies Record<Topic, unknown>

export function Meaning({ topic }: { topic: Topic }) {
  const Words = meanings[topic]
  return <Words />
}

/** What the score means; from where on it is good is the organization's, and not said until that is known. */
function ScoreMeaning() {
  const { goodPhotoThreshold: good = null, badPhotoThreshold: bad = null } = useOffice() ?? {}
  const ranges: [Grade, string][] = [
    ['good', good === null ? '' : `${percentText(good, null)} and more`],
    ['fair', good === null ? '' : 'between'],
    ['bad', bad === null ? '' : `${percentText(bad, null)} and less`],
    ['none', 'not looked at yet, or no score was given'],
  ]
  return (
    <>
      <p>{scoreMeaning}</p>
      <ul className="grid gap-1">
        {ranges.map(([grade, range]) => (
          <li key={grade} className="flex items-baseline gap-2">
            <ScoreShape grade={grade} />
            <span>
              {gradeLabels[grade]} <span className="text-text-2">{range}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-text-2">{scoreLimits}</p>
    </>
  )
}

function CheckMeanings() {
  return (
    <dl className="grid gap-2">
      {checkNames.map((check) => (
        <div key={check}>
          <dt className="font-semibold">{checkLabels[check]}</dt>
          <dd className="text-text-2">{checkMeanings[check]}</dd>
        </div>
      ))}
    </dl>
  )
}

function StatusMeanings() {
  return (
    <dl className="grid gap-2">
      {Object.entries(statusMeanings).map(([status, meaning]) => (
        <div key={status}>
          <dt className="[&_*]:text-text">
            <StatusMark status={status} />
          </dt>
          <dd className="text-text-2">{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}

export function StatusMeaning({ status }: { status: string }) {
  return (
    <p>
      {Object.hasOwn(statusMeanings, status)
        ? statusMeanings[status as KnownStatus]
        : "CloudCard uses this status, but Loupe doesn't know what it means."}
    </p>
  )
}
