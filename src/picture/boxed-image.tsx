import type { ReactNode, RefObject } from 'react'
import type { Picture } from '../cloudcard/photo'
import { useArrival } from './use-arrival'
import type { usePicture } from './use-picture'
import './picture.css'

/**
 * The image of a picture, small, as large as the box that it is in.
 *
 * @param shown what `usePicture` gave for it
 * @param isPutOff it is not asked for yet
 */
export function BoxedImage({
  picture: { width, height },
  shown: { src, attempt, onError },
  isPutOff,
  slowWords,
  ref,
}: {
  picture: Picture
  shown: ReturnType<typeof usePicture>
  isPutOff: boolean
  /** Stands in its place where it takes long. */
  slowWords?: ReactNode
  ref: RefObject<HTMLImageElement | null>
}) {
  const isSlow = useArrival(ref, isPutOff ? null : src, attempt)
  const isWide = (width ?? 300) * 4 >= (height ?? 400) * 3
  return (
    <>
      {isSlow && slowWords}
      <img
        key={attempt}
        ref={ref}
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
