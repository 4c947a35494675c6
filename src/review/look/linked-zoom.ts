import Panzoom, { type PanzoomEventDetail, type PanzoomObject } from '@panzoom/panzoom'
import { createStore, type Store } from '../../components/store'

/** 'fit' is as large as its place allows; 1 and 2 are pixels of the picture to pixels of the screen; else free. */
export type ZoomLevel = 'fit' | 1 | 2 | 'free'

export type LinkedZoom = {
  level: Store<ZoomLevel>
  /** What is shown in `stage` takes part from now on, until what is given back is called. */
  add: (stage: HTMLElement) => () => void
  /** Fit, 100 %, 200 %, and around. */
  cycle: () => void
  show: (level: 'fit' | 1 | 2) => void
  zoomBy: (direction: 1 | -1) => void
  /** In pixels of the screen. */
  panBy: (x: number, y: number) => void
}

const [smallest, largest] = [0.2, 8]
const order = ['fit', 1, 2] as const

/** Zooms and pans several pictures as one. */
export function createLinkedZoom(): LinkedZoom {
  const panzooms = new Map<HTMLElement, PanzoomObject>()
  const level = createStore<ZoomLevel>('fit')
  let isFollowing = false

  /** Pixels of the picture to pixels of the screen, as the picture fits. */
  function scaleFor(stage: HTMLElement, wanted: 1 | 2): number {
    const image = stage.querySelector('img')
    const fit = image && image.clientWidth > 0 ? image.naturalWidth / image.clientWidth : 1
    return wanted * (fit || 1)
  }

  function setLevel(next: ZoomLevel) {
    level.set(next)
    for (const panzoom of panzooms.values()) {
      // While it fits, a finger that moves over the photo scrolls the page.
      panzoom.setOptions({ touchAction: next === 'fit' ? 'pan-x pan-y' : 'none' })
    }
  }

  /** Whatever was done to one is done to the others. */
  function follow(changed: HTMLElement, { x, y, scale }: PanzoomEventDetail) {
    if (isFollowing) return
    isFollowing = true
    for (const [stage, panzoom] of panzooms) {
      if (stage === changed) continue
      panzoom.zoom(scale, { animate: false, force: true })
      panzoom.pan(x, y, { animate: false, force: true })
    }
    isFollowing = false
    if (Math.abs(scale - 1) < 0.001 && level.get() === 'free') setLevel('fit')
    else if (Math.abs(scale - 1) >= 0.001 && level.get() === 'fit') setLevel('free')
  }

  function show(next: 'fit' | 1 | 2) {
    const [first] = panzooms
    if (!first) return
    const [stage, panzoom] = first
    setLevel(next)
    panzoom.reset({ animate: false })
    if (next !== 'fit') panzoom.zoom(scaleFor(stage, next), { animate: false })
    setLevel(next)
  }

  function zoomBy(direction: 1 | -1) {
    const [panzoom] = panzooms.values()
    if (direction > 0) panzoom?.zoomIn({ animate: false })
    else panzoom?.zoomOut({ animate: false })
    if (level.get() !== 'fit') setLevel('free')
  }

  return {
    level,
    show,
    zoomBy,
    cycle() {
      const place = order.findIndex((each) => each === level.get())
      show(order[(place + 1) % order.length] ?? 'fit')
    },
    panBy(x, y) {
      const [panzoom] = panzooms.values()
      panzoom?.pan(x, y, { relative: true, animate: false })
    },
    add(stage) {
      const panzoom = Panzoom(stage, {
        minScale: smallest,
        maxScale: largest,
        panOnlyWhenZoomed: true,
        animate: false,
        cursor: 'default',
        touchAction: 'pan-x pan-y',
        pinchAndPan: true,
        step: 0.25,
      })
      panzooms.set(stage, panzoom)
      const onChange = (event: Event) => follow(stage, (event as CustomEvent<PanzoomEventDetail>).detail)
      const onWheel = (event: WheelEvent) => {
        const isOverPage = !event.ctrlKey && !window.matchMedia('(min-width: 56.25rem)').matches
        // In a narrow window the wheel scrolls what is around the photo.
        if (isOverPage) return
        panzoom.zoomWithWheel(event)
        if (level.get() !== 'fit') setLevel('free')
      }
      stage.addEventListener('panzoomchange', onChange)
      stage.parentElement?.addEventListener('wheel', onWheel, { passive: false })
      const { parentElement } = stage
      return () => {
        panzooms.delete(stage)
        stage.removeEventListener('panzoomchange', onChange)
        parentElement?.removeEventListener('wheel', onWheel)
        panzoom.destroy()
        if (panzooms.size === 0) level.set('fit')
      }
    },
  }
}
