import type { DispositionsBoard } from '@restow/contracts'
import { DISPOSITIONS, type Disposition } from '@restow/domain'
import { numberFormat } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { DecisionBadge, Figure } from '@restow/ui/desk-parts'
import { percent, sums, whole, wordOf } from '../shell/words.ts'

/** The four big figures of the day. */
export function DispositionFigures({ board }: { board: DispositionsBoard }) {
  const { t, language } = useTexts()
  const { today, usual, onTheBench, waitForApproval } = board
  const { overrides } = today
  const of = (disposition: Disposition) => today.byDisposition.find((one) => one.disposition === disposition)
  /** Against the days before, at the same time of the day: a morning is not held against whole days. */
  const soFar = (disposition: Disposition) => {
    if (usual.days === 0) return ''
    const n = numberFormat(language, { maximumFractionDigits: 1 }).format(usual[disposition])
    return ` · ${t('dispositions.usual', { n })}`
  }
  const note = (disposition: Disposition, units: number) => {
    const share = percent(units, today.units)
    const so = soFar(disposition)
    if (disposition === 'refurbish') return t('dispositions.bench', { share, count: whole(onTheBench) }) + so
    if (disposition === 'scrap')
      return t('dispositions.approval', { share, count: whole(waitForApproval) }) + so
    const recovered = sums(of(disposition)?.recovered ?? [])
    const told = recovered
      ? t('dispositions.note', { share, money: recovered })
      : t('dispositions.noteShare', { share })
    return told + so
  }
  const most = overrides.byReason[0]
  const counts = { count: whole(overrides.units), all: whole(today.units) }
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-[1fr_1fr_1fr_1.2fr]">
      {DISPOSITIONS.map((disposition) => {
        const units = of(disposition)?.units ?? 0
        return (
          <Figure
            key={disposition}
            size="xl"
            label={<DecisionBadge of={disposition}>{t(`disposition.${disposition}`)}</DecisionBadge>}
            value={whole(units)}
            note={note(disposition, units)}
          />
        )
      })}
      <Figure
        size="xl"
        label={t('dispositions.overrides')}
        value={overrides.share === null ? '–' : percent(overrides.share, 1, 1)}
        note={
          most
            ? t('dispositions.overridesMost', { ...counts, reason: wordOf('override', most.reason) })
            : t('dispositions.overridesNote', counts)
        }
      />
    </dl>
  )
}
