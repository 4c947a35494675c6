import { useRef, type CSSProperties, type ReactNode } from 'react'
import type { Picture } from '../cloudcard/photo'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { useStateOf } from '../ui/use-state-of'
import { usePicture } from './use-picture'
import { useArrival } from './use-arrival'
import { useLookAt, type Looked } from './use-look-at'
import './picture.css'

/** The photo as large as its well allows, in the shape that the row promised; a box of the same shape when it is dead. */
export function LargePicture({
  picture,
  alt,
  look = '',
  onLook = () => {},
  onShape,
  children,
}: {
  picture: Picture
  alt: string
  /** Of another one all begins anew, though the picture be the same. */
  look?: string | undefined
  /** What nobody has to have looked at, such as a document, is looked into all the same. */
  onLook?: ((looked: Looked) => void) | undefined
  /** Told its width for its height, once that is known from the picture itself. */
  onShape?: (shape: number) => void
  /** Lies over it, as large as it is. */
  children?: ReactNode
}) {
  const { src, attempt, problem, onError, retry } = usePicture(picture)
  const image = useRef<HTMLImageElement>(null)
  const isSlow = useArrival(image, src, attempt)
  useLookAt(image, `${src} ${attempt} ${look}`, onLook)
  const width = picture.width ?? 300
  const height = picture.height ?? 400
  // CloudCard may not know the size, or have measured a picture before it was turned upright.
  const [ratio, setRatio] = useStateOf(src, width / height)
  const shape = { aspectRatio: ratio, '--shape': ratio } as CSSProperties
  if (problem) {
    return (
      <div style={shape} className="large-picture grid place-items-center bg-surface p-4 text-center">
        <div className="grid justify-items-center gap-2">
          <Icon name="picture" className="size-6 text-text-2" />
          <p className="font-semibold wrap-anywhere">{problem.short}</p>
          <p className="text-xs text-text-2 wrap-anywhere">{problem.long}</p>
          {retry && <Button onClick={retry}>Retry</Button>}
        </div>
      </div>
    )
  }
  return (
    <>
      {isSlow && <p className="z-1 col-start-1 row-start-1 text-text-2">Loading the picture…</p>}
      {/* decoding="sync": the pictures ahead are decoded already, so that the next photo is painted in one frame. */}
      <img
        key={`${src} ${attempt}`}
        ref={image}
        src={src ?? undefined}
        alt={alt}
        width={width}
        height={height}
        decoding="sync"
        referrerPolicy="no-referrer"
        onError={onError}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          if (naturalWidth === 0 || naturalHeight === 0) return
          setRatio(naturalWidth / naturalHeight)
          onShape?.(naturalWidth / naturalHeight)
        }}
        style={shape}
        className="large-picture photo-ground col-start-1 row-start-1"
      />
      {children && (
        <div style={shape} className="large-picture over-picture col-start-1 row-start-1">
          {children}
        </div>
      )}
    </>
  )
}
