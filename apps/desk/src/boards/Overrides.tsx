import type { DispositionsBoard } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card, DecisionBadge } from '@restow/ui/desk-parts'
import { ArrowRight } from 'lucide-react'
import { percent, whole, wordOf } from '../shell/words.ts'

type Overridden = DispositionsBoard['today']['overrides']

/** The rest is rarer than these. */
const MOST_SHOWN = 8

function Changes({ changes }: { changes: Overridden['changes'] }) {
  const { t } = useTexts()
  return (
    <ul aria-label={t('dispositions.changes')}>
      {changes.slice(0, MOST_SHOWN).map(({ reason, from, to, units }) => (
        <li
          key={`${reason} ${from?.route} ${to.route}`}
          className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line-2 px-3.5 py-2 text-s"
        >
          {from ? (
            <DecisionBadge of={from.disposition}>{t(`route.${from.route}`)}</DecisionBadge>
          ) : (
            <span className="text-ink-2">–</span>
          )}
          <ArrowRight aria-label={t('dispositions.became')} role="img" size={14} className="text-ink-3" />
          <DecisionBadge of={to.disposition}>{t(`route.${to.route}`)}</DecisionBadge>
          <span className="min-w-0 grow truncate text-ink-2">{wordOf('override', reason)}</span>
          <span className="font-semibold tabular-nums">{whole(units)}</span>
        </li>
      ))}
    </ul>
  )
}

function People({ people }: { people: Overridden['byPerson'] }) {
  const { t } = useTexts()
  const some = people.filter(({ overridden }) => overridden > 0)
  if (some.length === 0) return null
  return (
    <table className="w-full border-separate border-spacing-0 border-t border-line text-s">
      <caption className="px-3.5 pt-2.5 pb-1 text-left text-xs font-semibold text-ink-2">
        {t('dispositions.byPerson')}
      </caption>
      <tbody>
        {some.slice(0, MOST_SHOWN).map(({ by, units, overridden }) => (
          <tr key={by}>
            <th
              scope="row"
              className="border-t border-line-2 px-3.5 py-1.5 text-left font-mono text-xs font-semibold"
            >
              {by}
            </th>
            <td className="border-t border-line-2 px-2 py-1.5 text-right text-ink-2">
              {t('dispositions.ofDecided', { count: whole(overridden), all: whole(units) })}
            </td>
            <td className="w-20 border-t border-line-2 py-1.5 pr-3.5 pl-2 text-right font-semibold tabular-nums">
              {percent(overridden, units, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where people decided otherwise than was suggested: what became what, why, and who. */
export function Overrides({ overrides, units }: { overrides: Overridden; units: number }) {
  const { t } = useTexts()
  return (
    <Card title={t('dispositions.overrides')}>
      {overrides.changes.length === 0 ? (
        <p className="border-t border-line px-3.5 py-4 text-s text-ink-2">
          {t(units === 0 ? 'dispositions.noReasons' : 'dispositions.noOverrides')}
        </p>
      ) : (
        <>
          <Changes changes={overrides.changes} />
          <People people={overrides.byPerson} />
        </>
      )}
    </Card>
  )
}
