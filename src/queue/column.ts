/** Numbers by slot. Small whole ones, such as flags, take two bytes a row, any others eight. */
export type Column = Uint16Array | Float64Array

/** The same column with the number in it, or a longer or wider one where there was no room for it. */
export function withNumber(column: Column | undefined, slot: number, number: number): Column {
  const room = roomFor(column ?? new Uint16Array(1_024), slot)
  const isSmall = Number.isInteger(number) && number >= 0 && number < 65_536
  const result = isSmall || room instanceof Float64Array ? room : Float64Array.from(room)
  result[slot] = number
  return result
}

/** Longer by a tenth each time, so that neither growing nor what is spare costs much. */
function roomFor(column: Column, slot: number): Column {
  if (slot < column.length) return column
  const length = Math.ceil((slot + 1) * 1.1)
  const longer = column instanceof Float64Array ? new Float64Array(length) : new Uint16Array(length)
  longer.set(column)
  return longer
}
