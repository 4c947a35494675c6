import type { Page } from './page'

type State = { src: string; isCome: boolean; hasFailed: boolean; waiting: Set<(isCome: boolean) => void> }

/** Pictures are not drawn in jsdom; they are asked for, come or fail, and tell of it as in a browser. */
export function addPictures({ window, browser, set }: Page): void {
  const states = new WeakMap<HTMLImageElement, State>()

  function ask(image: HTMLImageElement, src: string) {
    states.get(image)?.waiting.forEach((tell) => tell(false))
    const state: State = { src, isCome: false, hasFailed: false, waiting: new Set() }
    states.set(image, state)
    const fate = browser.office.pictureFate(src)
    if (fate === 'never') return
    set(() => {
      if (states.get(image) !== state) return
      state.isCome = fate === 'comes'
      state.hasFailed = !state.isCome
      image.dispatchEvent(new window.Event(state.isCome ? 'load' : 'error'))
      state.waiting.forEach((tell) => tell(state.isCome))
    }, 25)
  }

  const { prototype } = window.HTMLImageElement
  const setAttribute = window.Element.prototype.setAttribute
  const removeAttribute = window.Element.prototype.removeAttribute
  prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, value)
    if (name === 'src') ask(this, this.src)
  }
  prototype.removeAttribute = function (name) {
    removeAttribute.call(this, name)
    if (name === 'src') states.delete(this)
  }
  const src = Object.getOwnPropertyDescriptor(prototype, 'src')
  Object.defineProperty(prototype, 'src', {
    configurable: true,
    get(this: HTMLImageElement) {
      return src?.get?.call(this) as string
    },
    set(this: HTMLImageElement, value: string) {
      this.setAttribute('src', value)
    },
  })
  const own = (name: string, value: (state: State | undefined) => unknown) =>
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: HTMLImageElement) {
        return value(states.get(this))
      },
    })
  own('complete', (state) => state === undefined || state.isCome || state.hasFailed)
  own('naturalWidth', (state) => (state?.isCome ? 300 : 0))
  own('naturalHeight', (state) => (state?.isCome ? 400 : 0))
  prototype.decode = function () {
    const state = states.get(this)
    const failed = () => new window.DOMException('The picture cannot be decoded', 'EncodingError')
    if (state?.isCome) return Promise.resolve()
    if (state === undefined || state.hasFailed) return Promise.reject(failed())
    return new Promise<void>((resolve, reject) =>
      state.waiting.add((isCome) => (isCome ? resolve() : reject(failed()))),
    )
  }
}
