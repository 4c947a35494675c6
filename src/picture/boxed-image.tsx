import { useRef, type ReactNode } from 'react'
import type { Picture } from '../cloudcard/photo'
import { useArrival } from './use-arrival'
import { useIsPutOff } from './use-is-put-off'
import { useLookAt, type Looked } from './use-look-at'
import type { usePicture } from './use-picture'
import './picture.css'

/**
 * The image of a picture, small, as large as the box that it is in.
 *
 * @param shown what `usePicture` gave for it
 * @param isLazy false: it is asked for wherever it is
 * @param look of another one all begins anew, though the picture be the same; '' where nobody has to have looked at it
 */
export function BoxedImage({
  picture: { width, height },
  shown: { src, attempt, onError },
  isLazy,
  slowWords,
  look = '',
  onLook = () => {},
}: {
  picture: Picture
  shown: ReturnType<typeof usePicture>
  isLazy: boolean
  /** Stands in its place where it takes long. */
  slowWords?: ReactNode
  look?: string
  onLook?: (looked: Looked) => void
}) {
  const image = useRef<HTMLImageElement>(null)
  const isPutOff = useIsPutOff(image, isLazy)
  const isSlow = useArrival(image, isPutOff ? null : src, attempt)
  useLookAt(image, isPutOff || look === '' ? '' : `${src} ${attempt} ${look}`, onLook)
  const isWide = (width ?? 300) * 4 >= (height ?? 400) * 3
  return (
    <>
      {isSlow && slowWords}
      <img
        key={attempt}
        ref={image}
        src={isPutOff || src === null ? undefined : src}
        alt=""
        width={width ?? 300}
        height={height ?? 400}
        decoding="async"
        referrerPolicy="no-referrer"
        onError={onError}
        // The box of the picture itself, not of what is around it: it has a ground of its own.
        className={`photo-ground col-start-1 row-start-1 object-contain ${isWide ? 'h-auto max-h-full w-full' : 'h-full w-auto max-w-full'}`}
      />
    </>
  )
}
