import { DISPOSITION_OF_ROUTE, GRADES, type Grade, minorOf, type Route } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput, Tick } from '@restow/ui/desk-parts'
import { Plus, X } from 'lucide-react'
import { money, wordOf } from '../shell/words.ts'
import type { CostField } from './policy-fields.ts'

/** What a way usually costs something for; a policy may know others. */
const ITEMS = [
  'relabel_and_shelf',
  'relabel',
  'shelf',
  'repair',
  'repackage',
  'clean',
  'recycle',
  'destroy',
  'freight',
]

interface Offer {
  readonly afterwards: Grade
  readonly offeredFor: readonly Grade[]
}
interface Props {
  route: Route
  allowed: boolean
  costs: readonly CostField[]
  offer: Offer | undefined
  currency: string
  fixed: boolean
  wrongCost: string | undefined
  wrongOffer: string | undefined
  onAllowed: (allowed: boolean) => void
  onCosts: (costs: readonly CostField[]) => void
  onOffer: (offer: Offer | null) => void
}

function Costs({ route, costs, currency, fixed, wrongCost, onCosts }: Props) {
  const { t } = useTexts()
  const set = (at: number, change: Partial<CostField>) =>
    onCosts(costs.map((one, i) => (i === at ? { ...one, ...change } : one)))
  const unused = ITEMS.find((item) => !costs.some((one) => one.item === item)) ?? 'freight'
  const items = [...new Set([...ITEMS, ...costs.map((one) => one.item)])]
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      {costs.map(({ item, amount }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while it is chosen a cost is known by its place alone
        <div key={i} className="flex items-end gap-2">
          <div className="w-44 min-w-0">
            <SelectInput
              label={t('policy.costFor', { route: t(`route.${route}`) })}
              value={item}
              onValue={(next) => set(i, { item: next })}
              options={items.map((one) => ({ value: one, text: wordOf('cost', one) }))}
              disabled={fixed}
            />
          </div>
          <div className="w-24">
            <TextInput
              label={currency}
              value={amount}
              onValue={(text) => set(i, { amount: text })}
              inputMode="decimal"
              maxLength={12}
              readOnly={fixed}
              aria-invalid={wrongCost ? true : undefined}
            />
          </div>
          {!fixed && (
            <Action
              look="quiet"
              className="h-9"
              aria-label={t('policy.removeCost', { item: wordOf('cost', item), route: t(`route.${route}`) })}
              icon={<X aria-hidden size={15} />}
              onClick={() => onCosts(costs.filter((_, at) => at !== i))}
            />
          )}
        </div>
      ))}
      {!fixed && (
        <Action
          look="quiet"
          className="h-9 px-1.5"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => onCosts([...costs, { item: unused, amount: '' }])}
        >
          {t('policy.addCost')}
          <span className="unseen">: {t(`route.${route}`)}</span>
        </Action>
      )}
      {wrongCost && <p className="w-full text-xs font-semibold text-wrong">{wrongCost}</p>}
    </div>
  )
}

function Offering({ route, offer, fixed, wrongOffer, onOffer }: Props) {
  const { t } = useTexts()
  const { afterwards, offeredFor } = offer ?? { afterwards: 'very_good', offeredFor: [] }
  const toggle = (grade: Grade, on: boolean) =>
    onOffer({
      afterwards,
      offeredFor: GRADES.filter((one) => (one === grade ? on : offeredFor.includes(one))),
    })
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
      {wrongOffer && (
        <p className="text-xs font-semibold text-wrong">
          <span className="unseen">{t(`route.${route}`)}: </span>
          {wrongOffer}
        </p>
      )}
    </div>
  )
}

/** One way to treat a unit: whether it may be taken, what it costs a piece, and what a bench makes of it. */
export function RouteRow(props: Props) {
  const { t } = useTexts()
  const { route, allowed, costs, currency, fixed, onAllowed } = props
  const sum = costs.reduce((all, { amount }) => all + (minorOf(amount, currency) ?? 0), 0)
  return (
    <li className="flex flex-col gap-2 border-t border-line-2 px-3.5 py-2 first:border-0 sm:flex-row sm:gap-4">
      <div className="flex w-full shrink-0 items-start justify-between gap-2 sm:w-44 sm:flex-col sm:justify-start sm:gap-0">
        <Tick checked={allowed} onCheck={onAllowed} disabled={fixed}>
          <span className="font-[550]">{t(`route.${route}`)}</span>
        </Tick>
        {allowed && (
          <span className="py-2 text-xs text-ink-3 tabular-nums sm:py-0 sm:pl-6">
            {t('policy.perPiece', { amount: money(sum, currency) })}
          </span>
        )}
      </div>
      {allowed && (
        <div className="flex min-w-0 grow flex-col gap-2">
          {DISPOSITION_OF_ROUTE[route] === 'refurbish' && <Offering {...props} />}
          <Costs {...props} />
        </div>
      )}
    </li>
  )
}
