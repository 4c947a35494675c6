import { useRef, type ReactNode } from 'react'
import type { Picture } from '../../cloudcard/photo'
import { Icon } from '../../ui/icon'
import { BoxedImage } from '../../picture/boxed-image'
import { useIsPutOff } from '../../picture/fast-scroll'
import { useIsNear } from '../../picture/use-is-near'
import { problemWords, usePicture } from '../../picture/use-picture'
import { useLookAt, type Looked } from '../../picture/use-look-at'

/**
 * The picture of a tile; its box has its size before the picture comes, and says what is wrong where none does.
 *
 * @param retryButton draws the button that asks for it again
 */
export function TilePicture({
  id,
  picture,
  isLazy,
  look,
  onLook,
  retryButton,
}: {
  id: string
  picture: Picture
  isLazy: boolean
  /** Of another one all begins anew, though the picture be the same. */
  look: string
  onLook: (looked: Looked) => void
  retryButton: (retry: () => void) => ReactNode
}) {
  const shown = usePicture(picture)
  const { src, attempt, problem, retry } = shown
  const isFlyingPast = useIsPutOff()
  const image = useRef<HTMLImageElement>(null)
  const isPutOff = !useIsNear(image, isLazy) || isFlyingPast
  useLookAt(image, isPutOff ? '' : `${src} ${attempt} ${look}`, onLook)
  return (
    <span id={id} className="grid aspect-[3/4] w-full place-items-center overflow-hidden bg-well text-text-2">
      {problem ? (
        <span className="grid w-full justify-items-center gap-1 p-1 text-center text-xs">
          <Icon name="picture" />
          <span className="line-clamp-3 w-full wrap-anywhere">{problemWords(problem).short}</span>
          {retry && retryButton(retry)}
        </span>
      ) : (
        <BoxedImage
          ref={image}
          picture={picture}
          shown={shown}
          isPutOff={isPutOff}
          slowWords={<span className="col-start-1 row-start-1 text-xs">Loading…</span>}
        />
      )}
    </span>
  )
}
