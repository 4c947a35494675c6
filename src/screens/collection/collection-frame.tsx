import type { ReactNode, RefObject } from 'react'
import { FastScrollContext } from '../../picture/fast-scroll'
import { CollectionContext } from './collection-context'
import type { Collection } from './use-collection'

/** What scrolls. While a page is read, the pictures of the one before it are faint. */
export function CollectionFrame({
  scroller,
  collection: { shared, isFast },
  isBusy,
  className,
  children,
}: {
  scroller: RefObject<HTMLDivElement | null>
  collection: Collection
  isBusy: boolean
  className: string
  children: ReactNode
}) {
  return (
    <div
      ref={scroller}
      className={`overflow-y-auto bg-surface print:overflow-visible [&_img]:transition-opacity [&_img]:delay-150 [&_img]:duration-appear ${isBusy ? '[&_img]:opacity-50' : ''} ${className}`}
    >
      <FastScrollContext value={isFast}>
        <CollectionContext value={shared}>{children}</CollectionContext>
      </FastScrollContext>
    </div>
  )
}
