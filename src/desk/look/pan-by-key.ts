import { isModified } from '../../session/pressed'
import type { LinkedZoom } from './linked-zoom'

const step = 60
const directions: Record<string, readonly [number, number]> = {
  // The window moves over the picture, so the picture moves the other way.
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
}

/** Moves what is zoomed; false for a key that does not. */
export function panByKey(zoom: LinkedZoom, event: KeyboardEvent): boolean {
  const { key, shiftKey } = event
  const direction = Object.hasOwn(directions, key) ? directions[key] : undefined
  if (!direction || isModified(event) || shiftKey) return false
  zoom.panBy(...direction)
  return true
}
