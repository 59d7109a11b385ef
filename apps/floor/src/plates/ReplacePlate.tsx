import type { UnitView } from '@restow/contracts'
import { tell, useTexts } from '@restow/ui/floor'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { UnitHead } from '../units/UnitHead.tsx'
import { NewPlate } from './NewPlate.tsx'

/** A lost or torn plate is replaced; the old one still finds the unit. */
export function ReplacePlate({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const replace = async (newLpn: string) => {
    const command = { type: 'ReplacePlate', lpn: unit.lpn, newLpn } as const
    if (await ask(command, { title: tell('plate.replaced'), code: newLpn })) go(unitPath(newLpn))
  }
  return (
    <Screen title={t('plate.replaceTitle')}>
      <UnitHead unit={unit} />
      <NewPlate unit={unit} onPlate={(lpn) => void replace(lpn)} />
    </Screen>
  )
}
