/** All in px at the usual size of text; they grow with it. */
const usualRem = 16
const [tileFrom, tileAtLeast] = [124, 60]
const [edge, gap, padding, caption] = [10, 4, 6, 56]
const [fewest, most] = [4, 20]

/** How a grid of tiles is laid out; lengths in px. */
export type GridShape = {
  /** So many tiles side by side. */
  columns: number
  /** From the top of a row of tiles to the top of the next. */
  rowHeight: number
}

/**
 * @param width of the grid, in px
 * @param chosen so many tiles side by side, null: as many as are of a good size; fewer where they would be too small to see
 * @param rem the size of text on this device, in px
 */
export function gridShape(width: number, chosen: number | null, rem = usualRem): GridShape {
  const scale = rem / usualRem
  const room = width - 2 * edge * scale
  const fitting = (tile: number) => Math.floor((room + gap * scale) / ((tile + gap) * scale))
  const wanted = chosen ?? Math.min(most, Math.max(fewest, fitting(tileFrom)))
  const columns = Math.max(1, Math.min(wanted, fitting(tileAtLeast)))
  const tile = (room - gap * scale * (columns - 1)) / columns
  const photo = ((tile - 2 * padding * scale) * 4) / 3
  return { columns, rowHeight: Math.max(0, photo) + (2 * padding + caption + gap) * scale }
}
