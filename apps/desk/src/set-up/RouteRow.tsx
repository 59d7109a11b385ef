import { DISPOSITION_OF_ROUTE, GRADES, type Grade, minorOf, type Route } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { SelectInput, Tick } from '@restow/ui/desk-parts'
import { amount, money, wordOf } from '../shell/words.ts'
import type { CostField, PolicyFields, Who } from './policy-fields.ts'
import { type CostsOf, RouteCosts } from './RouteCosts.tsx'

interface Props {
  route: Route
  fields: PolicyFields
  who: Who
  wrong: (field: string) => { wrong?: string }
  onFields: (fields: PolicyFields) => void
}

/** What a way costs, where it is another's to say. */
function CostsSaid({
  by,
  costs,
  currency,
}: {
  by: 'policy.houseCosts' | 'policy.ownCosts'
  costs: readonly CostField[]
  currency: string
}) {
  const { t } = useTexts()
  const said = costs.map(
    ({ item, amount: typed }) => `${wordOf('cost', item)} ${amount(minorOf(typed, currency) ?? 0, currency)}`,
  )
  return (
    <p className="text-s text-ink-2 tabular-nums">
      {t(by, { costs: said.join(' · ') || t('policy.noCosts') })}
    </p>
  )
}

/** Both sides' costs: one's own to be changed, the other's to be read. */
function Costs({ route, fields, who, wrong, onFields }: Props) {
  const { t } = useTexts()
  const { currency, costs, ownCosts } = fields
  const edit = (of: CostsOf) => (
    <RouteCosts
      of={of}
      route={route}
      costs={fields[of][route]}
      others={fields[of === 'costs' ? 'ownCosts' : 'costs'][route]}
      currency={currency}
      wrong={wrong(`${of}.${route}`).wrong}
      onCosts={(next) => onFields({ ...fields, [of]: { ...fields[of], [route]: next } })}
    />
  )
  return (
    <>
      {who === 'house' ? (
        edit('costs')
      ) : (
        <CostsSaid by="policy.houseCosts" costs={costs[route]} currency={currency} />
      )}
      {who === 'seller' && (
        <div className="flex flex-col gap-0.5">
          {ownCosts[route].length > 0 && <p className="text-s text-ink-2">{t('policy.ownCostsYours')}</p>}
          {edit('ownCosts')}
        </div>
      )}
      {who !== 'seller' && ownCosts[route].length > 0 && (
        <CostsSaid by="policy.ownCosts" costs={ownCosts[route]} currency={currency} />
      )}
    </>
  )
}

function Offering({ route, fields, who, wrong, onFields }: Props) {
  const { t } = useTexts()
  const offer = fields.offers[route]
  const fixed = who === 'nobody'
  const { afterwards, offeredFor } = offer ?? { afterwards: 'very_good', offeredFor: [] }
  const onOffer = (to: { afterwards: Grade; offeredFor: readonly Grade[] } | null) => {
    const { [route]: _, ...others } = fields.offers
    onFields({ ...fields, offers: to ? { ...others, [route]: to } : others })
  }
  const toggle = (grade: Grade, on: boolean) =>
    onOffer({
      afterwards,
      offeredFor: GRADES.filter((one) => (one === grade ? on : offeredFor.includes(one))),
    })
  const said = wrong(`refurbish.${route}`).wrong
  return (
    <div className="flex flex-col gap-1">
      <Tick
        checked={offer !== undefined}
        onCheck={(on) => onOffer(on ? { afterwards, offeredFor: ['good', 'acceptable'] } : null)}
        disabled={fixed}
      >
        <span className="text-s">{t('policy.offer')}</span>
      </Tick>
      {offer && (
        <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
          <fieldset className="flex flex-wrap gap-x-3">
            <legend className="text-xs font-semibold text-ink-2">{t('policy.offeredFor')}</legend>
            {GRADES.slice(1).map((grade) => (
              <Tick
                key={grade}
                checked={offeredFor.includes(grade)}
                onCheck={(on) => toggle(grade, on)}
                disabled={fixed}
              >
                <span className="text-s">{t(`grade.${grade}`)}</span>
              </Tick>
            ))}
          </fieldset>
          <div className="w-40">
            <SelectInput
              label={t('policy.afterwards')}
              value={afterwards}
              onValue={(grade) => onOffer({ afterwards: grade, offeredFor })}
              options={GRADES.slice(0, -1).map((grade) => ({ value: grade, text: t(`grade.${grade}`) }))}
              disabled={fixed}
            />
          </div>
        </div>
      )}
      {said && (
        <p className="text-xs font-semibold text-wrong">
          <span className="unseen">{t(`route.${route}`)}: </span>
          {said}
        </p>
      )}
    </div>
  )
}

/** What the warehouse does not do, the seller cannot choose. */
function Availability({ route, fields, who, onFields }: Props) {
  const { t } = useTexts()
  const available = fields.available.includes(route)
  const set = (on: boolean) => {
    const without = (list: readonly Route[]) => list.filter((one) => one !== route)
    const others = without(fields.available)
    onFields({
      ...fields,
      available: on ? [...others, route] : others,
      routes: on ? fields.routes : without(fields.routes),
    })
  }
  if (who === 'house')
    return (
      <Tick checked={available} onCheck={set}>
        <span className="text-s text-ink-2">
          {t('policy.available')}
          <span className="unseen">: {t(`route.${route}`)}</span>
        </span>
      </Tick>
    )
  if (available) return null
  return (
    <p className="py-2 text-s text-ink-3">
      {t(who === 'seller' ? 'policy.notAvailable' : 'policy.notAvailableFor')}
    </p>
  )
}

/** One way to treat a unit: whether it may be taken, what it costs a piece, and what a bench makes of it. */
export function RouteRow(props: Props) {
  const { t } = useTexts()
  const { route, fields, who, onFields } = props
  const { currency } = fields
  const allowed = fields.routes.includes(route)
  const all = [...fields.costs[route], ...fields.ownCosts[route]]
  const sum = all.reduce((so, { amount: typed }) => so + (minorOf(typed, currency) ?? 0), 0)
  const allow = (on: boolean) => {
    const others = fields.routes.filter((one) => one !== route)
    onFields({ ...fields, routes: on ? [...others, route] : others })
  }
  return (
    <li className="flex flex-col gap-2 border-t border-line-2 px-3.5 py-2 first:border-0 sm:flex-row sm:gap-4">
      <div className="flex w-full shrink-0 items-start justify-between gap-2 sm:w-44 sm:flex-col sm:justify-start sm:gap-0">
        <Tick
          checked={allowed}
          onCheck={allow}
          disabled={who === 'nobody' || !fields.available.includes(route)}
        >
          <span className="font-[550]">{t(`route.${route}`)}</span>
        </Tick>
        {allowed && (
          <span className="py-2 text-xs text-ink-3 tabular-nums sm:py-0 sm:pl-6">
            {t('policy.perPiece', { amount: money(sum, currency) })}
          </span>
        )}
      </div>
      <div className="flex min-w-0 grow flex-col gap-2 empty:hidden sm:pt-1.5">
        {allowed && DISPOSITION_OF_ROUTE[route] === 'refurbish' && <Offering {...props} />}
        {allowed && <Costs {...props} />}
        <Availability {...props} />
      </div>
    </li>
  )
}
