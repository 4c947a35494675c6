import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './cloudcard/query-client'
import './index.css'
import { App } from './app/routes'
import { followList } from './photos/sources/photo-source'
import { getSession, isMarkKnown, restoreSession, sessionMark } from './session/session'
import { applySettings } from './session/settings'

// Where public/browser-check.js has said that the browser is too old, nothing is begun.
if (document.documentElement.dataset['browser'] !== 'too-old') {
  applySettings()
  restoreSession()
  void start()
}

// Kept by the browser for Back, and perhaps signed out in another tab since.
window.addEventListener(
  'pageshow',
  ({ persisted }) => persisted && !isMarkKnown() && window.location.reload(),
)

async function start() {
  // A new tab of a browser in which somebody is signed in.
  if (!getSession().signedIn && sessionMark() !== null) {
    const channel = await import('./session/tab-channel').catch(() => null)
    await channel?.askOtherTabs()
  }
  const queryClient = createQueryClient()
  followList(queryClient)
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')

  createRoot(root).render(
    <StrictMode>
      <App queryClient={queryClient} />
    </StrictMode>,
  )
}
