import { checkLabels, checkNames, type CheckName } from './checks'
import type { Topic } from './explanations'
import { gradeLabels, percentText, type Grade } from './kinds/grade'
import { ScoreShape } from './score-text'
import type { KnownStatus } from './status'
import { StatusMark } from './status'
import { useOffice } from './use-office'

/** What each word on the screen means, for whoever meets it for the first time. Sentences, each of which stands by itself. */
const checkMeanings: Record<CheckName, string> = {
  ratio: "The width and height of the photo don't match what your office asks for.",
  edited: 'Someone changed the photo by hand after it was uploaded.',
  background: 'The background was replaced with a plain one.',
  automatic: 'The bot approved or denied this photo, not a person.',
  bot: "The bot isn't finished. The photo and its score may still change.",
  approved: 'This person already has an approved photo.',
}

const scoreMeaning = "How sure CloudCard's bot is that this photo fits your office's rules."
const scoreLimits = 'Your office sets these limits in CloudCard. The bot advises; you decide.'

/** By the word that CloudCard uses; in the order of the tabs. */
const statusMeanings: Readonly<Record<KnownStatus, string>> = {
  PENDING: 'Waiting for someone in your office to approve or deny it.',
  APPROVED: 'Accepted. The cardholder got an e-mail. Waiting to be downloaded.',
  DENIED: 'Not accepted. The cardholder got an e-mail with the reasons. You can still approve it.',
  ON_HOLD: 'Set aside by someone in your office, with a reason. Release puts it back to Pending.',
  FAILED: "Your card system didn't take it. Correct the data, then send it again.",
  READY_FOR_DOWNLOAD: 'Your office asked for the download. Waiting for the program that fetches photos.',
  DOWNLOADED: 'In your card system. The supporting documents have been deleted.',
  DONE: 'Your office has finished with it.',
  ENROUTE: 'On its way to another system, and not confirmed yet.',
  DISCARDED: 'Replaced by an edited version, or thrown away. Nothing to do.',
}

const repairMeaning =
  "CloudCard turns the photo upright, crops it, or cleans its background as it sees fit, and makes a new photo with a new number of it. The old picture is discarded: CloudCard has no way back to it. Until that is done, the photo can't be decided."

export const unreadableMeaning =
  "CloudCard sent the photo in a form that Loupe can't read. It keeps its place in the list so that no photo goes missing, but it can't be searched, filtered, or decided here. Look it up in CloudCard."

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
