import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import type { Photo, Picture } from '../../cloudcard/photo'
import { photoQuery } from '../../cloudcard/photos-query'
import { absenceWords, DocumentFacts } from '../../fields/document-facts'
import { Fact, Facts, TimeFact } from '../../fields/facts'
import { Absent } from '../../fields/kinds/cells'
import { useIdentifierLabel } from '../../fields/use-office'
import { LargePicture } from '../../picture/large-picture'
import { isUndoAnywhere, isWriting, useAreLettersOn } from '../../session/pressed'
import { useSettings } from '../../session/settings'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { useStateOf } from '../../ui/use-state-of'
import { LookTools } from './look-tools'
import type { Viewer } from './use-viewer'
import { ZoomStage } from './zoom-stage'
import './compare-view.css'

/**
 * The photo beside a document, its original, or the photo that was approved before; zoomed and moved as one, and decided as
 * it is elsewhere. It stays open from photo to photo, so that documents are checked with a few keys a photo.
 */
export function CompareView({
  viewer,
  photo,
  parts,
}: {
  viewer: Viewer
  photo: Photo
  parts: Record<
    'picture' | 'repair' | 'form' | 'guides' | 'decide' | 'tray' | 'previous' | 'next' | 'heard',
    ReactNode
  >
}) {
  const { name, look, deciding, onKeyDown } = viewer
  const { others, place, isCovered, comparisonHeading: heading } = look
  const areLettersOn = useAreLettersOn()
  const isAskedOnce = useSettings().documents === 'session'
  const other = others[place]
  const [shape, setShape] = useStateOf<number | undefined>(other?.picture, undefined)
  const show = useRef<HTMLButtonElement>(null)

  // The keys work from here on, and Enter does what comes first.
  useEffect(() => {
    const first = isCovered ? show : heading
    first.current?.focus({ preventScroll: true })
  }, [heading, isCovered])

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
          <div role="group" aria-label="Compare with" className="compare-others -m-1 min-w-0 p-1">
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
            <LookTools context={viewer.context} className="flex-wrap gap-x-3" />
            {parts.previous}
            {parts.next}
          </div>
        </div>
        <div className="compare-pictures">
          <div style={shareOf(photo.picture)}>{parts.picture}</div>
          <div style={shareOf(other?.picture, shape)}>
            {!other ? (
              <p className="grid h-full place-items-center text-center text-text-2">
                There is no original, document, or earlier photo to compare with.
              </p>
            ) : isCovered ? (
              <div className="grid h-full place-content-center justify-items-center gap-3 text-center">
                <Icon name="document" className="size-6 text-text-2" />
                <Button ref={show} onClick={look.uncover}>
                  Show documents
                </Button>
                <p className="max-w-60 text-xs text-text-2">
                  {isAskedOnce
                    ? 'They are shown until you lock or sign out.'
                    : 'The next photo has them covered again. Settings can keep them shown until you lock or sign out.'}
                </p>
              </div>
            ) : (
              <ZoomStage key={`${photo.id} ${place}`} of="other" look={look} photoId={photo.id}>
                <LargePicture picture={other.picture} alt={other.name} onShape={setShape} />
              </ZoomStage>
            )}
          </div>
        </div>
        <div className="compare-words">
          <h3
            ref={heading}
            tabIndex={-1}
            className="px-4 pt-3 pb-1 font-semibold outline-offset-[-2px] wrap-anywhere"
          >
            {name}
          </h3>
          {parts.form || parts.repair || (
            <div className="grid gap-3 px-4 pt-2 pb-3">
              {parts.guides}
              {other?.document && !isCovered && (
                <Whose key={photo.id} photo={photo} isPainted={viewer.looked !== null} />
              )}
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
        <div className="compare-foot">
          {parts.decide}
          {parts.tray}
          {parts.heard}
        </div>
      </div>
    </Dialog>
  )
}

/** As much of the window for the one picture as for the other, whatever their shapes. */
function shareOf(picture: Picture | undefined, is?: number): CSSProperties {
  const shape = is ?? (picture?.width ?? 300) / (picture?.height ?? 400)
  return { '--across': Math.sqrt(shape), '--down': 1 / Math.sqrt(shape) } as CSSProperties
}

/** Whose document it should be; the name is read for it, once the photo has come. */
function Whose({ photo, isPainted }: { photo: Photo; isPainted: boolean }) {
  const { data, isPending } = useQuery({ ...photoQuery(photo.id), enabled: isPainted })
  return (
    <Facts>
      <Fact name="Cardholder">
        {data?.cardholderName ? (
          <bdi className="font-semibold">{data.cardholderName}</bdi>
        ) : (
          <Absent words={isPending ? 'Loading…' : 'No name'} />
        )}
      </Fact>
      <Fact name={useIdentifierLabel()}>{photo.cardholder.identifier || <Absent words="None" />}</Fact>
    </Facts>
  )
}
