import type { PipelineBoard } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { span, whole, wordOf } from '../shell/words.ts'

interface StepRow {
  readonly key: string
  readonly name: string
  readonly to: string
  readonly count: number
  readonly oldestSeconds: number | null
  /** The parts of the bar, in its order. */
  readonly parts: readonly { readonly key: string; readonly count: number; readonly colour: string }[]
  readonly note?: string
}

/** A step as a bar: how much is at it, and how long the oldest has been there. */
function Bars({ label, rows }: { label: string; rows: readonly StepRow[] }) {
  const { t } = useTexts()
  const most = Math.max(1, ...rows.map((row) => row.count))
  return (
    <table aria-label={label} className="w-full text-s">
      <thead>
        <tr className="text-xs text-ink-2">
          <th scope="col" className="w-[150px] border-b border-line py-1.5 pl-3.5 text-left font-semibold">
            {t('pipeline.step')}
          </th>
          <th
            scope="col"
            className="hidden border-b border-line py-1.5 text-left font-semibold sm:table-cell"
          >
            <span className="unseen">{t('pipeline.count')}</span>
          </th>
          <th scope="col" className="w-14 border-b border-line py-1.5 text-right font-semibold">
            {t('pipeline.count')}
          </th>
          <th
            scope="col"
            className="w-[104px] border-b border-line py-1.5 pr-3.5 pl-3 text-right font-semibold"
          >
            {t('pipeline.oldest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="group relative hover:bg-line-2/60">
            <th scope="row" className="h-9 max-w-[150px] truncate pl-3.5 text-left font-[550]">
              <Link to={row.to} className="row-link" title={row.note ?? row.name}>
                <span className="block truncate first-letter:uppercase">{row.name}</span>
              </Link>
            </th>
            <td className="hidden px-2 sm:table-cell">
              <span className="flex h-2.5 gap-px overflow-hidden rounded-full bg-line-2" aria-hidden>
                {row.parts
                  .filter(({ count }) => count > 0)
                  .map((part) => (
                    <span
                      key={part.key}
                      className="min-w-[3px]"
                      style={{ width: `${(part.count / most) * 100}%`, background: part.colour }}
                    />
                  ))}
              </span>
            </td>
            <td className="text-right font-semibold">{whole(row.count)}</td>
            <td className="pr-3.5 pl-3 text-right whitespace-nowrap text-ink-2">
              {row.oldestSeconds === null ? '–' : span(row.oldestSeconds)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ParcelSteps({ parcels }: { parcels: PipelineBoard['parcels'] }) {
  const { t } = useTexts()
  const rows = parcels.map(({ state, parcels: count, oldestSeconds }) => ({
    key: state,
    name: wordOf('parcelState', state),
    to: `/parcels?state=${state}`,
    count,
    oldestSeconds,
    parts: [{ key: 'all', count, colour: 'var(--accent)' }],
  }))
  return (
    <Card title={t('pipeline.parcelSteps')} className="pb-1.5">
      <Bars label={t('pipeline.parcelSteps')} rows={rows} />
    </Card>
  )
}

const PARTS = [
  { key: 'resell', colour: 'var(--resell)' },
  { key: 'refurbish', colour: 'var(--bar-refurbish)' },
  { key: 'scrap', colour: 'var(--scrap)' },
] as const

type UnitStep = PipelineBoard['units'][number]
function partsOf({ units, byDisposition }: UnitStep) {
  const decided = PARTS.map(({ key, colour }) => ({ key, colour, count: byDisposition[key] }))
  const rest = units - decided.reduce((sum, part) => sum + part.count, 0)
  return [...decided, { key: 'open', colour: 'var(--accent)', count: Math.max(0, rest) }]
}

export function UnitSteps({ units }: { units: PipelineBoard['units'] }) {
  const { t } = useTexts()
  const told = (step: UnitStep) =>
    PARTS.filter(({ key }) => step.byDisposition[key] > 0)
      .map(({ key }) => `${t(`disposition.${key}`)} ${step.byDisposition[key]}`)
      .join(', ')
  const rows = units.map((step) => ({
    key: step.step,
    name: wordOf('unitState', step.step),
    to: `/units?state=${step.step}`,
    count: step.units,
    oldestSeconds: step.oldestSeconds,
    parts: partsOf(step),
    note: told(step),
  }))
  return (
    <Card
      title={t('pipeline.unitSteps')}
      className="pb-1.5"
      aside={
        <span className="hidden gap-3 text-xs text-ink-2 sm:flex">
          {PARTS.map(({ key, colour }) => (
            <span key={key} className="flex items-center gap-1.5">
              <span aria-hidden className="size-2.5 rounded-[3px]" style={{ background: colour }} />
              {t(`disposition.${key}`)}
            </span>
          ))}
        </span>
      }
    >
      <Bars label={t('pipeline.unitSteps')} rows={rows} />
    </Card>
  )
}

export function WaitingCard({ waiting }: { waiting: PipelineBoard['waiting'] }) {
  const { t } = useTexts()
  const rows = [
    { key: 'waitAtDock', to: '/parcels?state=received', count: waiting.atDock.parcels, ...waiting.atDock },
    {
      key: 'waitUnclaimed',
      to: '/unclaimed',
      count: waiting.unclaimed.parcels,
      ...waiting.unclaimed,
    },
    { key: 'waitSeller', to: '/units?held=seller', count: waiting.forSeller.units, ...waiting.forSeller },
    {
      key: 'waitSupervisor',
      to: '/units?held=supervisor',
      count: waiting.forSupervisor.units,
      ...waiting.forSupervisor,
    },
    { key: 'waitApproval', to: '/waiting', count: waiting.forApproval.units, ...waiting.forApproval },
    { key: 'waitMissing', to: '/units', count: waiting.missing.units, ...waiting.missing },
    { key: 'exceptions', to: '/units', count: waiting.exceptions, oldestSeconds: null },
  ] as const
  return (
    <Card title={t('pipeline.waiting')} className="pb-1.5">
      <ul>
        {rows.map(({ key, to, count, oldestSeconds }) => (
          <li key={key} className="border-t border-line-2 first:border-line">
            <Link to={to} className="flex h-9 items-center gap-2 px-3.5 text-s hover:bg-line-2/60">
              <span className="min-w-0 grow truncate">{t(`pipeline.${key}`)}</span>
              <b className="font-semibold">{whole(count)}</b>
              <span className="w-[96px] shrink-0 text-right whitespace-nowrap text-ink-2">
                {oldestSeconds === null ? '' : span(oldestSeconds)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
