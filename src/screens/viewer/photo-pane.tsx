import { memo, useDeferredValue } from 'react'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { KeysFrame } from '../../desk/keys-frame'
import { photoAddress } from '../../photos/photo-search'
import { setSearch, useListSearch, useOpenPhotoId } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import { Message } from '../../ui/message'
import { LookTools } from './look-tools'
import { PhotoFacts } from './photo-facts'
import { PhotoScore, ScoreNote } from './photo-score'
import { closePane, endQueue } from './use-pane'
import { useViewer } from './use-viewer'
import { viewerParts } from './viewer-parts'
import './photo-pane.css'

/** One photo beside the list, drawn from its row without a request. It alone follows the address from photo to photo. */
export function PhotoPane({ list }: { list: PhotoList }) {
  const id = useOpenPhotoId()
  const viewer = useViewer({
    id,
    list,
    isWhole: false,
    onGo: (target) => setSearch(target, { replace: true }),
    onEnd: endQueue,
    onClose: closePane,
  })
  const { photo, name, heading, detail, look, position, neighbours } = viewer
  // The photo comes first: with its facts it takes 15 to 19 ms and not 13 to 15. Until they are drawn, those of the photo
  // before are not seen.
  const drawn = { photo: useDeferredValue(photo, null), detail: useDeferredValue(detail) }
  const isOther = drawn.photo?.id !== photo?.id
  // "Photo 3 of 412: Photo of …"; where it has no place, its own words alone.
  const words = neighbours.position === 'decided' ? position : position && `Photo ${position}`
  const spoken = photo ? [words, name].filter(Boolean).join(': ') : 'Loading the photo…'
  const parts = viewerParts(viewer, { spoken })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      // A click on what takes no focus leaves it here; Safari gives none to buttons.
      tabIndex={-1}
      onKeyDown={viewer.onKeyDown}
      aria-label="Photo details"
      aria-busy={photo === null && viewer.isReading}
      className="pane beside-list appear bg-surface outline-none print:hidden!"
    >
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {name}
      </h2>
      <KeysFrame />
      <div className="pane-well relative flex flex-col bg-well pt-3 pb-1">
        <span className="absolute top-3 left-2 z-1 text-xs text-text-2">{position}</span>
        <div className="absolute top-2 right-2 z-1">
          <Button look="icon" icon="close" aria-label="Close" onClick={closePane} className="h-11 w-11" />
        </div>
        <div className="mx-14 min-h-0 flex-1">{parts.picture}</div>
        <LookTools context={viewer.context} className="mt-1 flex-wrap justify-center gap-x-3" />
        <div className="absolute top-1/2 left-1 z-1 -translate-y-1/2">{parts.previous}</div>
        <div className="absolute top-1/2 right-1 z-1 -translate-y-1/2">{parts.next}</div>
      </div>
      {parts.heard}
      <div className={`pane-facts overflow-y-auto ${photo ? '' : 'flex'}`}>
        {photo
          ? parts.form || (
              <>
                {parts.repair}
                {parts.guides && <div className="px-4 pt-2">{parts.guides}</div>}
                <div className={isOther ? 'opacity-0' : undefined}>
                  <PaneFacts {...drawn} hasName={look.areGuidesOn} />
                  <div className="px-4 pb-4">{parts.person}</div>
                </div>
              </>
            )
          : parts.problem ||
            (viewer.isGone ? (
              <Message title="Photo not found">It may have been replaced or removed.</Message>
            ) : (
              <p className="p-4 text-text-2">Loading the photo…</p>
            ))}
      </div>
      {photo && parts.decide}
      {parts.comparison}
      {parts.tray}
    </section>
  )
}

/** What is known of the photo, for deciding; the photo page has all of it. */
const PaneFacts = memo(function PaneFacts({
  photo,
  detail,
  hasName,
}: {
  photo: Photo | null
  detail: PhotoDetail | undefined
  hasName: boolean
}) {
  const search = useListSearch()
  if (!photo) return null
  return (
    <>
      <div className="flex min-h-11 items-center justify-between gap-2 px-4 pt-2">
        <PhotoScore photo={photo} size="pane" />
        <Link
          to={photoAddress(photo.id, search)}
          className="flex min-h-8 shrink-0 items-center gap-1 rounded-row text-accent"
        >
          Open photo page
          <Icon name="next" className="size-3.5" />
        </Link>
      </div>
      <div className="grid gap-2 px-4 pb-2">
        <ScoreNote photo={photo} />
        <PhotoFacts photo={photo} detail={detail} hasName={hasName} />
      </div>
    </>
  )
})
