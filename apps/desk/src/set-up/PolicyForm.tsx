import { DISPOSITIONS, GRADES, type Grade, type Route, TARGETS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { Plus, X } from 'lucide-react'
import { currencies } from '../first-set-up/choices.ts'
import { hoursOf, type PolicyFields, type ProblemCode, routesOf } from './policy-fields.ts'
import { RouteRow } from './RouteRow.tsx'

export interface FormProps {
  fields: PolicyFields
  /** What holds where the contract says nothing, in seconds. */
  houseTargets: Readonly<Record<(typeof TARGETS)[number], number>>
  problems: ReadonlyMap<string, ProblemCode>
  onFields: (fields: PolicyFields) => void
  /** Only to be read. */
  fixed: boolean
}

/** Why a field cannot be taken, in words; nothing where it can. */
export function useWrong(problems: FormProps['problems']): (field: string) => { wrong?: string } {
  const { t } = useTexts()
  return (field) => {
    const code = problems.get(field)
    return code ? { wrong: t(`policy.wrong.${code}`) } : {}
  }
}

const setIn = <K extends string, V>(of: Readonly<Record<K, V>>, key: K, value: V) => ({ ...of, [key]: value })

function Shares({ fields, problems, onFields, fixed }: FormProps) {
  const { t } = useTexts()
  const wrong = useWrong(problems)
  return (
    <Card title={t('policy.shares')}>
      <div className="px-3.5 pb-3.5">
        <p className="pb-3 text-s text-ink-2">{t('policy.sharesHint')}</p>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
          {GRADES.map((grade) => (
            <TextInput
              key={grade}
              label={`${t(`grade.${grade}`)}, %`}
              value={fields.shares[grade]}
              onValue={(value) => onFields({ ...fields, shares: setIn(fields.shares, grade, value) })}
              inputMode="decimal"
              maxLength={6}
              readOnly={fixed}
              {...wrong(`shares.${grade}`)}
            />
          ))}
        </div>
      </div>
    </Card>
  )
}

function Routes({ fields, problems, onFields, fixed }: FormProps) {
  const { t } = useTexts()
  const wrong = useWrong(problems)
  const allow = (route: Route, on: boolean) => {
    const routes = on ? [...fields.routes, route] : fields.routes.filter((one) => one !== route)
    onFields({ ...fields, routes })
  }
  const offer = (route: Route, to: { afterwards: Grade; offeredFor: readonly Grade[] } | null) => {
    const { [route]: _, ...others } = fields.offers
    onFields({ ...fields, offers: to ? { ...others, [route]: to } : others })
  }
  return (
    <Card title={t('policy.routes')}>
      <p className="px-3.5 pb-2 text-s text-ink-2">{t('policy.routesHint', { currency: fields.currency })}</p>
      {wrong('routes').wrong && (
        <p role="alert" className="px-3.5 pb-2 text-s font-semibold text-wrong">
          {wrong('routes').wrong}
        </p>
      )}
      {DISPOSITIONS.map((disposition) => (
        <section
          key={disposition}
          aria-label={t(`disposition.${disposition}`)}
          className="border-t border-line"
        >
          <h3 className="px-3.5 pt-2.5 text-xs font-semibold text-ink-3">
            {t(`disposition.${disposition}`)}
          </h3>
          <ul>
            {routesOf(disposition).map((route) => (
              <RouteRow
                key={route}
                route={route}
                allowed={fields.routes.includes(route)}
                costs={fields.costs[route]}
                offer={fields.offers[route]}
                currency={fields.currency}
                fixed={fixed}
                wrongCost={wrong(`costs.${route}`).wrong}
                wrongOffer={wrong(`refurbish.${route}`).wrong}
                onAllowed={(on) => allow(route, on)}
                onCosts={(costs) => onFields({ ...fields, costs: setIn(fields.costs, route, costs) })}
                onOffer={(to) => offer(route, to)}
              />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function Scrap({ fields, problems, onFields, fixed }: FormProps) {
  const { t } = useTexts()
  const wrong = useWrong(problems)
  return (
    <Card title={t('policy.scrap')}>
      <div className="grid gap-3 px-3.5 pb-3.5 sm:grid-cols-2 lg:grid-cols-3">
        <SelectInput
          label={t('policy.scrapRoute')}
          value={fields.scrapRoute}
          onValue={(scrapRoute) => onFields({ ...fields, scrapRoute })}
          options={routesOf('scrap').map((route) => ({ value: route, text: t(`route.${route}`) }))}
          hint={t('policy.scrapRouteHint')}
          disabled={fixed}
          {...wrong('scrapRoute')}
        />
        <TextInput
          label={`${t('policy.scrapLimit')}, ${fields.currency}`}
          value={fields.scrapLimit}
          onValue={(scrapLimit) => onFields({ ...fields, scrapLimit })}
          inputMode="decimal"
          hint={t('policy.scrapLimitHint')}
          readOnly={fixed}
          {...wrong('scrapLimitMinor')}
        />
        <TextInput
          label={t('policy.vetoHours')}
          value={fields.vetoHours}
          onValue={(vetoHours) => onFields({ ...fields, vetoHours })}
          inputMode="numeric"
          maxLength={3}
          hint={t('policy.vetoHoursHint')}
          readOnly={fixed}
          {...wrong('scrapVetoHours')}
        />
      </div>
    </Card>
  )
}

function Money({ fields, problems, onFields, fixed }: FormProps) {
  const { t, language } = useTexts()
  const wrong = useWrong(problems)
  const all = currencies(language)
  const setRate = (at: number, rate: Partial<PolicyFields['rates'][number]>) =>
    onFields({ ...fields, rates: fields.rates.map((one, i) => (i === at ? { ...one, ...rate } : one)) })
  const free = ['EUR', 'GBP', 'USD', 'CNY'].find(
    (code) => code !== fields.currency && !fields.rates.some((one) => one.currency === code),
  )
  return (
    <Card title={t('policy.money')}>
      <div className="flex flex-col gap-3 px-3.5 pb-3.5">
        <div className="max-w-[320px]">
          <SelectInput
            label={t('policy.currency')}
            value={fields.currency}
            onValue={(currency) => onFields({ ...fields, currency })}
            options={all}
            hint={t('policy.currencyHint')}
            disabled={fixed}
            {...wrong('currency')}
          />
        </div>
        <p className="text-s text-ink-2">{t('policy.ratesHint', { currency: fields.currency })}</p>
        <ul className="grid max-h-[320px] gap-2 overflow-y-auto sm:grid-cols-2">
          {fields.rates.map(({ currency, rate }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: while it is typed a rate is known by its place alone
            <li key={i} className="flex items-start gap-2">
              <div className="w-28 shrink-0">
                <SelectInput
                  label={t('policy.rateOf')}
                  value={currency}
                  onValue={(code) => setRate(i, { currency: code })}
                  options={all.map(({ value }) => ({ value, text: value }))}
                  disabled={fixed}
                />
              </div>
              <div className="min-w-0 grow">
                <TextInput
                  label={t('policy.rate', { currency: fields.currency, to: currency })}
                  value={rate}
                  onValue={(text) => setRate(i, { rate: text })}
                  inputMode="decimal"
                  maxLength={19}
                  readOnly={fixed}
                  {...wrong(`rates.${currency}`)}
                />
              </div>
              {!fixed && (
                <Action
                  look="quiet"
                  className="mt-5 h-9"
                  aria-label={t('policy.removeRate', { currency })}
                  icon={<X aria-hidden size={15} />}
                  onClick={() => onFields({ ...fields, rates: fields.rates.filter((_, at) => at !== i) })}
                />
              )}
            </li>
          ))}
        </ul>
        {!fixed && (
          <Action
            className="self-start"
            icon={<Plus aria-hidden size={15} />}
            onClick={() =>
              onFields({ ...fields, rates: [...fields.rates, { currency: free ?? 'JPY', rate: '' }] })
            }
          >
            {t('policy.addRate')}
          </Action>
        )}
      </div>
    </Card>
  )
}

function Times({ fields, houseTargets, problems, onFields, fixed }: FormProps) {
  const { t } = useTexts()
  const wrong = useWrong(problems)
  return (
    <Card title={t('targets.title')}>
      <div className="px-3.5 pb-3.5">
        <p className="pb-3 text-s text-ink-2">{t('policy.targetsHint')}</p>
        <div className="grid gap-3 sm:grid-cols-3">
          {TARGETS.map((name) => (
            <TextInput
              key={name}
              label={t(`targets.${name}`)}
              value={fields.hours[name]}
              onValue={(value) => onFields({ ...fields, hours: setIn(fields.hours, name, value) })}
              inputMode="decimal"
              maxLength={6}
              placeholder={hoursOf(houseTargets[name])}
              hint={t('policy.houseTarget', { hours: hoursOf(houseTargets[name]) })}
              readOnly={fixed}
              {...wrong(`hours.${name}`)}
            />
          ))}
        </div>
      </div>
    </Card>
  )
}

/** All that a policy says, in the order in which it is agreed on. */
export function PolicyForm(props: FormProps) {
  return (
    <>
      <Shares {...props} />
      <Routes {...props} />
      <Scrap {...props} />
      <Money {...props} />
      <Times {...props} />
    </>
  )
}
