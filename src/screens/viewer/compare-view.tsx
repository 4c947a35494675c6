import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { showDocuments, useAreDocumentsShown } from '../../desk/look/documents-shown'
import type { Other } from '../../desk/look/others'
import { absenceWords, DocumentFacts } from '../../fields/document-facts'
import { Facts, TimeFact } from '../../fields/facts'
import { LargePicture } from '../../picture/large-picture'
import { isUndoAnywhere, isWriting, useAreLettersOn } from '../../session/pressed'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { ZoomButtons } from './look-tools'
import type { Viewer } from './use-viewer'
import { ZoomStage } from './zoom-stage'
import './compare-view.css'

/**
 * The photo beside a document, its original, or the photo that was approved before; zoomed and moved as one, and decided as
 * it is elsewhere. It stays open from photo to photo.
 *
 * @param parts what stands around the open photo, and here as long as it is compared
 */
export function CompareView({
  viewer: { name, look, deciding, onKeyDown },
  photo,
  parts,
}: {
  viewer: Viewer
  photo: Photo
  parts: Record<'picture' | 'repair' | 'form' | 'decide' | 'tray' | 'previous' | 'next' | 'heard', ReactNode>
}) {
  const { others, place, comparisonHeading: heading } = look
  const areLettersOn = useAreLettersOn()
  const areShown = useAreDocumentsShown()
  const other = others[place]
  const isCovered = other?.document != null && !areShown
  const show = useRef<HTMLButtonElement>(null)

  // The keys work from here on, and Enter does what comes first.
  useEffect(() => {
    const first = isCovered ? show : heading
    first.current?.focus({ preventScroll: true })
  }, [heading, isCovered])
  // What had the focus may have gone with the last photo, or with the form.
  useEffect(() => {
    if (!document.activeElement?.closest('dialog')) heading.current?.focus({ preventScroll: true })
  })

  function onKey(event: KeyboardEvent) {
    const { nativeEvent } = event
    if (event.defaultPrevented) return
    if (!isUndoAnywhere(nativeEvent) || isWriting(nativeEvent) || event.repeat) return onKeyDown(event)
    deciding.undo()
    event.preventDefault()
  }

  return (
    <Dialog title="Compare" size="whole" hasOwnNotices onClose={look.closeComparison} onKeyDown={onKey}>
      <div className="compare">
        <div className="compare-tools flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
          <div role="group" aria-label="Compare with" className="flex flex-wrap gap-2">
            {others.map(({ name }, index) => {
              const key = areLettersOn && index < 9 ? String(index + 1) : undefined
              return (
                <Button
                  key={index}
                  aria-pressed={index === place}
                  aria-keyshortcuts={key}
                  className="aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-accent"
                  onClick={() => look.choose(index)}
                >
                  {name}
                  <span aria-hidden="true" className="text-text-3">
                    {key}
                  </span>
                </Button>
              )
            })}
          </div>
          <div className="ml-auto flex items-center gap-1">
            <ZoomButtons look={look} />
            {parts.previous}
            {parts.next}
          </div>
        </div>
        <div className="compare-pictures">
          <div>{parts.picture}</div>
          <div>
            {!other ? (
              <p className="grid h-full place-items-center text-center text-text-2">
                There is no original, document, or earlier photo to compare with.
              </p>
            ) : isCovered ? (
              <div className="grid h-full place-content-center justify-items-center gap-3 text-center">
                <Icon name="document" className="size-6 text-text-2" />
                <Button ref={show} onClick={showDocuments}>
                  Show documents
                </Button>
                <p className="max-w-60 text-xs text-text-2">They are shown until you lock or sign out.</p>
              </div>
            ) : (
              <ZoomStage key={`${photo.id} ${place}`} look={look} photoId={photo.id}>
                <LargePicture picture={other.picture} alt={other.name} />
              </ZoomStage>
            )}
          </div>
        </div>
        <div className="compare-words">
          <h3 ref={heading} tabIndex={-1} className="px-4 pt-3 font-semibold wrap-anywhere">
            {name}
          </h3>
          {parts.form || parts.repair || (
            <div className="px-4 py-3">
              {other && <OtherFacts other={other} />}
              {photo.documents.length === 0 && <p className="text-text-2">{absenceWords(photo)}</p>}
            </div>
          )}
        </div>
        <div className="compare-foot">
          {parts.decide}
          {parts.tray}
          {parts.heard}
        </div>
      </div>
    </Dialog>
  )
}

function OtherFacts({ other: { document, dateCreated } }: { other: Other }) {
  if (document) return <DocumentFacts document={document} />
  return (
    <Facts>
      <TimeFact name="Sent" time={dateCreated} />
    </Facts>
  )
}
