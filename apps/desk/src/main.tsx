import '@restow/ui/fonts.css'
import './index.css'
import { startTheme } from '@restow/ui'
import { startTexts } from '@restow/ui/desk'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './shell/App.tsx'
import { watchGoingBack } from './shell/going-back.ts'
import { speakFor } from './shell/language-of-user.ts'
import { takeUpSession, useSession } from './shell/session.store.ts'

watchGoingBack()
startTheme()
void startTexts()
useSession.subscribe(({ user }, before) => {
  if (user !== undefined && user !== before.user) speakFor(user)
})
void takeUpSession()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <App />
    </BrowserRouter>
  </StrictMode>,
)
