import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { absenceWords, DocumentFacts } from '../../fields/document-facts'
import { Facts, TimeFact } from '../../fields/facts'
import { LargePicture } from '../../picture/large-picture'
import { isUndoAnywhere, isWriting, useAreLettersOn } from '../../session/pressed'
import type { Deciding } from '../use-decide'
import { showDocuments, useAreDocumentsShown } from './documents-shown'
import type { Look } from './use-look'
import { toolClass } from './look-tools'
import { ZoomButtons } from './zoom-buttons'
import { ZoomStage } from './zoom-stage'
import './compare-view.css'

export type CompareProps = {
  photo: Photo
  title: string
  look: Look
  deciding: Deciding
  /** The keys of the open photo. */
  onKeyDown: (event: KeyboardEvent) => void
  /** What stands around the open photo, which stands here instead as long as it is compared. */
  picture: ReactNode
  steps: ReactNode
  form: ReactNode
  foot: ReactNode
  onClose: () => void
}

/**
 * The photo beside a document, its original, or the photo that was approved before; zoomed and moved as one, and decided as
 * it is elsewhere. It stays open from photo to photo.
 */
export function CompareView({
  photo,
  title,
  look,
  deciding,
  onKeyDown,
  picture,
  steps,
  form,
  foot,
  onClose,
}: CompareProps) {
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
    if (isUndoAnywhere(nativeEvent) && !isWriting(nativeEvent) && !event.repeat) deciding.undo()
    else return onKeyDown(event)
    event.preventDefault()
  }

  return (
    <Dialog title="Compare" size="whole" hasOwnNotices onClose={onClose} onKeyDown={onKey}>
      <div className="compare">
        <div className="compare-tools flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
          <div role="group" aria-label="Compare with" className="flex flex-wrap gap-2">
            {others.map(({ name }, index) => (
              <Button
                key={index}
                aria-pressed={index === place}
                aria-keyshortcuts={areLettersOn && index < 9 ? String(index + 1) : undefined}
                className={pressedClass}
                onClick={() => look.choose(index)}
              >
                {name}
                {areLettersOn && index < 9 && (
                  <span aria-hidden="true" className="text-text-3">
                    {index + 1}
                  </span>
                )}
              </Button>
            ))}
          </div>
          <div className="ml-auto flex items-center gap-1">
            <ZoomButtons look={look} className={toolClass} />
            {steps}
          </div>
        </div>
        <div className="compare-pictures">
          <div>{picture}</div>
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
              <ZoomStage key={`${photo.id} ${place}`} zoom={look.zoom} photoId={photo.id}>
                <LargePicture picture={other.picture} alt={other.name} />
              </ZoomStage>
            )}
          </div>
        </div>
        <div className="compare-words">
          <h3 ref={heading} tabIndex={-1} className="px-4 pt-3 font-semibold wrap-anywhere">
            {title}
          </h3>
          {form || (
            <div className="px-4 py-3">
              {other?.document && <DocumentFacts document={other.document} />}
              {other && !other.document && (
                <Facts>
                  <TimeFact name="Sent" time={other.dateCreated} />
                </Facts>
              )}
              {photo.documents.length === 0 && <p className="text-text-2">{absenceWords(photo)}</p>}
            </div>
          )}
        </div>
        <div className="compare-foot">{foot}</div>
      </div>
    </Dialog>
  )
}

const pressedClass = 'aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-accent'
