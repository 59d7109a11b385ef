import type { ReturnsOverview } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { DecisionBadge, Figure, Figures } from '@restow/ui/desk-parts'
import { percent, span, whole } from '../shell/words.ts'

export const unitsOf = ({ totals }: ReturnsOverview): number =>
  totals.resell.units + totals.refurbish.units + totals.scrap.units

/** What of all these days people ask for first. */
export function OverviewFigures({ of }: { of: ReturnsOverview }) {
  const { t, tn } = useTexts()
  const { totals, dockToDecision, undecided } = of
  const units = unitsOf(of)
  const pieces = totals.resell.pieces + totals.refurbish.pieces + totals.scrap.pieces
  const { median, sameDayShare, targetSeconds } = dockToDecision
  const target = span(targetSeconds)
  return (
    <Figures className="grid-cols-2 sm:grid-cols-3 xl:grid-cols-6">
      <Figure label={t('overview.decided')} value={whole(units)} note={tn('overview.pieces', pieces)} />
      {DISPOSITIONS.map((one) => (
        <Figure
          key={one}
          label={<DecisionBadge of={one}>{t(`disposition.${one}`)}</DecisionBadge>}
          value={percent(totals[one].units, units)}
          note={tn('overview.unitsOf', totals[one].units)}
        />
      ))}
      <Figure
        label={t('report.took')}
        value={median === null ? '–' : span(median)}
        note={sameDayShare === null ? '' : t('report.tookNote', { share: percent(sameDayShare, 1) })}
      />
      <Figure
        label={t('overview.undecided')}
        value={whole(undecided.units)}
        look={undecided.late > 0 ? 'look' : 'plain'}
        note={
          undecided.late > 0
            ? t('overview.late', { count: whole(undecided.late), span: target })
            : t('overview.noneLate', { span: target })
        }
      />
    </Figures>
  )
}
