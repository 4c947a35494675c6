import type { Picture } from '../../api/photo'
import { Icon } from '../../components/icon'
import { BoxedImage } from './boxed-image'
import { useIsPutOff } from './fast-scroll'
import { usePicture } from './use-picture'

/** The picture in a row; its box has its size before the picture comes. The row itself says what is wrong with it. */
export function Thumbnail({ picture, isLazy }: { picture: Picture; isLazy: boolean }) {
  const shown = usePicture(picture)
  const isPutOff = useIsPutOff()
  return (
    <span className="grid h-full w-full place-items-center overflow-hidden bg-well text-text-2">
      {shown.src === null ? (
        <Icon name="picture" />
      ) : (
        <BoxedImage picture={picture} shown={shown} isLazy={isLazy} isPutOff={isPutOff} />
      )}
    </span>
  )
}
