import type { PipelineBoard } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { span, whole } from '../shell/words.ts'

type ByClock = PipelineBoard['clocks']['byClock'][number]

function Clock({ clock }: { clock: ByClock }) {
  const { t } = useTexts()
  const { running, breaking, broken, targetSeconds } = clock
  const cells = [
    { key: 'running', count: running, ink: '' },
    { key: 'breaking', count: breaking, ink: breaking > 0 ? 'text-look' : '' },
    { key: 'broken', count: broken, ink: broken > 0 ? 'text-wrong' : '' },
  ] as const
  return (
    <section
      aria-label={t(`clock.${clock.clock}`)}
      className="flex flex-col gap-2 rounded-m border border-line bg-raised px-3.5 py-3"
    >
      <div className="flex items-baseline gap-2">
        <h2 className="min-w-0 grow truncate text-s font-semibold">{t(`clock.${clock.clock}`)}</h2>
        <span className="text-xs text-ink-2">
          {t('pipeline.target')} {span(targetSeconds)}
        </span>
      </div>
      <dl className="grid grid-cols-3 gap-2">
        {cells.map(({ key, count, ink }) => (
          <div key={key} className="flex min-w-0 flex-col-reverse">
            <dt className="truncate text-xs text-ink-2">{t(`pipeline.${key}`)}</dt>
            <dd className={classes('text-xl font-[650] tracking-[-.02em]', ink)}>{whole(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The three targets of the warehouse: how many run, are nearly due, are broken. */
export function Clocks({ clocks }: { clocks: PipelineBoard['clocks'] }) {
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {clocks.byClock.map((clock) => (
        <Clock key={clock.clock} clock={clock} />
      ))}
    </div>
  )
}
