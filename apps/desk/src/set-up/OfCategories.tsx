import type { SellerChecks } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { SelectInput, Tick } from '@restow/ui/desk-parts'
import { categorySaid, whole } from '../shell/words.ts'

interface Props {
  /** Null: all goods. */
  chosen: readonly string[] | null
  categories: SellerChecks['categories']
  wrong: string | undefined
  onChosen: (chosen: readonly string[] | null) => void
}

/** About which of a seller's goods a question is asked. */
export function OfCategories({ chosen, categories, wrong, onChosen }: Props) {
  const { t } = useTexts()
  // One that no product is of any more stays to be seen, and to be taken away.
  const gone = (chosen ?? []).filter((name) => !categories.some((one) => one.category === name))
  const all = [...categories, ...gone.map((category) => ({ category, products: 0 }))]
  return (
    <div className="flex flex-col gap-1.5 pt-3">
      <div className="max-w-[280px]">
        <SelectInput
          label={t('ownChecks.askedOf')}
          value={chosen === null ? 'all' : 'some'}
          onValue={(which) => onChosen(which === 'all' ? null : [])}
          options={[
            { value: 'all', text: t('ownChecks.all') },
            { value: 'some', text: t('ownChecks.some') },
          ]}
        />
      </div>
      {chosen !== null && (
        <div className="flex flex-wrap gap-x-5">
          {all.map(({ category, products }) => (
            <Tick
              key={category}
              checked={chosen.includes(category)}
              onCheck={(on) =>
                onChosen(on ? [...chosen, category] : chosen.filter((one) => one !== category))
              }
            >
              <span className="text-s">{categorySaid(category)}</span>
              <span className="text-xs text-ink-3 tabular-nums">{whole(products)}</span>
            </Tick>
          ))}
        </div>
      )}
      {wrong && <p className="text-xs font-semibold text-wrong">{wrong}</p>}
    </div>
  )
}
