import type { DispositionsBoard } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card, DecisionBadge } from '@restow/ui/desk-parts'
import type { ReactNode } from 'react'
import { sums } from '../shell/words.ts'

type Today = DispositionsBoard['today']

function Line({ name, recovered, lost, bold = false }: LineProps) {
  return (
    <tr className={bold ? 'font-semibold' : ''}>
      <th scope="row" className="border-t border-line-2 px-3.5 py-2 text-left font-[inherit]">
        {name}
      </th>
      <td className="border-t border-line-2 px-2 py-2 text-right font-mono text-xs">
        {sums(recovered) || '–'}
      </td>
      <td className="border-t border-line-2 py-2 pr-3.5 pl-2 text-right font-mono text-xs">
        {sums(lost) || '–'}
      </td>
    </tr>
  )
}
interface LineProps {
  name: ReactNode
  recovered: Today['recovered']
  lost: Today['lost']
  bold?: boolean
}

/** What the day's decisions should bring, what is lost of the goods' value, and what exactly that means. */
export function DayValue({ today }: { today: Today }) {
  const { t, tn } = useTexts()
  return (
    <Card title={t('dispositions.value')}>
      <table className="w-full border-separate border-spacing-0 text-s">
        <thead className="text-xs text-ink-2">
          <tr>
            <th scope="col" className="px-3.5 pb-1.5 text-left font-semibold">
              {t('col.decision')}
            </th>
            <th scope="col" className="px-2 pb-1.5 text-right font-semibold">
              {t('col.recovered')}
            </th>
            <th scope="col" className="pr-3.5 pb-1.5 pl-2 text-right font-semibold">
              {t('dispositions.lost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {today.byDisposition.map(({ disposition, recovered, lost }) => (
            <Line
              key={disposition}
              name={<DecisionBadge of={disposition}>{t(`disposition.${disposition}`)}</DecisionBadge>}
              {...{ recovered, lost }}
            />
          ))}
          <Line bold name={t('dispositions.total')} recovered={today.recovered} lost={today.lost} />
        </tbody>
      </table>
      <p className="border-t border-line px-3.5 py-2.5 text-xs text-ink-2">
        {t('dispositions.lostMeans')} {today.unvalued > 0 && tn('dispositions.unvalued', today.unvalued)}
      </p>
    </Card>
  )
}
