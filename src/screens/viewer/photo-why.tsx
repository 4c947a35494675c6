import type { ReactNode } from 'react'
import type { Classification } from '../../cloudcard/classification'
import type { Organization } from '../../cloudcard/organization'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { ExplainScore } from '../../fields/explanations'
import { ScoreText } from '../../fields/score-text'
import { ClassificationTable } from './classification-table'

/** What the bot says of a photo: the score, which is its verdict, and then what it sees, which is none. */
export function PhotoWhy({
  photo,
  detail,
  organization,
}: {
  photo: Photo
  /** undefined while it is read */
  detail: PhotoDetail | undefined
  organization: Organization | null
}) {
  const percent = (threshold: number) => `${Math.round(threshold * 100)}%`
  return (
    <section
      aria-label="Score"
      // Focusable, so that what does not fit can be scrolled to with the keyboard alone.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="photo-page-why px-4 py-3 outline-offset-[-2px]"
    >
      <div className="flex min-h-16 items-center justify-between gap-4">
        <span className="flex min-w-0 items-center gap-1">
          <ScoreText score={photo.score} thresholds={organization} size="page" />
          <ExplainScore thresholds={organization} />
        </span>
        {organization?.goodPhotoThreshold != null && organization.badPhotoThreshold != null && (
          <p className="text-right text-xs text-text-2">
            Good from {percent(organization.goodPhotoThreshold)}
            <br />
            Bad up to {percent(organization.badPhotoThreshold)}
          </p>
        )}
      </div>
      {detail === undefined ? (
        <p className="text-text-2">Loading the classifications…</p>
      ) : detail.classifications.length > 0 ? (
        <Parts photo={photo} detail={detail} organization={organization} />
      ) : (
        <p className="text-text-2">This photo has no classifications.</p>
      )}
    </section>
  )
}

function Parts({
  photo,
  detail: { classifications, recommendation },
  organization,
}: {
  photo: Photo
  detail: PhotoDetail
  organization: Organization | null
}) {
  const of = (kind: Classification['kind']) => classifications.filter((each) => each.kind === kind)
  // The photo's score says the same already, unless it is the lowest of several.
  const verdicts = of('verdict').filter(({ score }) => score !== photo.score)
  const [labels, places] = [of('label'), of('place')]
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
          <ScoreText score={score} thresholds={organization} />
        </p>
      ))}
      {labels.length > 0 && (
        <Part title="What the bot sees" words="How sure it is, not how good">
          <ClassificationTable name="Classifications" classifications={labels} />
        </Part>
      )}
      {places.length > 0 && (
        <Part title="Where it sees it" words="Of 100, from the top or left">
          <ClassificationTable name="Framing" classifications={places} />
        </Part>
      )}
    </div>
  )
}

function Part({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-2">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-xs text-text-2">{words}</p>
      </div>
      {children}
    </div>
  )
}
