import type { Route } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { Plus, X } from 'lucide-react'
import { wordOf } from '../shell/words.ts'
import type { CostField } from './policy-fields.ts'

/** What a way usually costs something for; a policy may know others. */
const ITEMS = {
  costs: [
    ...['relabel_and_shelf', 'relabel', 'shelf', 'repair', 'repackage', 'clean', 'recycle', 'destroy'],
    'freight',
  ],
  ownCosts: ['parts', 'freight', 'duty'],
} as const
/** The warehouse's costs, or what it costs the seller besides. */
export type CostsOf = keyof typeof ITEMS

interface Props {
  of: CostsOf
  route: Route
  costs: readonly CostField[]
  /** Those of the other, whose words are taken. */
  others: readonly CostField[]
  currency: string
  wrong: string | undefined
  onCosts: (costs: readonly CostField[]) => void
}

/** What a way costs, item by item, to be changed. */
export function RouteCosts({ of, route, costs, others, currency, wrong, onCosts }: Props) {
  const { t } = useTexts()
  const set = (at: number, change: Partial<CostField>) =>
    onCosts(costs.map((one, i) => (i === at ? { ...one, ...change } : one)))
  const taken = [...costs, ...others].map((one) => one.item)
  const known: readonly string[] = ITEMS[of].filter((item) => !others.some((one) => one.item === item))
  const items = [...new Set([...known, ...costs.map((one) => one.item)])]
  const unused = known.find((item) => !taken.includes(item)) ?? known[0] ?? 'freight'
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      {costs.map(({ item, amount }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while it is chosen a cost is known by its place alone
        <div key={i} className="flex w-full items-end gap-2 sm:w-auto">
          <div className="min-w-0 grow sm:w-44">
            <SelectInput
              label={t('policy.costFor', { route: t(`route.${route}`) })}
              value={item}
              onValue={(next) => set(i, { item: next })}
              options={items.map((one) => ({ value: one, text: wordOf('cost', one) }))}
            />
          </div>
          <div className="w-20 shrink-0 sm:w-24">
            <TextInput
              label={currency}
              value={amount}
              onValue={(text) => set(i, { amount: text })}
              inputMode="decimal"
              maxLength={12}
              aria-invalid={wrong ? true : undefined}
            />
          </div>
          <Action
            look="quiet"
            className="h-9 px-1.5"
            aria-label={t('policy.removeCost', { item: wordOf('cost', item), route: t(`route.${route}`) })}
            icon={<X aria-hidden size={15} />}
            onClick={() => onCosts(costs.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Action
        look="quiet"
        className="-ml-1.5 h-9 px-1.5"
        icon={<Plus aria-hidden size={14} />}
        onClick={() => onCosts([...costs, { item: unused, amount: '' }])}
      >
        {t(of === 'costs' ? 'policy.addCost' : 'policy.addOwnCost')}
        <span className="unseen">: {t(`route.${route}`)}</span>
      </Action>
      {wrong && <p className="w-full text-xs font-semibold text-wrong">{wrong}</p>}
    </div>
  )
}
