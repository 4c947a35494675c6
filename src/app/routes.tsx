import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPath, Navigate, Outlet, Route, Router, Routes, type Navigator } from 'react-router-dom'
import { Button } from '../ui/button'
import { ErrorBoundary } from '../ui/error-boundary'
import { Link } from '../ui/link'
import { Line } from '../ui/line'
import { MessagePage } from '../ui/message'
import { keepFocus } from '../ui/keep-focus'
import { watchKeys } from '../ui/meant-keys'
import { watchClicks } from '../ui/second-click'
import { isReplaced } from '../ui/part-files'
import { ReloadButton } from '../ui/reload-button'
import { SkipLink } from '../ui/skip-link'
import { address, addressText, go, useAddress } from '../base/address'
import { useStore } from '../base/store'
import { isTranslated, watchTranslators } from '../base/translated'
import { keepingProblem } from '../base/kept'
import { endLifetime } from '../base/lifetimes'
import { pageClock } from '../base/clock'
import { paths } from '../base/paths'
import { PhotosPage } from '../screens/list/photos-page'
import { Banner } from './banner'
import { AfterStart, isPersonWanted, PhotoPage, RecordPage, SignInPage } from './later-parts'
import { onSessionEnd, useSession } from '../session/session'
import { tabChannelName } from '../session/tab-channel-name'

/** The whole app: the route table and the page frame. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  const isWanted = isPersonWanted(useSession())
  const isChanged = useStore(isTranslated)
  // In a page that is translated, each address is drawn from scratch: see translated.ts.
  const drawnFor = useAddress((address) => (isChanged ? addressText(address) : ''))
  const isBegun = useIsBegun()
  useEffect(watchClicks, [])
  useEffect(watchKeys, [])
  useEffect(keepFocus, [])
  useEffect(watchTranslators, [])

  // What was read belongs to the person who has signed out.
  useEffect(
    () =>
      onSessionEnd(() => {
        // What is under way for the person is ended first.
        void queryClient.cancelQueries()
        queryClient.clear()
        endLifetime('read')
      }),
    [queryClient],
  )

  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary key={drawnFor} fallback={<CrashPage />}>
        <Screen />
      </ErrorBoundary>
      <ErrorBoundary fallback={null}>{(isBegun || isWanted) && <AfterStart />}</ErrorBoundary>
    </QueryClientProvider>
  )
}

/** The router goes where the app's own copy of the address goes: what the browser is told, and when, is said there alone. */
const navigator: Navigator = {
  createHref: (to) => (typeof to === 'string' ? to : createPath(to)),
  push: (to, state) => go(navigator.createHref(to), { state }),
  replace: (to, state) => go(navigator.createHref(to), { replace: true, state }),
  go: (steps) => window.history.go(steps),
}

/** The route table. The router is told of the path alone: what follows the query too would be drawn at each step to a photo. */
function Screen() {
  const path = useAddress(({ path }) => path)
  return (
    <Router location={path} navigator={navigator}>
      <Routes>
        <Route path="/" element={<Navigate to={paths.photos()} replace />} />
        <Route path="/sign-in" element={<SignInPage />} />
        <Route element={<PageFrame />}>
          <Route path="/photos" element={<PhotosPage />} />
          <Route path="/photos/:id" element={<PhotoPage />} />
          <Route path="/record" element={<RecordPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Router>
  )
}

/** So long after its start a page that nobody touches has read what it shows, in ms. */
const begunMs = 5_000

/** Whether somebody has touched the page, or had the time for it, or another tab asks for the session. */
function useIsBegun(): boolean {
  const [isBegun, setIsBegun] = useState(false)
  useEffect(() => {
    if (isBegun) return
    const waiting = new AbortController()
    const tabs = new BroadcastChannel(tabChannelName)
    const begin = () => setIsBegun(true)
    tabs.addEventListener('message', begin)
    const stopTimer = pageClock.setTimer(begin, begunMs)
    for (const type of ['keydown', 'pointermove', 'pointerdown'])
      window.addEventListener(type, begin, { capture: true, passive: true, signal: waiting.signal })
    return () => {
      tabs.close()
      waiting.abort()
      stopTimer()
    }
  }, [isBegun])
  return isBegun
}

/** Banner and page; without a session the way to the sign-in page and back. */
function PageFrame() {
  const { person, end } = useSession()
  const hasNewRelease = useStore(isReplaced)
  const isChanged = useStore(isTranslated)
  if (end === 'locked' || end === 'leaving') return null
  if (person === null) {
    const isLeft = end === 'expired' || end === 'never-began'
    return <Navigate to={paths.signIn(isLeft ? addressText(address.get()) : undefined)} replace />
  }
  return (
    // A list needs some height, and an open photo half of that: so much is scrolled to in a window that has less.
    <div className="flex h-dvh min-h-124 flex-col sm:has-[.pane,.photo-page]:min-h-60 print:block print:h-auto!">
      <SkipLink />
      <Banner person={person} />
      {hasNewRelease && <ReplacedLine />}
      {isChanged && <TranslatedLine />}
      <KeepingLine />
      <ErrorBoundary fallback={<CrashPage />}>
        <Outlet />
      </ErrorBoundary>
    </div>
  )
}

/** What is open goes on working, with the parts that it has. */
const ReplacedLine = () => (
  <Line role="status" actions={<ReloadButton />}>
    <strong className="font-semibold">Loupe was updated.</strong> Reload this page when nothing is half typed:
    until then some parts cannot be opened.
  </Line>
)

function KeepingLine() {
  const problem = useStore(keepingProblem)
  const [isRead, setIsRead] = useState(false)
  if (problem === null || isRead) return null
  return (
    <Line actions={<Button onClick={() => setIsRead(true)}>OK</Button>}>
      <p role="status">
        <strong className="font-semibold">
          {problem === 'full' ? "This browser's storage is full." : 'This browser keeps nothing for Loupe.'}
        </strong>{' '}
        You can go on working. Settings last until you close this tab, a decision that isn't sent yet is lost
        if the tab crashes, and after a reload or in another tab you have to sign in again.
      </p>
    </Line>
  )
}

const TranslatedLine = () => (
  <Line role="alert">
    <strong className="font-semibold">Something is translating this page.</strong> Names, numbers, and scores
    can be wrong while it does. Turn translation off for Loupe, then reload.
  </Line>
)

const CrashPage = () => (
  <MessagePage
    isAlone
    role="alert"
    tab="Something went wrong"
    title="Loupe has stopped"
    action={
      <>
        <ReloadButton />
        <Button onClick={() => window.location.assign(paths.photos())}>Go to pending photos</Button>
      </>
    }
  >
    Something went wrong in Loupe, not in your photos. Nothing was decided and nothing is lost.
  </MessagePage>
)

const NotFoundPage = () => (
  <MessagePage
    title="Page not found"
    action={
      <Link to={paths.photos()} className="flex min-h-8 items-center text-accent underline">
        Go to pending photos
      </Link>
    }
  >
    Check the address, or go back to the photos.
  </MessagePage>
)
