import { useDecisionsOpen } from '../../desk/decided'
import { Tray } from './later-parts'

/** The decisions that are not over, where no photo is open. */
export function ListTray() {
  const isEmpty = useDecisionsOpen(({ open, together }) => together === null && open.size === 0)
  return (
    <div className="order-first min-w-0 basis-full max-sm:empty:hidden sm:order-none sm:flex-1 sm:basis-0">
      {!isEmpty && <Tray className="mx-auto max-w-md" />}
    </div>
  )
}
