import type { DispositionReport, ReportTotal } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { DecisionBadge, Figure, Figures } from '@restow/ui/desk-parts'
import { percent, span, sums, whole } from '../shell/words.ts'

function useRecovered() {
  const { t } = useTexts()
  return ({ recovered, pieces }: ReportTotal) =>
    sums(recovered) || t('report.pieces', { count: whole(pieces) })
}

/** The five big figures of the day. */
export function ReportFigures({ report }: { report: DispositionReport }) {
  const { t } = useTexts()
  const recovered = useRecovered()
  const { counts, totals, dockToDecision } = report
  const { median, sameDayShare } = dockToDecision
  return (
    <Figures>
      <Figure
        label={t('report.received')}
        value={whole(counts.received)}
        note={t('report.registeredNote', { count: whole(counts.registered.units) })}
      />
      {DISPOSITIONS.map((disposition) => (
        <Figure
          key={disposition}
          label={<DecisionBadge of={disposition}>{t(`disposition.${disposition}`)}</DecisionBadge>}
          value={whole(totals[disposition].units)}
          note={recovered(totals[disposition])}
        />
      ))}
      <Figure
        label={t('report.took')}
        value={median === null ? '–' : span(median)}
        note={
          sameDayShare === null
            ? t('report.tookNone')
            : t('report.tookNote', { share: percent(sameDayShare, 1) })
        }
      />
    </Figures>
  )
}
