import { useRef, useState, type KeyboardEvent } from 'react'
import type { Photo, Picture, SupportingDocument } from '../../api/photo'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Icon } from '../../components/icon'
import { useStore } from '../../components/store'
import { absenceWords, DocumentFacts } from '../../photo/document-facts'
import { Facts } from '../../photo/facts'
import { LargePicture } from '../../photo/picture/large-picture'
import { TimeFact } from '../../photo/time-fact'
import { isKey } from '../../session/keys'
import { useAreLettersOn } from '../../session/pressed'
import { createLinkedZoom } from './linked-zoom'
import { panByKey } from './pan-by-key'
import { ZoomStage } from './zoom-stage'

type Other = {
  name: string
  picture: Picture
  dateCreated: number | null
  document: SupportingDocument | null
}

/** All that the photo can be compared with, in the order in which it is asked for most. */
function othersOf({ original, documents, previouslyApproved }: Photo): Other[] {
  return [
    ...(original ? [{ name: 'Original', ...original, document: null }] : []),
    ...documents.map((document) => ({
      name: document.name || 'Unnamed document',
      picture: document.picture,
      dateCreated: document.dateCreated,
      document,
    })),
    ...(previouslyApproved ? [{ name: 'Approved before', ...previouslyApproved, document: null }] : []),
  ]
}

/** The photo beside its original, a document, or the photo that was approved before; zoomed and moved as one. */
export function CompareView({ photo, onClose }: { photo: Photo; onClose: () => void }) {
  const others = othersOf(photo)
  const [place, setPlace] = useState(0)
  const [zoom] = useState(createLinkedZoom)
  const level = useStore(zoom.level)
  const areLettersOn = useAreLettersOn()
  // An ID card is nobody's business until somebody needs it.
  const [uncovered, setUncovered] = useState<ReadonlySet<number>>(new Set())
  const other = others[place]
  const chosen = useRef<HTMLDivElement>(null)

  function uncover() {
    // The button that is pressed goes away.
    chosen.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
    setUncovered(new Set([...uncovered, place]))
  }

  const isCovered = other?.document != null && !uncovered.has(place)

  function onKeyDown(event: KeyboardEvent) {
    const { nativeEvent } = event
    if (isKey('compare', nativeEvent, areLettersOn)) onClose()
    else if (isKey('zoom', nativeEvent, areLettersOn)) zoom.cycle()
    else if (isKey('zoomIn', nativeEvent, areLettersOn)) zoom.zoomBy(1)
    else if (isKey('zoomOut', nativeEvent, areLettersOn)) zoom.zoomBy(-1)
    else if (level === 'fit' || !panByKey(zoom, nativeEvent)) return
    event.preventDefault()
  }

  return (
    <Dialog title="Compare" size="whole" onClose={onClose} onKeyDown={onKeyDown}>
      <div className="flex min-h-0 flex-1 flex-col">
        <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
          <div ref={chosen} role="group" aria-label="Compare with" className="flex flex-wrap gap-2">
            {others.map(({ name }, index) => (
              <Button
                key={index}
                aria-pressed={index === place}
                className={pressedClass}
                onClick={() => setPlace(index)}
              >
                {name}
              </Button>
            ))}
          </div>
          <div role="group" aria-label="Zoom" className="ml-auto flex gap-2">
            <Button className={pressedClass} onClick={() => zoom.show('fit')} aria-pressed={level === 'fit'}>
              Fit
            </Button>
            <Button className={pressedClass} onClick={() => zoom.show(2)} aria-pressed={level === 2}>
              2×
            </Button>
            <Button className={pressedClass} onClick={() => zoom.show(4)} aria-pressed={level === 4}>
              4×
            </Button>
          </div>
        </div>
        <div className="grid min-h-0 flex-1 gap-px bg-line max-sm:grid-rows-2 sm:grid-cols-2">
          <div className="min-h-0 bg-well p-3">
            <ZoomStage zoom={zoom} photoId={photo.id}>
              <LargePicture picture={photo.picture} alt={`Photo ${photo.id}`} />
            </ZoomStage>
          </div>
          <div className="min-h-0 bg-well p-3">
            {!other ? (
              <p className="grid h-full place-items-center text-center text-text-2">
                There is no original, document, or earlier photo to compare with.
              </p>
            ) : isCovered ? (
              <div className="grid h-full place-content-center justify-items-center gap-3 text-center">
                <Icon name="document" className="size-6 text-text-2" />
                <Button onClick={uncover}>Show {other.name}</Button>
              </div>
            ) : (
              <ZoomStage key={place} zoom={zoom} photoId={photo.id}>
                <LargePicture picture={other.picture} alt={other.name} />
              </ZoomStage>
            )}
          </div>
        </div>
        <div className="max-h-[30%] shrink-0 overflow-y-auto border-t border-line px-4 py-2">
          {other?.document && <DocumentFacts document={other.document} />}
          {other && !other.document && (
            <Facts>
              <TimeFact name="Sent" time={other.dateCreated} />
            </Facts>
          )}
          {photo.documents.length === 0 && <p className="text-text-2">{absenceWords(photo)}</p>}
        </div>
      </div>
    </Dialog>
  )
}

const pressedClass = 'aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-accent'
