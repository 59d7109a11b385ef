import type { UnitView } from '@restow/contracts'
import { DISPOSITION_OF_ROUTE, ROUTES, type Route } from '@restow/domain'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { RouteChoice } from '../classify/RouteChoice.tsx'
import { HoldInstead } from '../hold/HoldInstead.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { UnitHead } from '../units/UnitHead.tsx'

const WAYS = ROUTES.filter((route) => DISPOSITION_OF_ROUTE[route] === 'refurbish')

/** The unit comes to the bench; its bin is free from then on. */
export function StartBench({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const [route, setRoute] = useState<Route>(unit.route ?? 'repair')
  const start = async () => {
    const said = { title: tell('refurbish.started'), code: unit.lpn }
    if (await ask({ type: 'StartRefurbishment', lpn: unit.lpn, route }, said)) go(unitPath(unit.lpn))
  }
  return (
    <Screen
      title={t('refurbish.title')}
      foot={
        <div className="flex flex-col gap-2">
          <Press look="primary" codes={['START', 'NEXT', 'CONFIRM']} onPress={() => void start()}>
            {t('refurbish.start')}
          </Press>
          <HoldInstead unit={unit} question="" />
        </div>
      }
    >
      <UnitHead unit={unit} facts={unit.bin ? t('unit.in', { bin: unit.bin }) : undefined} />
      <RouteChoice
        label={t('refurbish.title')}
        disposition="refurbish"
        ways={WAYS}
        decided={unit.route}
        route={route}
        onPick={setRoute}
      />
    </Screen>
  )
}
