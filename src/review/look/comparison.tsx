import { lazy, Suspense } from 'react'
import type { Photo } from '../../api/photo'
import type { Look } from './use-look'

const CompareView = lazy(async () => ({ default: (await import('./compare-view')).CompareView }))

/** The comparison while it is open; the code for it comes when it is first wanted. */
export function Comparison({ photo, look }: { photo: Photo; look: Look }) {
  return (
    <Suspense>{look.isComparing && <CompareView photo={photo} onClose={look.closeComparison} />}</Suspense>
  )
}
