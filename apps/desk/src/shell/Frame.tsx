import { useTexts } from '@restow/ui/desk'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'react-router'
import { useWaitingKeptFresh } from '../boards/waiting.store.ts'
import { FindBox } from '../search/FindBox.tsx'
import { Sidebar } from './Sidebar.tsx'

/** The sidebar and, beside it, the page. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  const { pathname } = useLocation()
  useWaitingKeptFresh()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page begins at its top
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [pathname])
  return (
    <div className="flex min-h-dvh flex-col text-ink lg:flex-row">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-[8px] bg-accent px-3 py-2 text-s font-semibold text-accent-ink focus:translate-y-0"
      >
        {t('nav.skip')}
      </a>
      <Sidebar />
      {children}
      <FindBox />
    </div>
  )
}
