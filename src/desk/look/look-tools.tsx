import type { Photo } from '../../cloudcard/photo'
import { ariaKeysOf, type KeyName } from '../../session/keys'
import { useAreLettersOn } from '../../session/pressed'
import type { Look } from './use-look'
import { ZoomButtons } from './zoom-buttons'

/** Zoom, original and comparison, in words beside the photo. */
export function LookTools({
  look,
  photo,
  className,
}: {
  look: Look
  photo: Photo | null
  className: string
}) {
  const areLettersOn = useAreLettersOn()
  if (!photo) return null
  const shortcut = (name: KeyName) => ({ 'aria-keyshortcuts': ariaKeysOf(name, areLettersOn) })
  return (
    <div className={`flex text-xs text-text-2 ${className}`}>
      <ZoomButtons look={look} className={toolClass} />
      {photo.original && (
        <button
          type="button"
          aria-pressed={look.isOriginal}
          onClick={look.flip}
          className={toolClass}
          {...shortcut('original')}
        >
          Original
        </button>
      )}
      <button type="button" onClick={look.compare} className={toolClass} {...shortcut('compare')}>
        Compare
      </button>
    </div>
  )
}

export const toolClass =
  'min-h-6 min-w-6 shrink-0 rounded-row px-1 text-left hover:text-text aria-pressed:font-semibold aria-pressed:text-text'
