/**
 * For `page.evaluate`: the text in sight that is cut off, or lies over other text. Text that ends in an ellipsis is told apart:
 * whether that is meant depends on where it stands.
 */
export function findCutText(): { cut: string[]; shortened: string[] } {
  const cut = new Set<string>()
  const shortened = new Set<string>()
  const seen: { node: Text; left: number; right: number; top: number; bottom: number }[] = []
  const dialogs = document.querySelectorAll('dialog[open]')
  const walker = document.createTreeWalker(dialogs[dialogs.length - 1] ?? document.body, NodeFilter.SHOW_TEXT)
  const isScrolled = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
  const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
  const slack = 1.5
  // Less than a line to scroll is no scroller, but text that does not fit.
  const line = 20

  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    const element = text.parentElement
    if (!element || text.data.trim() === '' || element.closest('option')) continue
    const isShown = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }
    if (!element.checkVisibility(isShown) || isForEarsAlone(element)) continue
    const words = `"${text.data.trim()}"`
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const rect of range.getClientRects()) {
      if (rect.width > 1 && rect.height > 1) look(text, element, rect, words)
    }
  }

  function isForEarsAlone(element: Element): boolean {
    for (let each: Element | null = element; each; each = each.parentElement)
      if (getComputedStyle(each).clipPath !== 'none') return true
    return false
  }

  function look(node: Text, element: Element, rect: DOMRect, words: string) {
    let { left, right, top, bottom } = rect
    let [isWholeX, isWholeY] = [true, true]
    let hasEllipsis = false
    for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each)
      if (style.display === 'inline' || style.display === 'contents') continue
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') hasEllipsis = true
      const box = each.getBoundingClientRect()
      const inner = {
        left: box.left + each.clientLeft,
        right: box.left + each.clientLeft + each.clientWidth,
        top: box.top + each.clientTop,
        bottom: box.top + each.clientTop + each.clientHeight,
      }
      const paints = style.contain.includes('paint')
      const more = each.scrollHeight - each.clientHeight
      const clipsY = paints || isClipped(style.overflowY) || (isScrolled(style.overflowY) && more < line)
      const isBeyondX = left < inner.left - slack || right > inner.right + slack
      const isBeyondY = top < inner.top - slack || bottom > inner.bottom + slack
      if (clipsY && isWholeY && isBeyondY && !(style.webkitLineClamp !== 'none' && top > inner.bottom - 1))
        return void cut.add(words)
      if ((paints || isClipped(style.overflowX)) && isWholeX && isBeyondX) {
        if (!hasEllipsis) return void cut.add(words)
        shortened.add(words)
      }
      if (each.matches('button') && (isBeyondY || (isBeyondX && !hasEllipsis)))
        cut.add(`${words} in its button`)
      // Behind the edge of what scrolls it can be brought into sight.
      if (isScrolled(style.overflowX)) isWholeX = false
      if (isScrolled(style.overflowY)) isWholeY = false
      if (paints || style.overflowX !== 'visible') {
        left = Math.max(left, inner.left)
        right = Math.min(right, inner.right)
        top = Math.max(top, inner.top)
        bottom = Math.min(bottom, inner.bottom)
      }
      if (right - left < 2 || bottom - top < 2) return
    }
    if (isWholeX && (right > window.innerWidth + 1 || left < -1)) cut.add(`${words} beyond the window`)
    if (!isCovered(element, (left + right) / 2, (top + bottom) / 2))
      seen.push({ node, left, right, top, bottom })
  }

  function isCovered(element: Element, x: number, y: number): boolean {
    for (const each of document.elementsFromPoint(x, y)) {
      if (each.contains(element) || element.contains(each)) return false
      if (each.tagName === 'IMG' || getComputedStyle(each).backgroundColor.startsWith('rgb(')) return true
    }
    return true
  }

  for (const [index, a] of seen.entries()) {
    for (const b of seen.slice(index + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (a.node !== b.node && width > 2 && height > 3)
        cut.add(`"${a.node.data.trim()}" and "${b.node.data.trim()}" over one another`)
    }
  }
  return { cut: [...cut], shortened: [...shortened] }
}
