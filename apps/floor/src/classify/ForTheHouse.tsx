import type { UnitView } from '@restow/contracts'
import { DISPOSITION_OF_ROUTE, HOUSE_ROUTES, type Route } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { HoldInstead } from '../hold/HoldInstead.tsx'
import { Press } from '../scanner/Press.tsx'
import { Screen } from '../shell/Screen.tsx'
import { UnitHead } from '../units/UnitHead.tsx'
import { Option } from './Option.tsx'

interface Props {
  unit: UnitView
  decide: (route: Route) => void
}

/** What nobody claimed in time: there is nothing to reckon by, and a supervisor says which way it goes. */
export function ForTheHouse({ unit, decide }: Props) {
  const { t } = useTexts()
  const [route, setRoute] = useState<Route>(HOUSE_ROUTES[0] ?? 'liquidate')
  const foot = (
    <>
      <HoldInstead unit={unit} question="" />
      <Press look="primary" codes={['NEXT', 'CONFIRM']} onPress={() => decide(route)}>
        {t('classify.confirm')}
      </Press>
    </>
  )
  return (
    <Screen title={t('classify.title')} foot={foot}>
      <UnitHead unit={unit} />
      <p className="text-m text-ink-2">{t('unclaimed.house')}</p>
      <div role="radiogroup" aria-label={t('classify.title')} className="flex flex-col gap-2">
        {HOUSE_ROUTES.map((way, i) => (
          <Option
            key={way}
            disposition={DISPOSITION_OF_ROUTE[way]}
            route={way}
            routeFirst
            recovered={null}
            currency={null}
            suggested={false}
            on={way === route}
            codes={[`ROUTE.${way}`, `ANSWER.${i + 1}`]}
            onPick={() => setRoute(way)}
          />
        ))}
      </div>
    </Screen>
  )
}
