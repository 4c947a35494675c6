import { inPhoto, whileComparing, whileZoomed, type Command } from './command'

export const zoom: Command = {
  keys: ['z'],
  label: 'Z',
  does: 'Zoom: 2×, 4×, fit',
  where: inPhoto,
  run: ({ look }) => look.zoom.cycle(),
}

export const zoomIn: Command = {
  keys: ['+', '='],
  label: '+',
  does: 'Larger',
  where: inPhoto,
  run: ({ look }) => look.zoom.zoomBy(1),
}

export const zoomOut: Command = {
  keys: ['-'],
  label: '−',
  does: 'Smaller',
  where: inPhoto,
  run: ({ look }) => look.zoom.zoomBy(-1),
}

export const original: Command = {
  keys: ['o'],
  label: 'O',
  does: 'Show the original, and back',
  where: inPhoto,
  isPossible: ({ photo }) => photo?.original != null,
  run: ({ look }) => look.flip(),
  button: {
    words: 'Original',
    isPressed: ({ look }) => look.isOriginal,
  },
}

export const compare: Command = {
  keys: ['c'],
  label: 'C',
  does: 'Compare with the original or a document',
  where: inPhoto,
  run: ({ look }) => look.compare(),
  button: { words: 'Compare' },
}

const step = 60
const directions: Record<string, readonly [number, number]> = {
  // The window moves over the picture, so the picture moves the other way.
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
}

/** While zoomed the arrows move the photo, and J and K browse. */
export const pan: Command = {
  keys: Object.keys(directions),
  label: '← → ↑ ↓',
  does: 'Move the photo',
  where: whileZoomed,
  isRepeated: true,
  run({ look }, key) {
    const [x, y] = directions[key] ?? [0, 0]
    look.zoom.panBy(x, y)
  },
}

export const compareNext: Command = {
  keys: compare.keys,
  label: compare.label,
  does: 'Compare with the next one',
  where: whileComparing,
  run: ({ look }) => look.compare(),
}

export const compareWith: Command = {
  keys: [...'123456789'],
  label: '1–9',
  does: 'Compare with the first, second …',
  where: whileComparing,
  isRepeated: true,
  run: ({ look }, key) => look.choose(Number(key) - 1),
}
