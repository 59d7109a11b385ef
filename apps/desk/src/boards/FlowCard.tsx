import type { PipelineBoard } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Chart } from '@restow/ui/desk-parts'
import { useFilters } from '../asking/use-filters.ts'
import { whole, wordOf } from '../shell/words.ts'
import { hourSlots, soFar, sumOf } from './hours.ts'

type Board = Pick<PipelineBoard, 'flow' | 'asOf' | 'timeZone'>

/** The steps to choose among: what has moved today, and how much of it. */
function useSteps({ flow }: Board) {
  const { t } = useTexts()
  return [
    { key: 'parcels', name: t('flow.parcels'), ...flow.parcels },
    ...flow.units.map(({ step, ...counts }) => ({ key: step, name: wordOf('unitState', step), ...counts })),
  ]
}

/** What came to a step and went on from it, hour by hour; the step is kept in the address. */
export function FlowCard({ board }: { board: Board }) {
  const { t, language } = useTexts()
  const { filters, set } = useFilters()
  const { flow, asOf, timeZone } = board
  const steps = useSteps(board)
  const chosen = steps.find((step) => step.key === filters.step) ?? steps[0]
  if (!chosen) return null
  const counted = { in: whole(sumOf(chosen.in)), out: whole(sumOf(chosen.out)) }
  const series = [
    {
      key: 'in',
      name: t('flow.in'),
      colour: 'var(--accent)',
      stack: 'in',
      values: soFar(flow, chosen.in, asOf),
    },
    {
      key: 'out',
      name: t('flow.out'),
      colour: 'var(--edge)',
      stack: 'out',
      values: soFar(flow, chosen.out, asOf),
    },
  ]
  return (
    <Card
      title={t('flow.title')}
      aside={<span className="text-xs text-ink-2">{t('flow.totals', counted)}</span>}
    >
      <div className="grid md:grid-cols-[236px_minmax(0,1fr)]">
        <fieldset className="border-t border-line md:border-r">
          <legend className="sr-only">{t('flow.steps')}</legend>
          <div aria-hidden className="flex h-8 items-center gap-2 px-3.5 text-xs font-semibold text-ink-2">
            <span className="grow">{t('flow.steps')}</span>
            <span className="w-12 text-right">{t('flow.in')}</span>
            <span className="w-12 text-right">{t('flow.out')}</span>
          </div>
          {steps.map((step) => (
            <Step key={step.key} step={step} on={step === chosen} onPick={() => set('step', step.key)} />
          ))}
        </fieldset>
        <Chart
          kind="bars"
          label={t('flow.chart', { step: chosen.name })}
          slotHead={t('chart.hour')}
          slots={hourSlots(flow, asOf, { timeZone, language })}
          series={series}
          className="min-h-64 border-t border-line px-3.5 py-3 text-[11px]"
        />
      </div>
    </Card>
  )
}

interface StepProps {
  step: { key: string; name: string; in: readonly number[]; out: readonly number[] }
  on: boolean
  onPick: () => void
}

function Step({ step, on, onPick }: StepProps) {
  const { t } = useTexts()
  const [into, out] = [sumOf(step.in), sumOf(step.out)]
  return (
    <label
      className={classes(
        'relative flex h-8 cursor-pointer items-center gap-2 border-t border-line-2 px-3.5 text-s pointer-coarse:h-11',
        'has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-info',
        on ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-line-2/60',
      )}
    >
      <input type="radio" name="flow-step" className="sr-only" checked={on} onChange={onPick} />
      <span className="min-w-0 grow truncate first-letter:uppercase">{step.name}</span>
      <span className="w-12 text-right">
        <span className="sr-only">{t('flow.in')} </span>
        {whole(into)}
      </span>
      <span className="w-12 text-right">
        <span className="sr-only">{t('flow.out')} </span>
        {whole(out)}
      </span>
    </label>
  )
}
