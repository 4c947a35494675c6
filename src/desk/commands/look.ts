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
  isPossible: ({ photo, look }) => photo?.original != null && !look.isComparing,
  run: ({ look }) => look.flip(),
  button: {
    words: 'Original',
    isPressed: ({ look }) => look.isOriginal,
  },
}

export const compare: Command = {
  keys: ['c'],
  label: 'C',
  does: 'Check a document beside the photo, or compare it with its original',
  where: inPhoto,
  isPossible: ({ look }) => !look.isComparing,
  run: ({ look }) => look.compare(),
  button: { words: 'Compare' },
}

export const guides: Command = {
  keys: ['g'],
  label: 'G',
  does: 'Guides: where the head is, on and off',
  where: inPhoto,
  run: ({ look }) => look.toggleGuides(),
  button: { words: 'Guides', isPressed: ({ look }) => look.areGuidesOn },
}

export const light: Command = {
  keys: ['l'],
  label: 'L',
  does: 'Light: lift the shadows, show the edges, and back',
  where: inPhoto,
  run: ({ look }) => look.changeLight(),
  button: { words: 'Light', isPressed: ({ look }) => look.light !== null },
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
  does: 'Show the document, then the next one, then the photo again',
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
