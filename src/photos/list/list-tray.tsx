import { lazy, Suspense } from 'react'
import { useStore } from '../../components/store'
import { bulkDecision, heldDecisions } from '../../review/decided'

const Tray = lazy(async () => ({ default: (await import('../../review/tray')).Tray }))

/** The decisions that are not over, where no photo is open; the code for it has come with the first photo that was. */
export function ListTray() {
  const isAny = useStore(heldDecisions).length > 0
  const isEmpty = useStore(bulkDecision) === null && !isAny
  return (
    <div className="order-first min-w-0 basis-full max-sm:empty:hidden sm:order-none sm:flex-1 sm:basis-0">
      {!isEmpty && (
        <Suspense>
          <Tray className="mx-auto max-w-md" />
        </Suspense>
      )}
    </div>
  )
}
