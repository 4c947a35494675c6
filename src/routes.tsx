import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Link, Navigate, Outlet, Route, Routes, useLocation } from 'react-router-dom'
import { Button } from './components/button'
import { ErrorBoundary } from './components/error-boundary'
import { Message } from './components/message'
import { paths } from './paths'
import { forgetDecoded } from './photo/picture/use-decode-ahead'
import { forgetPictures } from './photo/picture/use-picture'
import { showChangedPhoto } from './photos/changed-photo'
import { forgetPageStarts } from './photos/page-starts'
import { forgetSearchText } from './photos/use-search-text'
import { forgetWholeStatuses } from './photos/whole/whole-statuses'
import { PhotosPage } from './photos/list/photos-page'
import { onPhotoChanged } from './review/decided'
import { forgetLookedAt } from './review/looked-at'
import { clearSelection } from './review/selection'
import { Banner } from './session/banner'
import { onSessionEnd, useSession } from './session/session'

const SignInPage = lazy(async () => ({ default: (await import('./session/sign-in-page')).SignInPage }))
const RecordPage = lazy(async () => ({ default: (await import('./review/record-page')).RecordPage }))
const PhotoPage = lazy(async () => ({ default: (await import('./photos/photo/photo-page')).PhotoPage }))

/** The whole app below its router: the route table and the page frame. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  const { pathname } = useLocation()

  // What was read belongs to the person who has signed out.
  useEffect(
    () =>
      onSessionEnd(() => {
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

  // A photo that was decided is another one in every list that has it.
  useEffect(() => onPhotoChanged((photo) => showChangedPhoto(queryClient, photo)), [queryClient])

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
    </QueryClientProvider>
  )
}

/** Banner and page; without a session the way to the sign-in page and back. */
function PageFrame() {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (!session.signedIn) {
    const returnTo =
      session.end === 'expired' || session.end === 'never-began' ? pathname + search : undefined
    return <Navigate to={paths.signIn(returnTo)} replace />
  }
  return (
    <div className="flex h-dvh min-h-[31rem] flex-col">
      <Banner signedIn={session.signedIn} />
      <Suspense fallback={<p className="sr-only">Loading…</p>}>
        <Outlet />
      </Suspense>
    </div>
  )
}

function NotFoundPage() {
  return (
    <main className="flex flex-1 bg-surface">
      <title>Page not found – Loupe</title>
      <Message
        isPage
        title="There is no such page"
        action={
          <Link to={paths.photos()} className="flex min-h-8 items-center text-accent underline">
            Go to the pending photos
          </Link>
        }
      >
        The address may be mistyped, or the page was moved.
      </Message>
    </main>
  )
}

function CrashPage() {
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
              Load again
            </Button>
            <Button onClick={() => window.location.assign(paths.photos())}>Go to the pending photos</Button>
          </>
        }
      >
        A fault in Loupe itself, not in your photos. Nothing was decided and nothing is lost.
      </Message>
    </main>
  )
}
