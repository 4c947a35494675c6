import { useRef } from 'react'
import type { Picture } from '../cloudcard/photo'
import { Icon } from '../ui/icon'
import { BoxedImage } from './boxed-image'
import { useIsPutOff } from './use-is-put-off'
import { usePicture } from './use-picture'

/** The picture in a row; its box has its size before the picture comes. The row itself says what is wrong with it. */
export function Thumbnail({ picture, isLazy }: { picture: Picture; isLazy: boolean }) {
  const shown = usePicture(picture)
  const image = useRef<HTMLImageElement>(null)
  const isPutOff = useIsPutOff(image, isLazy)
  return (
    <span className="grid h-full w-full place-items-center overflow-hidden bg-well text-text-2">
      {shown.src === null ? (
        <Icon name="picture" />
      ) : (
        <BoxedImage ref={image} picture={picture} shown={shown} isPutOff={isPutOff} />
      )}
    </span>
  )
}
