import type { Picture } from '../cloudcard/photo'
import { Icon } from '../ui/icon'
import { BoxedImage } from './boxed-image'
import { usePicture } from './use-picture'

/** The picture in a row; its box has its size before the picture comes. The row itself says what is wrong with it. */
export function Thumbnail({ picture, isLazy }: { picture: Picture; isLazy: boolean }) {
  const shown = usePicture(picture)
  return (
    <span className="grid h-full w-full place-items-center overflow-hidden bg-well text-text-2">
      {shown.src === null ? (
        <Icon name="picture" />
      ) : (
        <BoxedImage picture={picture} shown={shown} isLazy={isLazy} />
      )}
    </span>
  )
}
