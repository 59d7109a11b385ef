import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { useEffect, useState } from 'react'
import type { Live } from '../boards/follow-board.ts'
import { useBehind } from '../boards/use-board.ts'
import { useSession } from '../shell/session.store.ts'
import { timeOfDay, timeToSecond } from '../shell/words.ts'

/** Whether what hangs there may be out of date: the line is down, or the session is lost. */
export function useIsStale(live: Live<unknown>): boolean {
  const { down } = useBehind(live)
  const lost = useSession((s) => s.lost)
  return down || lost
}

function Clock() {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <span className="text-[52px] font-[650] tracking-[-.02em]">{timeOfDay(now)}</span>
}

/** Says that it reconnects, and since when nothing is known. */
export function Reconnecting({ since }: { since: number }) {
  const { t } = useTexts()
  return (
    <span
      role="status"
      className="flex items-center gap-4 rounded-full bg-scrap-soft px-7 py-2 text-[34px] font-semibold text-wrong"
    >
      <span aria-hidden className="size-5 shrink-0 rounded-full bg-wrong" />
      {t('tv.reconnecting')}
      {since > 0 && <span className="font-normal">{t('tv.asOf', { time: timeToSecond(since) })}</span>}
    </span>
  )
}

interface Props {
  title: string
  /** The warehouse, and the seller where only one is looked at. */
  of: readonly string[]
  live: Live<unknown>
  turns: { readonly at: number; readonly of: number }
}

/** What is seen, where, whether it is true now, and what time it is. */
export function TvHead({ title, of, live, turns }: Props) {
  const { t } = useTexts()
  const stale = useIsStale(live)
  return (
    <header className="flex h-[88px] shrink-0 items-center gap-6">
      <h1 className="text-[56px] font-[700] tracking-[-.02em]">{title}</h1>
      {of.map((text) => (
        <span key={text} className="rounded-full bg-line-2 px-5 py-1 text-[30px] font-semibold text-ink-2">
          {text}
        </span>
      ))}
      {turns.of > 1 && (
        <span aria-hidden className="flex gap-3 pl-2">
          {Array.from({ length: turns.of }, (_, i) => i).map((i) => (
            <span
              key={i}
              className={classes('size-4 rounded-full', i === turns.at ? 'bg-accent' : 'bg-line')}
            />
          ))}
        </span>
      )}
      <span className="ml-auto flex items-center gap-8">
        {stale ? (
          <Reconnecting since={live.trueAt} />
        ) : (
          live.trueAt > 0 && (
            <span className="flex items-center gap-4 text-[30px] text-ink-2">
              <span aria-hidden className="size-4 rounded-full bg-(--right)" />
              {t('live.on')}
            </span>
          )
        )}
        <Clock />
      </span>
    </header>
  )
}
