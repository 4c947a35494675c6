import { createStore } from './store'

/**
 * A translator has put its own elements around the texts of the page. React goes on writing into texts that are not shown
 * any more, so that what is shown would be of the photo before.
 */
export const isTranslated = createStore(false)

/** The page asks not to be translated; an extension of the browser may do it all the same. */
export function watchTranslators(): () => void {
  // Translators wrap in <font>, which nothing of ours does.
  const observer = new MutationObserver((changes) => {
    const isWrapped = changes.some(({ addedNodes }) =>
      [...addedNodes].some((node) => node.nodeName === 'FONT'),
    )
    if (!isWrapped) return
    observer.disconnect()
    isTranslated.set(true)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  return () => observer.disconnect()
}
