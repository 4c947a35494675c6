import { memo } from 'react'
import { Link } from 'react-router-dom'
import type { Organization } from '../../cloudcard/organization'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { Icon } from '../../ui/icon'
import { ExplainScore } from '../../fields/explanations'
import { ScoreText } from '../../fields/score-text'
import { PhotoFacts } from './photo-facts'

type KnownPhoto = {
  photo: Photo
  detail: PhotoDetail | undefined
  organization: Organization | null
  pagePath: string
}

/** What is known of the photo beside the list, for deciding; the photo page has all of it. */
export const PaneFacts = memo(function PaneFacts({ facts }: { facts: KnownPhoto | null }) {
  if (!facts) return null
  const { photo, detail, organization, pagePath } = facts
  return (
    <>
      <div className="flex min-h-11 items-center justify-between gap-2 px-4 pt-2">
        <span className="flex min-w-0 items-center gap-1">
          <ScoreText score={photo.score} thresholds={organization} size="pane" />
          <ExplainScore thresholds={organization} />
        </span>
        <Link to={pagePath} className="flex min-h-8 items-center gap-1 rounded-row text-accent">
          Open photo page
          <Icon name="next" className="size-3.5" />
        </Link>
      </div>
      <div className="px-4 pb-4">
        <PhotoFacts photo={photo} detail={detail} />
      </div>
    </>
  )
})
