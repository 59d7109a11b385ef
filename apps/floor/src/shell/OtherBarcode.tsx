import type { RoutingOnly } from '@restow/barcodes'
import type { ScanAnswer } from '@restow/contracts'
import { useTexts } from '@restow/ui/floor'
import { lazy, Suspense } from 'react'
import { receive } from '../receive/receive.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { endChoice } from './choice.store.ts'
import type { Drawn } from './LabelPicture.tsx'

/** Seldom wanted, and large: it comes a moment after the words. */
const LabelPicture = lazy(async () => ({ default: (await import('./LabelPicture.tsx')).LabelPicture }))

const DRAWN: readonly Drawn[] = ['usps', 'ups', 'fedex', 'dhl']
const isDrawn = (carrier: string): carrier is Drawn => DRAWN.some((one) => one === carrier)

/** Only the routing barcode was scanned: where on that carrier's label the other one is, in a picture. */
export function OtherBarcode({ answer, routing }: { answer: ScanAnswer; routing: RoutingOnly }) {
  const { t } = useTexts()
  const carriers = routing.carriers.filter(isDrawn)
  const shown: readonly Drawn[] = carriers.length > 0 ? carriers : ['other']
  return (
    <Over title={t('routing.title')} close={t('button.close')} onClose={endChoice}>
      <p className="text-m">{t('routing.what', { zip: routing.postalCode || '–' })}</p>
      <ul className={shown.length > 1 ? 'grid grid-cols-3 gap-2' : 'flex justify-center'}>
        {shown.map((carrier) => (
          <li key={carrier} className={shown.length > 1 ? 'min-w-0' : 'w-[180px]'}>
            <Suspense fallback={<div className="aspect-[3/4] w-full" />}>
              <LabelPicture carrier={carrier} label={t('routing.picture')} />
            </Suspense>
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-1.5">
        {shown.map((carrier) => (
          <li key={carrier} className="text-m leading-snug">
            {t(`routing.${carrier}`)}
          </li>
        ))}
      </ul>
      <Press
        codes={['RECEIVE']}
        onPress={() => {
          endChoice()
          void receive(answer)
        }}
      >
        {t('routing.none')}
      </Press>
    </Over>
  )
}
