import { useTexts } from '@restow/ui/floor'
import { useShortBin } from '../putaway/BinCard.tsx'
import { Press } from '../scanner/Press.tsx'
import { Screen } from '../shell/Screen.tsx'
import { type Count, isEven, notScanned, ofKind } from './count.ts'
import { Plates } from './Plates.tsx'

interface Props {
  bin: string
  count: Count
  onBack: () => void
  onConfirm: () => void
}

/** What the count will change, before it is sent. */
export function Differences({ bin, count, onBack, onConfirm }: Props) {
  const { t } = useTexts()
  const short = useShortBin()
  const missing = notScanned(count)
  const elsewhere = ofKind(count, 'elsewhere').map((one) => ({
    ...one,
    note: one.from ? short(one.from) : t('count.nowhere'),
  }))
  return (
    <Screen
      title={t('count.differences')}
      foot={
        <>
          <Press codes={['BACK', 'CANCEL']} onPress={onBack}>
            {t('count.goOn')}
          </Press>
          <Press look="primary" codes={['CONFIRM', 'NEXT']} onPress={onConfirm}>
            {t('count.confirm')}
          </Press>
        </>
      }
    >
      <p className="text-xl font-semibold">
        <span className="font-mono">{short(bin)}</span> ·{' '}
        {t('count.progress', {
          counted: count.expected.length - missing.length,
          expected: count.expected.length,
        })}
      </p>
      {isEven(count) && count.isWhole && <p className="text-l text-ink-2">{t('count.even')}</p>}
      {!count.isWhole && <p className="text-l text-ink-2">{t('count.serverSays')}</p>}
      {count.isWhole && <Plates title={t('count.missingN', { count: missing.length })} plates={missing} />}
      <Plates title={t('count.elsewhereN', { count: elsewhere.length })} plates={elsewhere} />
      {(['found', 'unsure', 'stranger'] as const).map((kind) => {
        const plates = ofKind(count, kind)
        return <Plates key={kind} title={t(`count.${kind}N`, { count: plates.length })} plates={plates} />
      })}
    </Screen>
  )
}
