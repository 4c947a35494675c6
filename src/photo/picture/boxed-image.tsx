import type { Ref } from 'react'
import type { Picture } from '../../api/photo'
import type { usePicture } from './use-picture'

/**
 * The image of a picture, small, as large as the box that it is in.
 *
 * @param shown what `usePicture` gave for it
 * @param isPutOff it is not asked for yet
 */
export function BoxedImage({
  picture: { width, height },
  shown: { src, attempt, onError },
  isLazy,
  isPutOff,
  ref,
}: {
  picture: Picture
  shown: ReturnType<typeof usePicture>
  isLazy: boolean
  isPutOff: boolean
  ref?: Ref<HTMLImageElement>
}) {
  return (
    <img
      key={attempt}
      ref={ref}
      src={isPutOff || src === null ? undefined : src}
      alt=""
      width={width ?? 300}
      height={height ?? 400}
      loading={isLazy ? 'lazy' : 'eager'}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={onError}
      className="h-full w-full object-contain"
    />
  )
}
