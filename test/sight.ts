import { act } from '@testing-library/react'

/** jsdom draws nothing: every picture is there, whole, in sight, and of a good size, until a test says otherwise. */
const usual = { part: 1, width: 300, height: 400, isDamaged: false, isBlank: false }
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
      isIntersecting: now.part > 0,
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

/** What of a picture jsdom leaves out. */
export function installPictures(): void {
  Object.defineProperty(HTMLImageElement.prototype, 'complete', { get: () => true })
  HTMLImageElement.prototype.decode = () => Promise.resolve()
  const bitmap = { close() {} } as ImageBitmap
  const varied = Uint8ClampedArray.from({ length: 64 }, (_, place) => place * 4)
  const context = {
    clearRect() {},
    drawImage() {},
    getImageData: () => ({ data: now.isBlank ? new Uint8ClampedArray(64) : varied }),
  }
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => context })
  Object.assign(globalThis, {
    createImageBitmap: () =>
      now.isDamaged ? Promise.reject(new Error('Not whole')) : Promise.resolve(bitmap),
  })
}
