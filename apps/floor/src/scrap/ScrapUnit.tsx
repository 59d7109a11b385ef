import type { UnitView } from '@restow/contracts'
import { DISPOSITION_OF_ROUTE, ROUTES, type Route } from '@restow/domain'
import { Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { RouteChoice } from '../classify/RouteChoice.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { goHome } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { wordOf } from '../shell/sentences.ts'
import { UnitHead } from '../units/UnitHead.tsx'

/** The end of a unit. It cannot be undone, and says so. */
export function ScrapUnit({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const policy = unit.seller === null ? undefined : unit.known.sellers[unit.seller]?.policy
  const ways = ROUTES.filter(
    (way) => DISPOSITION_OF_ROUTE[way] === 'scrap' && (policy?.routes.includes(way) ?? true),
  )
  const [route, setRoute] = useState<Route>(unit.route ?? 'recycle')
  const [witness, setWitness] = useState('')
  const scrap = async () => {
    const who = witness.trim()
    const command = {
      type: 'ScrapUnit',
      lpn: unit.lpn,
      route,
      ...(who === '' ? {} : { witness: who }),
    } as const
    if (await ask(command, { title: tell('scrap.done'), code: unit.lpn, facts: wordOf('route', route) }))
      goHome()
  }
  return (
    <Screen
      title={t('scrap.title')}
      foot={
        <Press look="danger" codes={['SCRAP', 'CONFIRM']} onPress={() => void scrap()}>
          {t('scrap.do')}
        </Press>
      }
    >
      <UnitHead unit={unit} facts={unit.bin ? t('unit.in', { bin: unit.bin }) : undefined} />
      <h2 className="text-xl font-[650]">{t('scrap.how')}</h2>
      <RouteChoice
        label={t('scrap.how')}
        disposition="scrap"
        ways={ways}
        decided={unit.route}
        route={route}
        onPick={setRoute}
      />
      <Field label={t('scrap.witness')} value={witness} onValue={setWitness} maxLength={200} />
      <p className="text-l font-semibold text-wrong">{t('scrap.forGood')}</p>
    </Screen>
  )
}
