import { act } from '@testing-library/react'

/** jsdom lays nothing out: every picture is wholly in sight, and of a good size, until a test says otherwise. */
const usual = { part: 1, width: 300, height: 400 }
let now = usual
const tell = new Set<() => void>()

/** Stands in for the browser's, which jsdom leaves out. */
export class SightObserver {
  private readonly targets = new Set<Element>()
  private readonly callback: (entries: IntersectionObserverEntry[]) => void
  private readonly tellAll = () => this.tell([...this.targets])

  constructor(callback: (entries: IntersectionObserverEntry[]) => void) {
    this.callback = callback
    tell.add(this.tellAll)
  }

  observe(target: Element) {
    this.targets.add(target)
    queueMicrotask(() => this.targets.has(target) && this.tell([target]))
  }

  unobserve(target: Element) {
    this.targets.delete(target)
  }

  disconnect() {
    this.targets.clear()
    tell.delete(this.tellAll)
  }

  private tell(targets: Element[]) {
    const entries = targets.map((target) => ({
      target,
      intersectionRatio: now.part,
      boundingClientRect: { width: now.width, height: now.height },
    }))
    if (entries.length > 0) this.callback(entries as IntersectionObserverEntry[])
  }
}

/** So much of every picture is in sight from now on, so large. */
export function showPictures(shown: Partial<typeof usual>): void {
  now = { ...usual, ...shown }
  act(() => tell.forEach((callback) => callback()))
}

export function showPicturesAsUsual(): void {
  now = usual
}
