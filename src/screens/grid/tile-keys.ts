import { forKey, listKeys as keys } from '../../desk/commands/list-keys'

type TileKey = {
  key: string
  /** Ctrl, or Cmd on a Mac: to the ends of all, not of the row. */
  isWhole: boolean
}

/**
 * Where a key leads from a tile; null for a key that is not ours. Left and right read on over the ends of the rows, up and down
 * stay in their column. So many `rows` of tiles are in sight.
 */
export function tileForKey(
  { key, isWhole }: TileKey,
  from: number,
  { count, columns, rows }: { count: number; columns: number; rows: number },
): number | null {
  const last = count - 1
  const startOfRow = from - (from % columns)
  const ends = [
    [keys.firstRow, isWhole ? 0 : startOfRow],
    [keys.lastRow, isWhole ? last : startOfRow + columns - 1],
  ] as const
  const others = [
    [keys.sideways, from + 1, from - 1],
    [keys.nextRow, down(1)],
    [keys.previousRow, up(1)],
    [keys.byScreen, down(rows), up(rows)],
  ] as const
  const to = forKey<number>(key, isWhole ? ends : [...ends, ...others])
  return to === undefined ? null : Math.max(0, Math.min(last, to))

  /** As far as there are rows. */
  function up(by: number) {
    return from - columns * Math.min(by, Math.floor(from / columns))
  }

  /** The last row may lack the column: then to the last tile. */
  function down(by: number) {
    const rowsBelow = Math.floor(last / columns) - Math.floor(from / columns)
    return from + columns * Math.min(by, rowsBelow)
  }
}
