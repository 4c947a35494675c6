import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router-dom'
import { Button } from './components/button'
import { ErrorBoundary } from './components/error-boundary'
import { Message } from './components/message'
import { watchClicks } from './components/second-click'
import { useStore } from './components/store'
import { paths } from './paths'
import { forgetDecoded } from './photo/picture/use-decode-ahead'
import { forgetPictures } from './photo/picture/use-picture'
import { forgetPageStarts } from './photos/page-starts'
import { forgetSearchText } from './photos/use-search-text'
import { forgetWholeStatuses } from './photos/whole/whole-statuses'
import { PhotosPage } from './photos/list/photos-page'
import { forgetLookedAt } from './review/looked-at'
import { clearSelection } from './review/selection'
import { Banner } from './session/banner'
import { isCodeMissing, loadAhead } from './session/missing-code'
import { onSessionEnd, useSession } from './session/session'

const SignInPage = lazy(async () => ({ default: (await import('./session/sign-in-page')).SignInPage }))
const AfterStart = lazy(async () => ({
  default: (await loadAhead(() => import('./after-start'))).AfterStart,
}))
const MissingCodeLine = lazy(async () => ({
  default: (await import('./session/missing-code-line')).MissingCodeLine,
}))
const NotFoundPage = lazy(async () => ({ default: (await import('./not-found-page')).NotFoundPage }))
const RecordPage = lazy(async () => ({ default: (await import('./review/record-page')).RecordPage }))
const PhotoPage = lazy(async () => ({ default: (await import('./photos/photo/photo-page')).PhotoPage }))

/** The whole app below its router: the route table and the page frame. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  const { pathname } = useLocation()
  const isBegun = useIsBegun()
  useEffect(watchClicks, [])

  // What was read belongs to the person who has signed out.
  useEffect(
    () =>
      onSessionEnd(() => {
        // What is under way for the person is ended first.
        void queryClient.cancelQueries()
        queryClient.clear()
        forgetPictures()
        forgetDecoded()
        forgetPageStarts()
        forgetWholeStatuses()
        forgetSearchText()
        clearSelection()
        forgetLookedAt()
      }),
    [queryClient],
  )

  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary fallback={<CrashPage />} resetKey={pathname}>
        <Suspense>
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
        </Suspense>
      </ErrorBoundary>
      <ErrorBoundary fallback={null} resetKey={pathname}>
        <Suspense>{isBegun && <AfterStart />}</Suspense>
      </ErrorBoundary>
    </QueryClientProvider>
  )
}

/** So long after its start a page that nobody touches has read what it shows, in ms. */
const begunMs = 5_000

/** Whether somebody has touched the page, or had the time for it. */
function useIsBegun(): boolean {
  const { end } = useSession()
  const [isBegun, setIsBegun] = useState(false)
  useEffect(() => {
    const waiting = new AbortController()
    const begin = () => setIsBegun(true)
    const timer = setTimeout(begin, begunMs)
    for (const type of ['keydown', 'pointermove', 'pointerdown'])
      window.addEventListener(type, begin, { capture: true, passive: true, signal: waiting.signal })
    return () => {
      waiting.abort()
      clearTimeout(timer)
    }
  }, [])
  return isBegun || end === 'interrupted' || end === 'locked'
}

/** Banner and page; without a session the way to the sign-in page and back. */
function PageFrame() {
  const { person, end } = useSession()
  const { pathname, search } = useLocation()
  const isMissing = useStore(isCodeMissing)
  if (end === 'locked' || end === 'leaving') return null
  if (person === null) {
    const returnTo = end === 'expired' || end === 'never-began' ? pathname + search : undefined
    return <Navigate to={paths.signIn(returnTo)} replace />
  }
  return (
    <div className="flex h-dvh min-h-[31rem] flex-col">
      <Banner person={person} />
      <ErrorBoundary fallback={null} resetKey="">
        <Suspense>{isMissing && <MissingCodeLine />}</Suspense>
      </ErrorBoundary>
      <ErrorBoundary fallback={<CrashPage />} resetKey={pathname + search}>
        <Suspense fallback={<p className="sr-only">Loading…</p>}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}

/** The line above it says why. */
function MissingPage() {
  return (
    <main className="flex flex-1 bg-surface">
      <title>Not loaded – Loupe</title>
      <Message isPage title="Not loaded">
        Go back, or reload.
      </Message>
    </main>
  )
}

function CrashPage() {
  if (useStore(isCodeMissing)) return <MissingPage />
  return (
    <main className="flex min-h-dvh bg-surface">
      <title>Something went wrong – Loupe</title>
      <Message
        isPage
        role="alert"
        title="Loupe has stopped"
        action={
          <>
            <Button look="filled" onClick={() => window.location.reload()}>
              Reload
            </Button>
            <Button onClick={() => window.location.assign(paths.photos())}>Go to pending photos</Button>
          </>
        }
      >
        Something went wrong in Loupe, not in your photos. Nothing was decided and nothing is lost.
      </Message>
    </main>
  )
}
