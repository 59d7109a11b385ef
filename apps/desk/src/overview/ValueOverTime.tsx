import type { ReturnsOverview, WireMoney } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card, Chart, Filter } from '@restow/ui/desk-parts'
import { amount, percent } from '../shell/words.ts'
import { minorIn } from './products-order.ts'
import type { Along } from './use-along.ts'

interface CurrencyProps {
  currencies: readonly string[]
  currency: string
  onCurrency: (currency: string) => void
}

/** Which currency is looked at, where there are several. */
export function CurrencyChoice({ currencies, currency, onCurrency }: CurrencyProps) {
  const { t } = useTexts()
  if (currencies.length < 2) return null
  return (
    <Filter
      label={t('overview.currency')}
      value={currency}
      onValue={onCurrency}
      options={currencies.map((value) => ({ value, text: value }))}
    />
  )
}

interface Props extends CurrencyProps {
  of: ReturnsOverview
  along: Along
}

/** What was recovered and what was lost on each day or in each week, in one currency. */
export function ValueOverTime({ of, along, ...choice }: Props) {
  const { t } = useTexts()
  const { currency } = choice
  const values = (name: 'recovered' | 'lost') => of.periods.map((period) => minorIn(period[name], currency))
  const series = [
    { key: 'recovered', name: t('overview.recovered'), colour: 'var(--accent)', values: values('recovered') },
    { key: 'lost', name: t('overview.lost'), colour: 'var(--age-3)', values: values('lost'), stack: 'lost' },
  ]
  return (
    <Card
      title={currency ? t('overview.in', { what: t('overview.value'), currency }) : t('overview.value')}
      aside={<CurrencyChoice {...choice} />}
      className="flex flex-col"
    >
      {currency === '' ? (
        <p className="m-auto p-6 text-s text-ink-2">{t('overview.noMoney')}</p>
      ) : (
        <Chart
          kind="bars"
          label={t('overview.in', { what: t('overview.value'), currency })}
          {...along}
          series={series}
          format={(minor) => amount(Math.round(minor), currency)}
          className="grow px-3.5 pb-3 text-[11px]"
        />
      )}
    </Card>
  )
}

function sumIn(moneys: readonly (readonly WireMoney[])[], currency: string): number {
  return moneys.reduce((all, of) => all + (minorIn(of, currency) ?? 0), 0)
}

const HEAD = 'px-2 pb-1.5 text-right font-semibold last:pr-3.5'
const CELL = 'border-t border-line-2 px-2 py-2 text-right font-mono text-xs last:pr-3.5'

/** What was recovered and lost in all of these days, each currency by itself, and what exactly that means. */
export function ValueTotals({ of, currencies }: { of: ReturnsOverview; currencies: readonly string[] }) {
  const { t, tn } = useTexts()
  const recovered = DISPOSITIONS.map((one) => of.totals[one].recovered)
  return (
    <Card title={t('overview.byCurrency')} className="flex flex-col">
      {currencies.length > 0 && (
        <table
          aria-label={t('overview.byCurrency')}
          className="w-full border-separate border-spacing-0 text-s"
        >
          <thead className="text-xs text-ink-2">
            <tr>
              <th scope="col" className="px-3.5 pb-1.5 text-left font-semibold">
                {t('overview.currency')}
              </th>
              <th scope="col" className={HEAD}>
                {t('overview.recovered')}
              </th>
              <th scope="col" className={HEAD}>
                {t('overview.lost')}
              </th>
              <th scope="col" className={HEAD}>
                {t('overview.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {currencies.map((currency) => {
              const won = sumIn(recovered, currency)
              const lost = minorIn(of.lost, currency) ?? 0
              return (
                <tr key={currency}>
                  <th scope="row" className="border-t border-line-2 px-3.5 py-2 text-left font-semibold">
                    {currency}
                  </th>
                  <td className={CELL}>{amount(won, currency)}</td>
                  <td className={CELL}>{amount(lost, currency)}</td>
                  <td className={CELL}>{won + lost > 0 && won >= 0 ? percent(won, won + lost) : '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <p className="mt-auto border-t border-line px-3.5 py-2.5 text-xs text-ink-2">
        {t('overview.lostMeans')} {of.unvalued > 0 && tn('overview.unvalued', of.unvalued)}
      </p>
    </Card>
  )
}
