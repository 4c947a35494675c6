import { SlowLine } from './slow-line'

/**
 * The shape of the rows to come, for the first time a list is read.
 *
 * @param canStop false where a line above has a Stop
 */
export function ListSkeleton({ canStop = true }: { canStop?: boolean }) {
  return (
    <>
      <SlowLine canStop={canStop} />
      <div aria-hidden="true" className="min-h-0 flex-1 overflow-hidden bg-surface pt-8">
        {Array.from({ length: 12 }, (_, index) => (
          <div key={index} className="flex h-(--row) items-center gap-3 border-b border-line sm:pl-4">
            <span className="h-full w-(--thumb) shrink-0 bg-well" />
            <span className="grid flex-1 gap-1.5">
              <span className="h-2.5 w-48 max-w-full bg-line" />
              <span className="h-2 w-24 bg-line" />
            </span>
            <span className="mr-12 hidden h-2.5 w-20 bg-line sm:block" />
            <span className="mr-12 hidden h-2.5 w-16 bg-line sm:block" />
          </div>
        ))}
      </div>
    </>
  )
}
