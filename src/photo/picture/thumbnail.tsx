import type { Picture } from '../../api/photo'
import { Icon } from '../../components/icon'
import { usePicture } from './use-picture'

/** The picture in a row; its box has its size before the picture comes. The row itself says what is wrong with it. */
export function Thumbnail({ picture, isLazy }: { picture: Picture; isLazy: boolean }) {
  const { src, attempt, onError } = usePicture(picture)
  return (
    <span className="grid h-full w-full place-items-center overflow-hidden bg-well text-text-2">
      {src === null ? (
        <Icon name="picture" />
      ) : (
        <img
          key={attempt}
          src={src}
          alt=""
          width={picture.width ?? 300}
          height={picture.height ?? 400}
          loading={isLazy ? 'lazy' : 'eager'}
          decoding="async"
          referrerPolicy="no-referrer"
          onError={onError}
          className="h-full w-full object-contain"
        />
      )}
    </span>
  )
}
