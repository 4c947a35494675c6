import Panzoom, { type PanzoomObject, type PanzoomOptions } from '@panzoom/panzoom'
import { createStore } from '../../base/store'

/** 'fit' is as large as its place allows; a number is so many times that, true of every picture and screen; else free. */
type ZoomLevel = 'fit' | 2 | 4 | 'free'

const largest = 8
const step = 0.25
const order = ['fit', 2, 4] as const

/** Zooms and pans several pictures as one. */
export function createLinkedZoom() {
  const panzooms = new Map<HTMLElement, PanzoomObject>()
  const level = createStore<ZoomLevel>('fit')

  function setLevel(scale: number) {
    const next = scale < 1.001 ? 'fit' : (order.find((each) => each === scale) ?? 'free')
    if (next === level.get()) return
    level.set(next)
    for (const panzoom of panzooms.values()) {
      // While it fits, a finger that moves over the photo scrolls the page.
      panzoom.setOptions({ touchAction: next === 'fit' ? 'pan-x pan-y' : 'none' })
    }
  }

  /**
   * Draws what was done to one, on all of them and in the same frame. The others take it over without a word: told to draw
   * it themselves they would be a frame behind, and answer what they were told.
   */
  const draw: NonNullable<PanzoomOptions['setTransform']> = (changed, { x, y, scale }) => {
    const quietly: PanzoomOptions = { force: true, silent: true, setTransform: () => {} }
    for (const [stage, panzoom] of panzooms) {
      stage.style.transform = `scale(${scale}) translate(${x}px, ${y}px)`
      // What is drawn over a picture stays as thin as it was.
      stage.style.setProperty('--zoom', String(scale))
      if (stage === changed) continue
      panzoom.zoom(scale, quietly)
      panzoom.pan(x, y, quietly)
    }
    setLevel(scale)
    // What fits again stands in the middle.
    if (level.get() === 'fit' && (x !== 0 || y !== 0)) show('fit')
  }

  /** One is told, and the others by `draw`. */
  function change(how: (panzoom: PanzoomObject) => void) {
    const [panzoom] = panzooms.values()
    if (!panzoom) return
    how(panzoom)
    setLevel(panzoom.getScale())
  }

  function show(next: 'fit' | 2 | 4) {
    change((panzoom) => {
      if (next === 'fit') panzoom.reset({ animate: false })
      else {
        panzoom.zoom(next)
        panzoom.pan(0, 0, { force: true })
      }
    })
  }

  return {
    level,
    show,
    /** Fit, 2×, 4×, and around. */
    cycle() {
      const place = order.findIndex((each) => each === level.get())
      show(order[(place + 1) % order.length] ?? 'fit')
    },
    zoomBy(direction: 1 | -1) {
      change((panzoom) => panzoom.zoom(panzoom.getScale() * Math.exp(direction * step)))
    },
    /** In pixels of the screen. */
    panBy(x: number, y: number) {
      change((panzoom) => panzoom.pan(x, y, { relative: true }))
    },
    /** What is shown in `stage` takes part from now on, until what is given back is called. */
    add(stage: HTMLElement) {
      const panzoom = Panzoom(stage, {
        // How it begins is drawn already; told to the others, it would take them back to that.
        setTransform: () => {},
        minScale: 1,
        maxScale: largest,
        panOnlyWhenZoomed: true,
        cursor: 'default',
        touchAction: 'pan-x pan-y',
        pinchAndPan: true,
        step,
      })
      panzoom.setOptions({ setTransform: draw })
      panzooms.set(stage, panzoom)
      const onWheel = (event: WheelEvent) => {
        const isOverPage = !event.ctrlKey && !window.matchMedia('(min-width: 56.25rem)').matches
        // In a narrow window the wheel scrolls what is around the photo.
        if (!isOverPage) panzoom.zoomWithWheel(event)
      }
      const { parentElement } = stage
      parentElement?.addEventListener('wheel', onWheel, { passive: false })
      return () => {
        panzooms.delete(stage)
        parentElement?.removeEventListener('wheel', onWheel)
        panzoom.destroy()
        if (panzooms.size === 0) level.set('fit')
      }
    },
  }
}
