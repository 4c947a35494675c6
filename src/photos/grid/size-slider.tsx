import { changeSettings, gridSizes, useSettings } from '../../session/settings'

/**
 * How large the photos are: so many stand side by side. Kept on this device.
 *
 * @param columns so many do now, where nobody has chosen
 */
export function SizeSlider({ columns }: { columns: number }) {
  const { gridSize } = useSettings()
  return (
    <label className="flex items-center gap-2 text-text-2">
      <span className="whitespace-nowrap">Photos per row</span>
      <input
        type="range"
        min={gridSizes[0]}
        max={gridSizes.at(-1)}
        value={gridSize ?? columns}
        onChange={({ target }) => changeSettings({ gridSize: Number(target.value) })}
        className="h-6 w-28 min-w-0 accent-accent-fill"
      />
      <span aria-hidden="true" className="w-4 text-right">
        {gridSize ?? columns}
      </span>
    </label>
  )
}
