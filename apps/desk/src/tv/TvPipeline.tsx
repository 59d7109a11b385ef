import type { ClockItem, PipelineBoard } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Chart, Legend } from '@restow/ui/desk-parts'
import { DECISION_COLOURS } from '../boards/colours.ts'
import { hourSlots, soFar } from '../boards/hours.ts'
import { span, whole, wordOf } from '../shell/words.ts'
import { TvBar, TvCard, TvFigure, TvFigures, TvRows } from './TvParts.tsx'

/** Where units are that still have a way to go. */
const ON_THEIR_WAY = ['registered', 'inspected', 'classified', 'refurbishing', 'approved', 'shelved'] as const

function Steps({ units }: { units: PipelineBoard['units'] }) {
  const { t } = useTexts()
  const steps = ON_THEIR_WAY.flatMap((name) => units.filter(({ step }) => step === name))
  const most = Math.max(...steps.map((step) => step.units))
  return (
    <TvCard
      title={t('pipeline.unitSteps')}
      aside={<span className="text-[28px] text-ink-2">{t('pipeline.oldest')}</span>}
    >
      <TvRows>
        {steps.map(({ step, units: count, byDisposition: by, oldestSeconds }) => {
          const open = count - by.resell - by.refurbish - by.scrap
          const parts = [
            ...(['resell', 'refurbish', 'scrap'] as const).map((key) => ({
              key,
              count: by[key],
              colour: DECISION_COLOURS[key],
            })),
            { key: 'open', count: open, colour: 'var(--accent)' },
          ]
          return (
            <li key={step} className="flex items-center gap-6">
              <span className="w-[240px] shrink-0 truncate first-letter:uppercase">
                {wordOf('unitState', step)}
              </span>
              <TvBar parts={parts} of={most} />
              <b className="w-[130px] shrink-0 text-right text-[42px] leading-none font-[650]">
                {whole(count)}
              </b>
              <span className="w-[225px] shrink-0 truncate text-right text-ink-2">
                {oldestSeconds === null ? '–' : span(oldestSeconds)}
              </span>
            </li>
          )
        })}
      </TvRows>
    </TvCard>
  )
}

function Clocks({ clocks }: { clocks: PipelineBoard['clocks'] }) {
  const { t } = useTexts()
  const cell = 'w-[150px] shrink-0 text-right'
  const next = clocks.next.find(({ leftSeconds }) => leftSeconds >= 0) ?? clocks.next[0]
  return (
    <TvCard
      title={t('pipeline.clock')}
      aside={
        <>
          <span className="w-[230px] text-right text-[28px] text-ink-2">{t('pipeline.breaking')}</span>
          <span className="w-[150px] text-right text-[28px] text-ink-2">{t('pipeline.broken')}</span>
        </>
      }
    >
      <TvRows>
        {clocks.byClock.map(({ clock, breaking, broken }) => (
          <li key={clock} className="flex items-center gap-6">
            <span className="min-w-0 grow truncate">{t(`clock.${clock}`)}</span>
            <b className={`${cell} text-[54px] leading-tight font-[650] ${breaking > 0 ? 'text-look' : ''}`}>
              {whole(breaking)}
            </b>
            <b className={`${cell} text-[54px] leading-tight font-[650] ${broken > 0 ? 'text-wrong' : ''}`}>
              {whole(broken)}
            </b>
          </li>
        ))}
        {next && <Next item={next} />}
      </TvRows>
    </TvCard>
  )
}

/** What can still be helped: the one that is due next; where all are late already, the one that is latest. */
function Next({ item: { key, leftSeconds } }: { item: ClockItem }) {
  const { t } = useTexts()
  const isLate = leftSeconds < 0
  return (
    <li className="border-t border-line pt-2">
      <span className="block truncate text-[26px] text-ink-2">{t('pipeline.next')}</span>
      <span className="flex items-center gap-6">
        <span className="min-w-0 grow truncate">
          <Code value={key} />
        </span>
        <b className={`shrink-0 font-semibold ${isLate ? 'text-wrong' : 'text-look'}`}>
          {t(isLate ? 'pipeline.over' : 'pipeline.in', { span: span(Math.abs(leftSeconds)) })}
        </b>
      </span>
    </li>
  )
}

function ByTheHour({ board: { flow, asOf, timeZone } }: { board: PipelineBoard }) {
  const { t, language } = useTexts()
  const came = (step: (typeof flow.units)[number]['step']) =>
    soFar(flow, flow.units.find((one) => one.step === step)?.in ?? [], asOf)
  const series = [
    {
      key: 'registered',
      name: t('personStep.registered'),
      colour: 'var(--accent)',
      values: came('registered'),
    },
    {
      key: 'decided',
      name: t('personStep.decided'),
      colour: 'var(--info)',
      dashed: true,
      values: came('classified'),
    },
    {
      key: 'shelved',
      name: wordOf('unitState', 'shelved'),
      colour: 'var(--refurbish)',
      values: came('shelved'),
    },
  ]
  return (
    <TvCard title={t('tv.perHour')} aside={<Legend series={series} />} className="col-span-2">
      <Chart
        kind="lines"
        onWall
        label={t('tv.perHour')}
        slotHead={t('chart.hour')}
        slots={hourSlots(flow, asOf, { timeZone, language })}
        series={series}
        className="grow text-[28px]"
      />
    </TvCard>
  )
}

/** The pipeline from across the hall. */
export function TvPipeline({ board }: { board: PipelineBoard }) {
  const { t } = useTexts()
  const { today } = board
  return (
    <>
      <TvFigures>
        <TvFigure label={t('pipeline.arrived')} value={whole(today.arrived)} />
        <TvFigure label={t('pipeline.registered')} value={whole(today.registered)} />
        <TvFigure label={t('pipeline.decided')} value={whole(today.decided)} />
        <TvFigure label={t('pipeline.shelved')} value={whole(today.shelved)} />
        <TvFigure label={t('pipeline.left')} value={whole(today.left)} />
      </TvFigures>
      <div className="grid min-h-0 grow grid-cols-[1.25fr_1fr] grid-rows-[1.4fr_1fr] gap-6">
        <Steps units={board.units} />
        <Clocks clocks={board.clocks} />
        <ByTheHour board={board} />
      </div>
    </>
  )
}
