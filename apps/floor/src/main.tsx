import '@restow/ui/fonts.css'
import './index.css'
import { startTheme } from '@restow/ui'
import { startTexts } from '@restow/ui/floor'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './shell/App.tsx'
import { wakeSoundAtFirstTouch } from './shell/feedback.ts'
import { startKeeping } from './shell/keeping.store.ts'
import { languageOfBadge } from './shell/language-of-badge.ts'
import { useSession } from './shell/session.store.ts'
import { startWork } from './shell/start.ts'
import { startUpdates } from './shell/update.store.ts'
import { startWakeLock } from './shell/wake-lock.ts'

startTheme()
void startTexts()
wakeSoundAtFirstTouch()
startUpdates()
startWakeLock()
startKeeping()
void startWork()
useSession.subscribe(({ person }) => {
  if (!person) languageOfBadge.leave()
})

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(
  <StrictMode>
    <BrowserRouter basename="/floor/" useTransitions={false}>
      <App />
    </BrowserRouter>
  </StrictMode>,
)
