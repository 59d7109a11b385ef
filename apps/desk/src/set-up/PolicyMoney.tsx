import { useTexts } from '@restow/ui/desk'
import { Action, Card, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { Plus, X } from 'lucide-react'
import { currencies } from '../first-set-up/choices.ts'
import type { FormProps, PolicyFields } from './policy-fields.ts'

/** In which currency it is said, and what others buy of it. */
export function PolicyMoney({ fields, wrong, onFields, who }: FormProps) {
  const { t, language } = useTexts()
  const fixed = who === 'nobody'
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
            hint={who === 'seller' ? t('policy.houseSays') : t('policy.currencyHint')}
            disabled={who !== 'house'}
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
