/** What has the focus, and what is around it. */
let focused: Element[] = []
/** It was given the focus here. */
let heir: Element | null = null

/** Whether nobody has put the focus where it is. */
export const isFocusLeft = (): boolean =>
  document.activeElement === document.body || document.activeElement === heir

/**
 * What goes away takes the focus along: it would fall to the body, keys would reach nothing, and a screen reader would begin at
 * the top. What was around it has it then, at its heading where that takes it, else the heading of the page. Whoever knows a
 * better place has only to be earlier. Gives what ends it.
 */
export function keepFocus(): () => void {
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  function onFocus({ target }: FocusEvent) {
    if (target !== heir) heir = null
    focused = []
    for (let each = target as Element | null; each; each = each.parentElement) focused.push(each)
  }
  window.addEventListener('focusin', onFocus, options)
  // The person has clicked where nothing takes it.
  const onClick = () => document.activeElement === document.body && (focused = [])
  window.addEventListener('click', onClick, options)
  const observer = new MutationObserver(() => {
    if (focused[0]?.isConnected !== false || document.activeElement !== document.body) return
    const around = focused.find((each) => each.isConnected && each.hasAttribute('tabindex'))
    const next = around?.querySelector('h1[tabindex], h2[tabindex], h3[tabindex]') ?? around
    heir = next ?? document.querySelector('h1')
    ;(heir as HTMLElement | null)?.focus({ preventScroll: true })
  })
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    listening.abort()
    observer.disconnect()
    focused = []
  }
}
