import type { ReturnsOverview as Overview } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, actionClasses, Card, Empty } from '@restow/ui/desk-parts'
import { TrendingUp } from 'lucide-react'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { NoSeller } from '../asking/NoSeller.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import { SellerPage } from '../asking/SellerPage.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { useFilters } from '../asking/use-filters.ts'
import { api } from '../shell/api.ts'
import { dayAndTime, today } from '../shell/words.ts'
import { DecisionsOverTime, ReasonsOfAll } from './DecisionsOverTime.tsx'
import { daysOf, stepOf } from './days.ts'
import { OverviewFigures, unitsOf } from './OverviewFigures.tsx'
import { Products } from './Products.tsx'
import { currenciesOf } from './products-order.ts'
import { RangeBar } from './RangeBar.tsx'
import { TookFigures, TookOverTime } from './TookOverTime.tsx'
import { useAlong } from './use-along.ts'
import { ValueOverTime, ValueTotals } from './ValueOverTime.tsx'

const PHONE = 640
/** More products than this nobody looks through; the rest comes as one. */
const PRODUCTS = '1000'
/** A picture beside its figures. */
const PAIR = 'grid items-stretch gap-3 lg:grid-cols-[1.7fr_1fr]'

/** Nothing was decided: what to do first. */
function Nothing({ isYear }: { isYear: boolean }) {
  const { t } = useTexts()
  const { setAll } = useFilters()
  return (
    <Card>
      <Empty
        icon={<TrendingUp size={22} />}
        title={t('overview.none')}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {!isYear && (
              <Action look="primary" onClick={() => setAll({ days: '365', from: '', to: '' })}>
                {t('overview.lookYear')}
              </Action>
            )}
            <Link to="/imports" className={actionClasses(isYear ? 'primary' : 'plain')}>
              {t('overview.announce')}
            </Link>
          </div>
        }
      >
        {t('overview.noneHint')}
      </Empty>
    </Card>
  )
}

function Whole({ of }: { of: Overview }) {
  const { filters, set } = useFilters()
  const along = useAlong(of)
  const currencies = useMemo(() => currenciesOf([...of.products, ...(of.others ? [of.others] : [])]), [of])
  const currency = currencies.find((one) => one === filters.currency) ?? currencies[0] ?? ''
  const choice = { currencies, currency, onCurrency: (code: string) => set('currency', code) }
  return (
    <>
      <OverviewFigures of={of} />
      <div className={PAIR}>
        <DecisionsOverTime {...{ of, along }} />
        <ReasonsOfAll reasons={of.reasons} />
      </div>
      <Products {...{ of, ...choice }} />
      <div className={PAIR}>
        <ValueOverTime {...{ of, along, ...choice }} />
        <ValueTotals {...{ of, currencies }} />
      </div>
      <div className={PAIR}>
        <TookOverTime {...{ of, along }} />
        <TookFigures of={of} seller={filters.seller} />
      </div>
    </>
  )
}

function OfSeller({ seller }: { seller: string }) {
  const { t } = useTexts()
  const { filters } = useFilters()
  const { from: first, to: last, days: many, by: step } = filters
  const day = today()
  const days = useMemo(
    () => daysOf({ from: first ?? '', to: last ?? '', days: many ?? '' }, day),
    [first, last, many, day],
  )
  const by = stepOf(days, step, window.innerWidth < PHONE)
  const { from, to } = days
  const answer = useAsk(`${seller} ${from} ${to} ${by}`, (signal) =>
    api.overview({ seller, from, to, by, products: PRODUCTS }, signal),
  )
  const of = answer.data?.seller === seller ? answer.data : undefined
  return (
    <>
      <RangeBar days={days} by={by} />
      {answer.problem !== null && !answer.loading && (
        <Card>
          <ProblemNote problem={answer.problem} again={answer.again} />
        </Card>
      )}
      {!of && answer.loading && <p className="text-s text-ink-2">{t('app.loading')}</p>}
      {of && answer.problem === null && (
        <div
          aria-busy={answer.loading}
          className={classes('flex flex-col gap-3 transition-opacity', answer.loading && 'opacity-55')}
        >
          {unitsOf(of) === 0 && of.undecided.units > 0 && <OverviewFigures of={of} />}
          {unitsOf(of) === 0 ? <Nothing isYear={days.count >= 365} /> : <Whole of={of} />}
          <p className={unitsOf(of) === 0 ? 'hidden' : 'text-xs text-ink-3'}>
            {of.open ? t('overview.stillOpen', { time: dayAndTime(of.asOf) }) : t('overview.allClosed')}
          </p>
        </div>
      )}
    </>
  )
}

/** What became of a seller's goods over many days: decisions, reasons, value and time, and from there to a day or a product. */
export function ReturnsOverview() {
  const { t } = useTexts()
  const none = <NoSeller title={t('overview.noSeller')} hint={t('overview.noSellerHint')} />
  return (
    <SellerPage title={t('nav.overview')} about={t('overview.about')} none={none}>
      {(seller) => <OfSeller key={seller} seller={seller} />}
    </SellerPage>
  )
}
