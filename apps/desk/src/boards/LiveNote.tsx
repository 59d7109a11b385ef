import { classes, numberFormat } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { timeToSecond } from '../shell/words.ts'
import type { Live } from './follow-board.ts'
import { useBehind } from './use-board.ts'

/** Whether what is shown is true now; says so when the line is down. */
export function LiveNote({ live }: { live: Live<unknown> }) {
  const { t, language } = useTexts()
  const { behindMs, down } = useBehind(live)
  const lost = down || (live.trueAt === 0 && live.problem !== null)
  const seconds = numberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const words = () => {
    if (live.trueAt === 0) return lost ? t('problem.unreachable') : t('live.connecting')
    if (down) return t('live.reconnecting', { time: timeToSecond(live.trueAt) })
    if (live.by === 'line') return t('live.on')
    return t('live.now', { span: seconds.format(Math.max(0.1, behindMs / 1000)) })
  }
  return (
    <span
      className={classes(
        'flex items-center gap-1.5 text-s',
        lost ? 'rounded-full bg-scrap-soft px-2.5 py-1 font-semibold text-wrong' : 'text-ink-2',
      )}
    >
      <span
        aria-hidden
        className={classes(
          'size-2 shrink-0 rounded-full',
          lost ? 'bg-wrong' : live.trueAt ? 'bg-(--right)' : 'bg-ink-3',
        )}
      />
      {words()}
      {/* Only a change of the line is read out, not every second of it. */}
      <span role="status" className="unseen">
        {lost ? t('live.reconnecting', { time: live.trueAt ? timeToSecond(live.trueAt) : '–' }) : ''}
      </span>
    </span>
  )
}
