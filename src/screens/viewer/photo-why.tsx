import { useState } from 'react'
import type { Classification } from '../../cloudcard/classification'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { percentText } from '../../fields/kinds/grade'
import { ScoreText } from '../../fields/score-text'
import { useOffice } from '../../fields/use-office'
import { Button } from '../../ui/button'
import { Column, Part } from './part'
import { PhotoScore, ScoreNote } from './photo-score'

/** What the bot says of a photo: the score, which is its verdict, and then what it sees, which is none. */
export function PhotoWhy({
  photo,
  detail,
}: {
  photo: Photo
  /** undefined while it is read */
  detail: PhotoDetail | undefined
}) {
  const { goodPhotoThreshold: good = null, badPhotoThreshold: bad = null } = useOffice() ?? {}
  return (
    <Column aria-label="Score" className="photo-page-why py-3">
      <div className="flex min-h-16 items-center justify-between gap-4">
        <PhotoScore photo={photo} size="page" />
        {good !== null && bad !== null && (
          <p className="text-right text-xs text-text-2">
            Good from {percentText(good, null)}
            <br />
            Bad up to {percentText(bad, null)}
          </p>
        )}
      </div>
      <ScoreNote photo={photo} />
      {detail === undefined ? (
        <p className="text-text-2">Loading the classifications…</p>
      ) : detail.classifications.length > 0 ? (
        <Parts photo={photo} detail={detail} />
      ) : (
        <p className="text-text-2">This photo has no classifications.</p>
      )}
    </Column>
  )
}

function Parts({ photo, detail }: { photo: Photo; detail: PhotoDetail }) {
  const { classifications, recommendation } = detail
  const office = useOffice()
  const of = (kind: Classification['kind']) => classifications.filter((each) => each.kind === kind)
  // The photo's score says the same already, unless it is the lowest of several.
  const verdicts = of('verdict').filter(({ score }) => score !== photo.score)
  return (
    <div className="grid gap-4">
      {recommendation !== null && (
        <p>
          Recommended by the bot: <strong className="font-semibold">{recommendation}</strong>
        </p>
      )}
      {verdicts.map(({ name, score }, index) => (
        <p key={index} className="flex items-center justify-between">
          {name}
          <ScoreText score={score} thresholds={office} />
        </p>
      ))}
      <ClassificationTable kind="label" classifications={of('label')} />
      <ClassificationTable kind="place" classifications={of('place')} />
    </div>
  )
}

/** What is said of the tables: what they are called, what they hold, and what their numbers are. */
const tables = {
  label: { name: 'Classifications', title: 'What the bot sees', words: 'How sure it is, not how good' },
  place: { name: 'Framing', title: 'Where it sees it', words: 'Of 100, from the top or left' },
} as const

/** Thousands of rows would hold up the page for a minute; what an office has is some two dozen. */
const mostRows = 100

/** What the bot says of a photo, in its order, and not judged: what a label's score means for the photo is not known here. */
function ClassificationTable({
  kind,
  classifications,
}: {
  kind: keyof typeof tables
  classifications: readonly Classification[]
}) {
  const { name, title, words } = tables[kind]
  const [shown, setShown] = useState(mostRows)
  const more = classifications.length - shown
  if (classifications.length === 0) return null
  return (
    <Part title={title} words={words}>
      <table className="w-full">
        <caption className="sr-only">{name}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {classifications.slice(0, shown).map((classification, index) => (
            <ClassificationRow key={index} {...classification} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="flex items-center justify-between gap-2 border-t border-line pt-2 text-text-2">
          {more.toLocaleString('en')} more
          <Button onClick={() => setShown(shown + mostRows)}>
            Show {Math.min(more, mostRows).toLocaleString('en')} more
          </Button>
        </p>
      )}
    </Part>
  )
}

function ClassificationRow({ kind, name, score, own, raw }: Classification) {
  const isPlace = kind === 'place'
  const unscored = raw === null ? 'Not scored' : 'Not known'
  return (
    <>
      <tr className="border-t border-line first:border-0">
        <th scope="row" className="py-1.5 pr-2 text-left font-normal wrap-anywhere">
          {name || 'Unnamed label'}
        </th>
        <td className="w-44 py-1.5 text-right whitespace-nowrap">
          <span className="flex items-center justify-end gap-3">
            {!isPlace && score !== null && <SurenessBar score={score} />}
            <span className={`min-w-16 ${score === null ? 'text-text-2' : ''}`}>
              {score === null
                ? unscored
                : isPlace
                  ? `${Math.round(score * 10) / 10} of 100`
                  : percentText(score, null)}
            </span>
          </span>
        </td>
      </tr>
      {(own.length > 0 || raw !== null) && (
        <tr>
          <td colSpan={2} className="pb-1.5 text-xs text-text-2 wrap-anywhere">
            {own.map(({ name, value }) => `${name}: ${value}`).join(' · ')}
            {raw !== null && (
              <details>
                <summary className="min-h-6 w-fit rounded-row">Technical details</summary>
                <code className="block">{raw}</code>
              </details>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** Decorative: the number beside it says the same. Grey, whatever it says. */
function SurenessBar({ score }: { score: number }) {
  return (
    <svg viewBox="0 0 96 12" aria-hidden="true" className="h-3 w-24 shrink-0">
      <rect y="4" width="96" height="4" className="fill-well" />
      <rect y="4" width={96 * Math.min(1, score)} height="4" className="fill-text-2" />
    </svg>
  )
}
