import { command, whileComparing, whileZoomed } from './command'

export const zoom = command({
  keys: ['z'],
  does: 'Zoom: 2×, 4×, fit',
  run: ({ look }) => look.zoom.cycle(),
})

export const zoomIn = command({
  keys: ['+', '='],
  does: 'Larger',
  run: ({ look }) => look.zoom.zoomBy(1),
})

export const zoomOut = command({
  keys: ['-'],
  label: '−',
  does: 'Smaller',
  run: ({ look }) => look.zoom.zoomBy(-1),
})

export const original = command({
  keys: ['o'],
  does: 'Show the original, and back',
  isPossible: ({ photo, look }) => photo?.original != null && !look.isComparing,
  run: ({ look }) => look.flip(),
  button: {
    words: 'Original',
    isPressed: ({ look }) => look.isOriginal,
  },
})

export const compare = command({
  keys: ['c'],
  does: 'Check a document beside the photo, or compare it with its original',
  isPossible: ({ look }) => !look.isComparing,
  run: ({ look }) => look.compare(),
  button: { words: 'Compare' },
})

export const guides = command({
  keys: ['g'],
  does: 'Guides: where the head is, on and off',
  run: ({ look }) => look.toggleGuides(),
  button: { words: 'Guides', isPressed: ({ look }) => look.areGuidesOn },
})

export const light = command({
  keys: ['l'],
  does: 'Light: lift the shadows, show the edges, and back',
  run: ({ look }) => look.changeLight(),
  button: { words: 'Light', isPressed: ({ look }) => look.light !== null },
})

const step = 60
const directions: Record<string, readonly [number, number]> = {
  // The window moves over the picture, so the picture moves the other way.
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
}

/** While zoomed the arrows move the photo, and J and K browse. */
export const pan = command({
  keys: Object.keys(directions),
  label: '← → ↑ ↓',
  does: 'Move the photo',
  where: whileZoomed,
  isRepeated: true,
  run({ look }, key) {
    const [x, y] = directions[key] ?? [0, 0]
    look.zoom.panBy(x, y)
  },
})

export const compareNext = command({
  keys: compare.keys,
  does: 'Show the document, then the next one, then the photo again',
  where: whileComparing,
  run: ({ look }) => look.compare(),
})

export const compareWith = command({
  keys: [...'123456789'],
  label: '1–9',
  does: 'Compare with the first, second …',
  where: whileComparing,
  isRepeated: true,
  run: ({ look }, key) => look.choose(Number(key) - 1),
})
