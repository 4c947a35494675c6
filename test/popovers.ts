const areInstalled = Symbol.for('popovers are installed')

/** The one that is open, and the button that has opened it. */
let open: { popover: HTMLElement; opener: HTMLElement } | null = null

function tell(popover: HTMLElement, type: 'beforetoggle' | 'toggle', newState: 'open' | 'closed'): void {
  popover.dispatchEvent(Object.assign(new Event(type), { newState }))
}

function show(popover: HTMLElement, opener: HTMLElement): void {
  hide()
  tell(popover, 'beforetoggle', 'open')
  popover.style.display = 'block'
  open = { popover, opener }
  tell(popover, 'toggle', 'open')
}

/** The focus goes back where it was in what has gone. */
function hide(): void {
  if (!open) return
  const { popover, opener } = open
  open = null
  tell(popover, 'beforetoggle', 'closed')
  const hadFocus = popover.contains(document.activeElement)
  popover.style.display = ''
  if (hadFocus) opener.focus()
  tell(popover, 'toggle', 'closed')
}

/** What browsers do and jsdom does not: a `popover` and its buttons, of which one at a time is open. */
export function installPopovers(): void {
  if (areInstalled in document) return
  Object.assign(document, { [areInstalled]: true })
  HTMLElement.prototype.hidePopover = function () {
    if (open?.popover === this) hide()
  }
  document.addEventListener('click', ({ target }) => {
    const opener = target instanceof Element ? target.closest<HTMLElement>('[popovertarget]') : null
    const popover = document.getElementById(opener?.getAttribute('popovertarget') ?? '')
    if (!opener || !popover) return
    if (open?.popover === popover) hide()
    else if (opener.getAttribute('popovertargetaction') !== 'hide') show(popover, opener)
  })
  document.addEventListener('pointerdown', ({ target }) => {
    if (open && !open.popover.contains(target as Node) && !open.opener.contains(target as Node)) hide()
  })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { capture: true })
}
