import type { CSSProperties } from 'react'
import { lookedAtWhen } from '../../picture/sight'

/** All in px at the usual size of text; they grow with it. */
const usualRem = 16
const tileFrom = 124
const [edge, gap, padding, caption] = [10, 4, 6, 56]
const most = 20

/** The same for the tiles themselves. */
export const tileSpace = {
  '--tile-edge': `${edge / usualRem}rem`,
  '--tile-gap': `${gap / usualRem}rem`,
  '--tile-padding': `${padding / usualRem}rem`,
  '--tile-caption': `${caption / usualRem}rem`,
} as CSSProperties

/** To look around, and to judge by: there a face must be large enough for it. */
const browsing = { atLeast: 60, fewest: 4 }
const judging = { atLeast: lookedAtWhen.shorterSidePx + 2 * padding, fewest: 3 }

/**
 * How a grid of tiles is laid out; lengths in px.
 *
 * @param room of the grid; with a height, photos are judged in it: large enough for that, and no larger than what is in sight
 * @param chosen so many tiles side by side, or fewer where they would be too small; null: as many as are of a good size
 * @param rem the size of text on this device
 */
export function gridShape(
  room: { width: number; height: number | null },
  chosen: number | null,
  rem = usualRem,
) {
  const scale = rem / usualRem
  const width = room.width - 2 * edge * scale
  const { atLeast, fewest } = room.height === null ? browsing : judging
  const fitting = (tile: number) => Math.floor((width + gap * scale) / (tile + gap * scale))
  const atMost = Math.max(1, Math.min(most, fitting(atLeast * scale)))
  // So that the photo of a tile is no higher than what is in sight.
  const widest = room.height === null ? Infinity : (room.height * 3) / 4 + 2 * padding * scale
  const lowest = Math.max(1, Math.ceil((width + gap * scale) / (widest + gap * scale)))
  const good = Math.max(fewest, fitting(tileFrom * scale))
  const columns = Math.min(atMost, Math.max(chosen ?? good, lowest))
  const tile = (width - gap * scale * (columns - 1)) / columns
  const photo = ((tile - 2 * padding * scale) * 4) / 3
  return {
    /** So many tiles side by side. */
    columns,
    /** So many can stand side by side. */
    most: atMost,
    /** From the top of a row of tiles to the top of the next. */
    rowHeight: Math.max(0, photo) + (2 * padding + caption + gap) * scale,
  }
}
