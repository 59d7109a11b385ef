import { GRADES, TARGETS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { PolicyMoney } from './PolicyMoney.tsx'
import { PolicyPrints } from './PolicyPrints.tsx'
import { PolicyRoutes } from './PolicyRoutes.tsx'
import { type FormProps, hoursOf, type ProblemCode, routesOf } from './policy-fields.ts'

const setIn = <K extends string, V>(of: Readonly<Record<K, V>>, key: K, value: V) => ({ ...of, [key]: value })

function Shares({ fields, wrong, onFields, who }: FormProps) {
  const { t } = useTexts()
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
              readOnly={who === 'nobody'}
              {...wrong(`shares.${grade}`)}
            />
          ))}
        </div>
      </div>
    </Card>
  )
}

function Scrap({ fields, wrong, onFields, who }: FormProps) {
  const { t } = useTexts()
  return (
    <Card title={t('policy.scrap')}>
      <div className="grid gap-3 px-3.5 pb-3.5 sm:grid-cols-2 lg:grid-cols-3">
        <SelectInput
          label={t('policy.scrapRoute')}
          value={fields.scrapRoute}
          onValue={(scrapRoute) => onFields({ ...fields, scrapRoute })}
          options={routesOf('scrap').map((route) => ({ value: route, text: t(`route.${route}`) }))}
          hint={t('policy.scrapRouteHint')}
          disabled={who === 'nobody'}
          {...wrong('scrapRoute')}
        />
        <TextInput
          label={`${t('policy.scrapLimit')}, ${fields.currency}`}
          value={fields.scrapLimit}
          onValue={(scrapLimit) => onFields({ ...fields, scrapLimit })}
          inputMode="decimal"
          hint={t('policy.scrapLimitHint')}
          readOnly={who === 'nobody'}
          {...wrong('scrapLimitMinor')}
        />
        <TextInput
          label={t('policy.vetoHours')}
          value={fields.vetoHours}
          onValue={(vetoHours) => onFields({ ...fields, vetoHours })}
          inputMode="numeric"
          maxLength={3}
          hint={t(who === 'seller' ? 'policy.vetoHoursYours' : 'policy.vetoHoursHint')}
          readOnly={who === 'nobody'}
          {...wrong('scrapVetoHours')}
        />
      </div>
    </Card>
  )
}

function Times({ fields, houseTargets, wrong, onFields, who }: FormProps) {
  const { t } = useTexts()
  return (
    <Card title={t('targets.title')}>
      <div className="px-3.5 pb-3.5">
        <p className="pb-3 text-s text-ink-2">
          {t(who === 'seller' ? 'policy.targetsYours' : 'policy.targetsHint')}
        </p>
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
              disabled={who === 'seller'}
              readOnly={who === 'nobody'}
              {...wrong(`hours.${name}`)}
            />
          ))}
        </div>
      </div>
    </Card>
  )
}

interface Props extends Omit<FormProps, 'wrong'> {
  problems: ReadonlyMap<string, ProblemCode>
}

/** All that a policy says, in the order in which it is agreed on. */
export function PolicyForm({ problems, ...rest }: Props) {
  const { t } = useTexts()
  const wrong = (field: string) => {
    const code = problems.get(field)
    return code ? { wrong: t(`policy.wrong.${code}`) } : {}
  }
  const props = { ...rest, wrong }
  return (
    <>
      <Shares {...props} />
      <PolicyRoutes {...props} />
      <Scrap {...props} />
      <PolicyPrints {...props} />
      <PolicyMoney {...props} />
      <Times {...props} />
    </>
  )
}
