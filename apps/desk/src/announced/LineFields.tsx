import { mapReason } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { Trash2 } from 'lucide-react'
import { reasonSaid } from '../shell/words.ts'
import { currenciesFor, type DraftLine, reasonsFor } from './draft.ts'
import { ProductInput } from './ProductInput.tsx'

interface Props {
  seller: string
  /** The how-manieth it is, for people. */
  n: number
  line: DraftLine
  onLine: (change: Partial<DraftLine>) => void
  /** Left out where it is the only one. */
  onRemove?: (() => void) | undefined
  wrong: (field: 'sku' | 'quantity' | 'value') => string | undefined
}

/** One line of a return: what comes back, how much of it, what it is worth, and why. */
export function LineFields({ seller, n, line, onLine, onRemove, wrong }: Props) {
  const { t } = useTexts()
  const { sku, title, asin, quantity, value, currency, reason } = line
  const reasons = reasonsFor(reason)
    .map((one) => ({ value: one, text: reasonSaid({ raw: one, mapped: mapReason(one) }) }))
    // A channel's own code stands for the trade's word that says the same.
    .filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i)
  return (
    <fieldset className="min-w-0 border-t border-line-2 px-3.5 py-3.5 first:border-t-0">
      <legend className="unseen">{t('announce.line', { n })}</legend>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-[minmax(0,1fr)_6rem_8rem_6.5rem_minmax(0,14rem)_auto]">
        <div className="col-span-2 min-w-0 lg:col-span-1">
          <ProductInput
            seller={seller}
            picked={{ sku, title, asin }}
            onPicked={onLine}
            wrong={wrong('sku')}
          />
        </div>
        <TextInput
          label={t('announce.quantity')}
          value={quantity}
          onValue={(text) => onLine({ quantity: text })}
          wrong={wrong('quantity')}
          inputMode="numeric"
          maxLength={7}
        />
        <TextInput
          label={t('announce.value')}
          value={value}
          onValue={(text) => onLine({ value: text })}
          wrong={wrong('value')}
          inputMode="decimal"
          maxLength={14}
        />
        <SelectInput
          label={t('announce.currency')}
          value={currency}
          onValue={(code) => onLine({ currency: code })}
          options={currenciesFor(currency).map((code) => ({ value: code, text: code }))}
        />
        <SelectInput
          label={t('announce.reason')}
          value={reason}
          onValue={(code) => onLine({ reason: code })}
          options={[{ value: '', text: t('announce.noReason') }, ...reasons]}
        />
        {onRemove && (
          <div className="col-span-2 lg:col-span-1 lg:pt-5">
            <Action
              onClick={onRemove}
              aria-label={t('announce.removeLine', { n })}
              icon={<Trash2 aria-hidden size={15} />}
            />
          </div>
        )}
      </div>
    </fieldset>
  )
}
