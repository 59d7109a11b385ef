import { RELABELLED_ROUTES } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { actionClasses, Card, SelectInput, Tick } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { COPIES, type FormProps } from './policy-fields.ts'

/** Which resold goods get the seller's label; what stands on it has a page of its own. */
export function PolicyPrints({ fields, seller, who, wrong, onFields }: FormProps) {
  const { t } = useTexts()
  const { relabel, copies } = fields
  const fixed = who === 'nobody'
  const template = who === 'seller' ? '/labels' : `/labels?seller=${encodeURIComponent(seller)}`
  return (
    <Card
      title={t('policy.prints')}
      aside={
        <Link to={template} className={actionClasses('quiet')}>
          {t('policy.printsTemplate')}
        </Link>
      }
    >
      <div className="flex flex-col gap-3 px-3.5 pb-3.5">
        <fieldset>
          <legend className="text-s text-ink-2">{t('policy.printsHint')}</legend>
          <div className="flex flex-wrap gap-x-5 pt-1">
            {RELABELLED_ROUTES.map((route) => (
              <Tick
                key={route}
                checked={relabel.includes(route)}
                onCheck={(on) =>
                  onFields({
                    ...fields,
                    relabel: on ? [...relabel, route] : relabel.filter((one) => one !== route),
                  })
                }
                disabled={fixed}
              >
                {t(`route.${route}`)}
              </Tick>
            ))}
          </div>
        </fieldset>
        <div className="max-w-[320px]">
          <SelectInput
            label={t('policy.copies')}
            value={copies}
            onValue={(next) => onFields({ ...fields, copies: next })}
            options={COPIES.map((value) => ({ value, text: value }))}
            hint={t('policy.printsPaper')}
            disabled={fixed || relabel.length === 0}
            {...wrong('prints')}
          />
        </div>
      </div>
    </Card>
  )
}
