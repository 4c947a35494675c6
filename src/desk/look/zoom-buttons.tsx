import { useShortcut } from '../commands/key'
import { zoom } from '../commands/look'
import type { Look } from './use-look'

const levels = [
  ['fit', 'Fit'],
  [2, '2×'],
  [4, '4×'],
] as const

/** As it fits, or so many times that. */
export function ZoomButtons({ look, className }: { look: Look; className: string }) {
  const shortcut = useShortcut()
  return (
    <div role="group" aria-label="Zoom" className="contents" {...shortcut(zoom)}>
      {levels.map(([level, label]) => (
        <button
          key={label}
          type="button"
          aria-pressed={look.level === level}
          onClick={() => look.zoom.show(level)}
          className={className}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
