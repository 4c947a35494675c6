import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Link } from '../ui/link'
import { ErrorBoundary } from '../ui/error-boundary'
import { Icon } from '../ui/icon'
import { BannerNotices } from '../ui/status-words'
import { useWindowEvent } from '../ui/use-window-event'
import { useStore } from '../base/store'
import { config } from '../base/config'
import { paths } from '../base/paths'
import { bannerDialog, openHelp, type BannerDialog } from '../session/banner-dialog'
import { isPressed, isWriting } from '../session/pressed'
import { help } from '../desk/commands/help'
import type { Person } from '../session/session'
import { HelpDialog, SettingsDialog, SignOutFlow } from './later-parts'

/** The head of every page behind the sign-in: where one is, who one is, and the seldom things. */
export function Banner({ person }: { person: Person }) {
  const openDialog = useStore(bannerDialog)
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const menuButton = useRef<HTMLButtonElement>(null)
  const [isSigningOut, setIsSigningOut] = useState(false)

  // Help is asked for from anywhere on the page.
  useWindowEvent('keydown', (event) => {
    if (isPressed(help, event) && !isWriting(event)) openHelp()
  })

  // The menu of a phone lies over the list: it goes with a press, or the focus, elsewhere.
  useEffect(() => {
    const watching = new AbortController()
    const onElsewhere = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) setIsMenuOpen(false)
    }
    for (const type of ['pointerdown', 'focusin'])
      document.addEventListener(type, onElsewhere, { signal: watching.signal })
    return () => watching.abort()
  }, [])

  // Whoever signs in next finds none open.
  useEffect(() => () => bannerDialog.set(null), [])

  function open(next: BannerDialog) {
    // On a phone the menu goes: the focus must have a place to come back to. Elsewhere this button is not there.
    menuButton.current?.focus()
    setIsMenuOpen(false)
    bannerDialog.set(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isMenuOpen) return
    menuButton.current?.focus()
    setIsMenuOpen(false)
  }

  const buttonLook = 'h-11 rounded-control px-3 text-left hover:bg-hover sm:h-8 sm:px-2'
  return (
    <header className="relative flex min-h-11 shrink-0 flex-wrap print:hidden items-center gap-x-3 bg-canvas pr-2 pl-4 lg:flex-nowrap">
      <Link to={paths.photos()} className="flex h-8 items-center gap-2.5 rounded-row text-base font-semibold">
        <Icon name="loupe" className="size-[1.125rem]" />
        Loupe
      </Link>
      {config.sandbox && <span className="border-l border-line-2 pl-3 text-text-2">Sandbox</span>}
      <div className="order-last min-w-0 basis-full lg:order-none lg:flex-1 lg:basis-0">
        <BannerNotices />
      </div>
      {/* Escape closes the menu of a phone, wherever in it the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={menu} onKeyDown={onKeyDown} className="contents">
        <button
          ref={menuButton}
          type="button"
          aria-label="Menu"
          aria-expanded={isMenuOpen}
          onClick={() => setIsMenuOpen(!isMenuOpen)}
          className="ml-auto grid size-11 place-items-center rounded-control sm:hidden"
        >
          <Icon name="menu" className="size-5" />
        </button>
        <div
          className={`${isMenuOpen ? 'flex' : 'hidden'} absolute top-full right-2 z-30 min-w-48 flex-col rounded-dialog border border-line bg-surface p-1 shadow-dialog sm:static sm:flex sm:min-w-0 sm:flex-1 sm:basis-0 sm:flex-row sm:items-center sm:justify-end lg:flex-none lg:basis-auto sm:gap-2 sm:border-0 sm:bg-transparent sm:p-0 sm:shadow-none`}
        >
          <span className="max-w-72 truncate px-3 py-2 text-text-2 sm:px-2">{person.username}</span>
          <Link
            to={paths.record()}
            onClick={() => setIsMenuOpen(false)}
            className={`flex items-center ${buttonLook}`}
          >
            My decisions
          </Link>
          <button type="button" className={buttonLook} onClick={() => open('help')}>
            Help
          </button>
          <button type="button" className={buttonLook} onClick={() => open('settings')}>
            Settings
          </button>
          <button
            type="button"
            className={buttonLook}
            aria-disabled={isSigningOut || undefined}
            onClick={() => setIsSigningOut(true)}
          >
            {isSigningOut ? 'Signing out…' : 'Sign out'}
          </button>
        </div>
      </div>
      <ErrorBoundary key={openDialog} fallback={null}>
        {openDialog === 'settings' && <SettingsDialog onClose={() => bannerDialog.set(null)} />}
        {openDialog === 'help' && <HelpDialog onClose={() => bannerDialog.set(null)} />}
      </ErrorBoundary>
      <ErrorBoundary fallback={null}>
        {isSigningOut && <SignOutFlow onClose={() => setIsSigningOut(false)} />}
      </ErrorBoundary>
    </header>
  )
}
