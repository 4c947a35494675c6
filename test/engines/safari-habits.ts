/**
 * Runs in the page before anything of it: imitates what Safari on a Mac does otherwise than every browser that can be driven here.
 * A button, a checkbox or a link takes no focus at a click, which goes to what can have it around it; Tab passes links by. What
 * names a `tabindex` is spared, there too.
 */
export function imitateSafari(): void {
  const passedBy =
    ':is(button, a[href], summary, input:is([type=checkbox], [type=radio], [type=button])):not([tabindex])'
  window.addEventListener('mousedown', (event) => {
    const control = event.target instanceof Element && event.target.closest(passedBy)
    if (!control || event.defaultPrevented) return
    event.preventDefault()
    const heir = control.parentElement?.closest<HTMLElement>('[tabindex], dialog[open]')
    if (heir) heir.focus({ preventScroll: true })
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.altKey || event.defaultPrevented) return
    const links = [...document.querySelectorAll('a[href]:not([tabindex])')]
    for (const link of links) link.setAttribute('tabindex', '-1')
    setTimeout(() => links.forEach((link) => link.removeAttribute('tabindex')))
  })
}
