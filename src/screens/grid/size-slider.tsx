import { changeSettings, gridSizes } from '../../session/settings'

/**
 * How large the photos are: so many stand side by side. Kept on this device.
 *
 * @param columns so many do now
 * @param most so many can: more would be too small
 */
export function SizeSlider({ columns, most }: { columns: number; most: number }) {
  const fewest = gridSizes[0] ?? 1
  // One that can only stay where it is, is none.
  if (most <= fewest) return null
  return (
    <label className="flex items-center gap-2 text-text-2">
      <span className="whitespace-nowrap">Photos per row</span>
      <input
        type="range"
        min={fewest}
        max={most}
        value={columns}
        onChange={({ target }) => changeSettings({ gridSize: Number(target.value) })}
        className="h-6 w-28 min-w-0 accent-accent-fill"
      />
      <span aria-hidden="true" className="w-4 text-right">
        {columns}
      </span>
    </label>
  )
}
