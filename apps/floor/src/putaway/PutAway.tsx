import type { UnitView } from '@restow/contracts'
import { unitMay, zonesFor } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { ScanBarcode } from 'lucide-react'
import { HoldInstead } from '../hold/HoldInstead.tsx'
import { isUnsentAbout, useOutbox } from '../outbox/outbox.store.ts'
import { Press } from '../scanner/Press.tsx'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { UnitHead } from '../units/UnitHead.tsx'
import { BinCard } from './BinCard.tsx'

function Where({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const waits = useOutbox(() => isUnsentAbout(unit.lpn))
  const { suggestedBin: bin } = unit
  if (bin) return <BinCard bin={bin} above={t('putaway.lay')} />
  const zone = t(`zone.${zonesFor(unit)[0] ?? 'resell'}`)
  return (
    <div className="rounded-m border border-line bg-raised p-4 text-center">
      <p className="text-xl font-semibold">{waits ? t('putaway.finding') : t('putaway.none')}</p>
      <p className="text-m text-ink-2">{t('putaway.noneHint', { zone })}</p>
    </div>
  )
}

/** The suggested bin, big; its tag, or another that fits, is scanned. */
export function PutAway({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const maystart = unitMay('StartRefurbishment', unit).allowed
  const foot = maystart ? (
    <Press onward codes={['START']} onPress={() => go(unitPath(unit.lpn, 'refurbish'))}>
      {t('unit.do.StartRefurbishment')}
    </Press>
  ) : unit.held ? null : (
    <HoldInstead unit={unit} question="" />
  )
  return (
    <Screen title={t('putaway.title')} foot={foot}>
      <UnitHead unit={unit} />
      <Where unit={unit} />
      <p className="flex items-center justify-center gap-2 text-l font-semibold text-ink-2">
        <ScanBarcode aria-hidden size={24} />
        {t('putaway.scan')}
      </p>
    </Screen>
  )
}
