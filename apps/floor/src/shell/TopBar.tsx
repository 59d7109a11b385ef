import { Chip } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { CircleAlert, CircleUserRound, House, WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { refusedCount, unsent, useOutbox } from '../outbox/outbox.store.ts'
import { useCommandCodes } from '../scanner/bus.ts'
import { go, goHome } from './go.ts'
import { useSession } from './session.store.ts'

/** Seconds, then minutes, then hours: how long the oldest unsent thing has waited. */
function useAge(): (since: number) => string {
  const { t } = useTexts()
  return (since) => {
    const seconds = Math.max(0, Math.round((Date.now() - since) / 1000))
    if (seconds < 60) return t('age.seconds', { n: seconds })
    const minutes = Math.floor(seconds / 60)
    return minutes < 120 ? t('age.minutes', { n: minutes }) : t('age.hours', { n: Math.floor(minutes / 60) })
  }
}

function useTick(running: boolean): void {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [running])
}

/** What is unsent and how old the oldest of it is; or that all is sent. */
function Unsent() {
  const outbox = useOutbox()
  const { t } = useTexts()
  const age = useAge()
  const { count, since } = unsent(outbox)
  const refused = refusedCount(outbox)
  useTick(count > 0)
  if (count === 0 && refused === 0 && !outbox.offline) return <Chip look="right">{t('bar.sent')}</Chip>
  const waiting = count > 0 && t('bar.unsent', { count, age: age(since) })
  return (
    <>
      {refused > 0 && (
        <Chip look="wrong">
          {count > 0 ? (
            <>
              <CircleAlert aria-hidden size={14} />
              <span aria-hidden>{refused}</span>
              <span className="sr-only">{t('bar.refused', { count: refused })}</span>
            </>
          ) : (
            t('bar.refused', { count: refused })
          )}
        </Chip>
      )}
      {(outbox.offline || count > 0) && (
        <Chip look="look">
          {outbox.offline && <WifiOff aria-hidden size={14} />}
          {outbox.offline && waiting && <span className="sr-only">{t('bar.offlineIdle')} </span>}
          {waiting || t('bar.offlineIdle')}
        </Chip>
      )}
    </>
  )
}

/** Where one is, who one is, and what is unsent; each part leads on. */
export function TopBar({ title }: { title: string }) {
  const { t } = useTexts()
  const badge = useSession((s) => s.person?.badge)
  const isHome = useLocation().pathname === '/'
  useCommandCodes(['MENU'], () => go('/menu'), true)
  const wide = 'flex h-14 items-center'
  return (
    <header className="flex h-14 shrink-0 items-center border-b border-line bg-surface text-m">
      {!isHome && (
        <button
          type="button"
          aria-label={t('bar.home')}
          onClick={goHome}
          className={`${wide} w-13 shrink-0 justify-center`}
        >
          <House aria-hidden size={20} />
        </button>
      )}
      <h1 className={isHome ? 'pl-3 text-m font-semibold' : 'text-m font-semibold whitespace-nowrap'}>
        {title}
      </h1>
      <button
        type="button"
        aria-label={`${t('bar.menu')}: ${badge}`}
        onClick={() => go('/menu')}
        className={`${wide} min-w-14 gap-1 truncate px-1.5 font-medium text-ink-2`}
      >
        <CircleUserRound aria-hidden size={16} className="shrink-0" />
        <span className="truncate">{badge}</span>
      </button>
      <button
        type="button"
        onClick={() => go('/attention')}
        className={`${wide} ml-auto shrink-0 gap-1 pr-3 pl-1`}
      >
        <Unsent />
      </button>
    </header>
  )
}
