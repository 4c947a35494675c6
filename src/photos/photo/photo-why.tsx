import type { Organization } from '../../api/organization'
import type { Photo } from '../../api/photo'
import type { PhotoDetail } from '../../api/photo-detail'
import { ScoreText } from '../../photo/score-text'
import type { Classification } from '../../api/classification'
import { gradeOf } from '../../photo/score'
import { ClassificationTable } from './classification-table'

/** What the machine thinks of a photo, and why: the score, and the classifications behind it. */
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
        <ScoreText score={photo.score} thresholds={organization} size="page" />
        {organization?.goodPhotoThreshold != null && organization.badPhotoThreshold != null && (
          <p className="text-right text-xs text-text-2">
            Good from {percent(organization.goodPhotoThreshold)}
            <br />
            Bad up to {percent(organization.badPhotoThreshold)}
          </p>
        )}
      </div>
      {detail === undefined ? (
        <p className="text-text-2">Reading the classifications…</p>
      ) : detail.classifications.length > 0 ? (
        <>
          <p className="mb-2">{whyWords(detail.classifications, organization)}</p>
          <ClassificationTable classifications={detail.classifications} thresholds={organization} />
        </>
      ) : (
        <p className="text-text-2">This photo was not classified.</p>
      )}
    </section>
  )
}

/** "Failed: No sunglasses. Doubtful: Even lighting, Plain background." What has failed comes first. */
function whyWords(classifications: readonly Classification[], organization: Organization | null): string {
  const names = (grade: 'bad' | 'fair') =>
    classifications
      .filter(({ fraction, name }) => name !== '' && gradeOf(fraction, organization) === grade)
      .map(({ name }) => name)
  const [failed, doubtful] = [names('bad'), names('fair')]
  if (organization?.goodPhotoThreshold == null) return ''
  if (failed.length + doubtful.length === 0) return 'Nothing has failed.'
  return [
    failed.length > 0 ? `Failed: ${failed.join(', ')}.` : '',
    doubtful.length > 0 ? `Doubtful: ${doubtful.join(', ')}.` : '',
  ].join(' ')
}
