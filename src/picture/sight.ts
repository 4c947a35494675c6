import { isCoveredByDialog, openDialogs } from '../ui/open-dialogs'
import { pageClock } from '../base/clock'
import { createDwell } from './dwell'

/**
 * When a photo counts as looked at, in every view: so much of its picture has been on the screen for so long, without a
 * break, painted so large that a face can be judged (about as wide as it is printed on an ID card).
 */
export const lookedAtWhen = { part: 0.75, shorterSidePx: 72, ms: 300 }

type Sighted = { image: HTMLImageElement; isInSight: boolean; onLookedAt: () => void }

const sighted = new Map<Element, Sighted>()

const dwell = createDwell<Sighted>(pageClock, lookedAtWhen.ms, (seen) => {
  for (const { onLookedAt } of seen) onLookedAt()
})

function update() {
  const isVisible = document.visibilityState === 'visible'
  const counting = [...sighted.values()].filter(
    ({ image, isInSight }) => isVisible && isInSight && !isCoveredByDialog(image),
  )
  dwell.update(counting)
}

/** How long the shorter side of the picture itself is painted, in px; its box may have another shape. */
export function shorterSideIn(
  box: { width: number; height: number },
  { naturalWidth: width, naturalHeight: height }: { naturalWidth: number; naturalHeight: number },
): number {
  if (width === 0 || height === 0) return Math.min(box.width, box.height)
  return Math.min(box.width / width, box.height / height) * Math.min(width, height)
}

function judge(entries: readonly IntersectionObserverEntry[]) {
  for (const { target, intersectionRatio, boundingClientRect } of entries) {
    const watched = sighted.get(target)
    if (!watched) continue
    const isMost = intersectionRatio >= lookedAtWhen.part
    watched.isInSight =
      isMost && shorterSideIn(boundingClientRect, watched.image) >= lookedAtWhen.shorterSidePx
  }
  update()
}

let observers: { sight: IntersectionObserver; size: ResizeObserver } | null = null

function observe() {
  const sight = new IntersectionObserver(judge, { threshold: [0, lookedAtWhen.part] })
  // A picture that is wholly in sight stays so when it gets larger: it is judged anew.
  const size = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      sight.unobserve(target)
      if (sighted.has(target)) sight.observe(target)
    }
  })
  document.addEventListener('visibilitychange', update)
  openDialogs.subscribe(update)
  return { sight, size }
}

/**
 * Calls back once a painted image has been looked at.
 *
 * @returns what ends it
 */
export function watchSight(image: HTMLImageElement, onLookedAt: () => void): () => void {
  observers ??= observe()
  const { sight, size } = observers
  const watched: Sighted = { image, isInSight: false, onLookedAt }
  sighted.set(image, watched)
  sight.observe(image)
  size.observe(image)
  return () => {
    sight.unobserve(image)
    size.unobserve(image)
    sighted.delete(image)
    dwell.forget(watched)
  }
}
