import type { UnitView } from '@restow/contracts'

import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { Count } from '../scanner/Count.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { UnitHead } from '../units/UnitHead.tsx'
import { NewPlate } from './NewPlate.tsx'

/** Some pieces of a lot turned out worse: they get a plate of their own. */
export function SplitLot({ unit }: { unit: UnitView }) {
  const { t, tn } = useTexts()
  const [quantity, setQuantity] = useState(1)
  const split = async (newLpn: string) => {
    const command = { type: 'SplitUnit', lpn: unit.lpn, quantity, newLpn } as const
    const said = { title: tell('plate.split'), code: newLpn, facts: tn('unit.pieces', quantity) }
    if (await ask(command, said)) go(unitPath(newLpn))
  }
  return (
    <Screen title={t('plate.splitTitle')}>
      <UnitHead unit={unit} />
      <Count
        label={t('plate.splitHow')}
        value={quantity}
        onValue={setQuantity}
        max={Math.max(1, unit.quantity - 1)}
        fewer={t('register.fewer')}
        more={t('register.more')}
      />
      <NewPlate unit={unit} onPlate={(lpn) => void split(lpn)} />
    </Screen>
  )
}
