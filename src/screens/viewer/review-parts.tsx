import type { Organization } from '../../cloudcard/organization'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { cardholderOf } from '../../desk/decision-words'
import { DenyForm } from '../../desk/deny-form'
import { ReviewPicture } from '../../desk/look/review-picture'
import { HeardWords, StatusWords } from '../../ui/status-words'
import type { Review } from '../../desk/use-review'
import type { Neighbours } from '../../photos/use-neighbours'
import { StepButton } from './step-button'

/**
 * What reviewing needs around the open photo, once: beside the list, on the photo page, or in the comparison while that is
 * open. Null where the photo is not known.
 */
export function reviewParts(
  photo: Photo | null,
  alt: string,
  { deciding, look, onLook }: Review,
  neighbours: Neighbours,
  { organization, detail }: { organization: Organization | null; detail: PhotoDetail | undefined },
) {
  const other = deciding.warning || neighbours.notice
  return {
    picture: photo && <ReviewPicture photo={photo} alt={alt} look={look} onLook={onLook} />,
    form: photo && deciding.isDenying && (
      <DenyForm
        key={photo.id}
        draftKey={photo.id}
        longestId={photo.id}
        whom={cardholderOf(photo)}
        organization={organization}
        classifications={detail?.classifications ?? []}
        onDeny={deciding.deny}
        onCancel={deciding.closeDenial}
      />
    ),
    words: <StatusWords other={other} />,
    /** @param place what is shown, where that is not heard elsewhere */
    heard: (place = '') => <HeardWords other={other} place={place} />,
    previous: <StepButton direction="previous" step={neighbours.previous} />,
    next: <StepButton direction="next" step={neighbours.next} />,
  }
}
