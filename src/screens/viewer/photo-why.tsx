import type { Classification } from '../../cloudcard/classification'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { percentText } from '../../fields/kinds/grade'
import { ScoreText } from '../../fields/score-text'
import { useOffice } from '../../fields/use-office'
import { ClassificationTable } from './classification-table'
import { Column } from './part'
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
    <Column name="Score" className="photo-page-why py-3">
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

function Parts({
  photo,
  detail: { classifications, recommendation },
}: {
  photo: Photo
  detail: PhotoDetail
}) {
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
      <ClassificationTable
        name="Classifications"
        title="What the bot sees"
        words="How sure it is, not how good"
        classifications={of('label')}
      />
      <ClassificationTable
        name="Framing"
        title="Where it sees it"
        words="Of 100, from the top or left"
        classifications={of('place')}
      />
    </div>
  )
}
