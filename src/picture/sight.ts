import { isCoveredByDialog, openDialogs } from '../ui/open-dialogs'
import { pageClock } from '../base/clock'

/**
 * When a photo counts as looked at, in every view: so much of its picture has been on the screen for so long, without a
 * break, painted so large that a face can be judged (about as wide as it is printed on an ID card).
 */
export const lookedAtWhen = { part: 0.75, shorterSidePx: 72, ms: 300 }

type Sighted = {
  image: HTMLImageElement
  isInSight: boolean
  /** Since when it counts, by `pageClock`; null while it does not. */
  since: number | null
  onLookedAt: () => void
}

/** Those that have not been looked at yet. */
const sighted = new Map<Element, Sighted>()
let stopTimer = () => {}

function update() {
  const isVisible = document.visibilityState === 'visible'
  const now = pageClock.now()
  for (const watched of sighted.values()) {
    const { image, isInSight, since } = watched
    watched.since = isVisible && isInSight && !isCoveredByDialog(image) ? (since ?? now) : null
  }
  tell()
}

/** Tells of those that have counted long enough, all that are due with one timer. */
function tell() {
  stopTimer()
  const now = pageClock.now()
  let wait = Number.POSITIVE_INFINITY
  for (const { image, since, onLookedAt } of sighted.values()) {
    const left = since === null ? wait : since + lookedAtWhen.ms - now
    if (left > 0) wait = Math.min(wait, left)
    else {
      sighted.delete(image)
      onLookedAt()
    }
  }
  stopTimer = Number.isFinite(wait) ? pageClock.setTimer(tell, wait) : () => {}
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

/** Calls back once a painted image has been looked at. @returns what ends it */
export function watchSight(image: HTMLImageElement, onLookedAt: () => void): () => void {
  observers ??= observe()
  const { sight, size } = observers
  sighted.set(image, { image, isInSight: false, since: null, onLookedAt })
  sight.observe(image)
  size.observe(image)
  return () => {
    sight.unobserve(image)
    size.unobserve(image)
    sighted.delete(image)
  }
}
