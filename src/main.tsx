import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { createQueryClient } from './api/query-client'
import './index.css'
import { App } from './routes'
import { endSession, restoreSession } from './session/session'
import { applySettings } from './session/settings'

applySettings()
restoreSession()

const queryClient = createQueryClient({ onSignedOut: () => endSession('expired') })
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    {/* With transitions a field bound to the address loses letters. */}
    <BrowserRouter useTransitions={false}>
      <App queryClient={queryClient} />
    </BrowserRouter>
  </StrictMode>,
)
