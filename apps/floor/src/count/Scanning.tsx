import { Chip, Code } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { ScanBarcode } from 'lucide-react'
import { useShortBin } from '../putaway/BinCard.tsx'
import { useCommandCodes } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'
import { Screen } from '../shell/Screen.tsx'
import { sayLook } from '../shell/verdict.store.ts'
import { takeOut } from './count.store.ts'
import { type Count, type Counted, type Kind, notScanned } from './count.ts'

const LOOKS = {
  here: 'right',
  found: 'look',
  elsewhere: 'look',
  unsure: 'look',
  stranger: 'wrong',
} as const satisfies Record<Kind, string>

const SHOWN = 30

function Scanned({ plate }: { plate: Counted }) {
  const { t } = useTexts()
  const { lpn, title, kind } = plate
  return (
    <li className="flex min-h-touch items-center gap-2 border-t border-line py-1">
      <span className="min-w-0 grow">
        <Code value={lpn} className="block" />
        <span className="block truncate text-s text-ink-2">{title ?? t('unit.unknownProduct')}</span>
      </span>
      <Chip look={LOOKS[kind]}>{t(`count.${kind}`)}</Chip>
    </li>
  )
}

function undo(bin: string): void {
  const lpn = takeOut(bin)
  if (lpn !== undefined) sayLook(lpn, tell('count.takenOut'))
}

/** Plates are scanned one after another; how many are still to come is always in sight. */
export function Scanning({ bin, count, onFinish }: { bin: string; count: Count; onFinish: () => void }) {
  const { t } = useTexts()
  const short = useShortBin()
  const { counted, expected, isWhole } = count
  useCommandCodes(['UNDO'], () => undo(bin), counted.length > 0)
  const left = notScanned(count).length
  return (
    <Screen
      title={t('count.title')}
      foot={
        <Press look="primary" onward codes={['COUNTED', 'NEXT']} onPress={onFinish}>
          {t('count.finish')}
        </Press>
      }
    >
      <div className="rounded-m border border-line bg-raised p-4 text-center">
        <p className="font-mono text-2xl leading-tight font-semibold" title={bin}>
          {short(bin)}
        </p>
        <p className="text-3xl font-bold tabular-nums">
          {t('count.progress', { counted: expected.length - left, expected: expected.length })}
        </p>
        <p className="text-m text-ink-2">{isWhole ? t('count.left', { left }) : t('count.notAllKnown')}</p>
      </div>
      <p className="flex items-center justify-center gap-2 text-l font-semibold text-ink-2">
        <ScanBarcode aria-hidden size={24} />
        {t('count.scan')}
      </p>
      <ul aria-label={t('count.scanned')}>
        {counted
          .slice(-SHOWN)
          .toReversed()
          .map((plate) => (
            <Scanned key={plate.lpn} plate={plate} />
          ))}
      </ul>
    </Screen>
  )
}
