import { DISPOSITION_OF_ROUTE, DISPOSITIONS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card, Tick } from '@restow/ui/desk-parts'
import { type FormProps, routesOf, withRefurbishing } from './policy-fields.ts'
import { RouteRow } from './RouteRow.tsx'

/** Refurbishing as a whole: one switch for all its ways. */
function Refurbishes({ fields, onFields, who, on }: FormProps & { on: boolean }) {
  const { t } = useTexts()
  const none = !routesOf('refurbish').some((route) => fields.available.includes(route))
  return (
    <div className="px-3.5">
      <Tick
        checked={on}
        onCheck={(next) => onFields(withRefurbishing(fields, next))}
        disabled={who === 'nobody' || none}
      >
        <span className="font-[550]">{t('policy.refurbishes')}</span>
      </Tick>
      {!on && <p className="pb-2 text-s text-ink-2">{t('policy.refurbishOff')}</p>}
    </div>
  )
}

/** The ways to treat a unit: which may be taken, and what each costs. */
export function PolicyRoutes(props: FormProps) {
  const { t } = useTexts()
  const { fields, who, wrong, onFields } = props
  const refurbishes = fields.routes.some((route) => DISPOSITION_OF_ROUTE[route] === 'refurbish')
  const hint = who === 'seller' ? 'policy.routesYours' : 'policy.routesHint'
  return (
    <Card title={t('policy.routes')}>
      <p className="px-3.5 pb-2 text-s text-ink-2">{t(hint, { currency: fields.currency })}</p>
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
          {disposition === 'refurbish' && <Refurbishes {...props} on={refurbishes} />}
          {(disposition !== 'refurbish' || refurbishes || who === 'house') && (
            <ul>
              {routesOf(disposition).map((route) => (
                <RouteRow key={route} {...{ route, fields, who, wrong, onFields }} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </Card>
  )
}
