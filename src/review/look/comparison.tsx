import type { Photo } from '../../api/photo'
import { later } from '../../components/later'
import { asDialog } from '../../components/part-failure'
import type { Look } from './use-look'

const CompareView = later(async () => (await import('./compare-view')).CompareView, {
  failed: asDialog('Compare'),
})

/** The comparison while it is open; the code for it comes when it is first wanted. */
export function Comparison({ photo, look }: { photo: Photo; look: Look }) {
  return look.isComparing && <CompareView photo={photo} onClose={look.closeComparison} />
}
