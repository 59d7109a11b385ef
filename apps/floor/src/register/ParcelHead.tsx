import { readScan } from '@restow/barcodes'
import type { ParcelView } from '@restow/contracts'
import { Chip, Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Ellipsis } from 'lucide-react'
import { useMemo } from 'react'
import { useCommandCodes } from '../scanner/bus.ts'
import { timeOfDay } from '../shell/sentences.ts'

function carrierOf(tracking: string): string {
  const [first] = readScan(tracking).carriers
  return first ? first.carrier.toUpperCase().replaceAll('_', ' ') : ''
}

/** Which parcel it is: number, carrier, seller, when it came and how. */
export function ParcelHead({ parcel, onMore }: { parcel: ParcelView; onMore: () => void }) {
  const { t } = useTexts()
  useCommandCodes(['MORE'], onMore, true)
  const { trackingNumber, seller, state, condition, receivedAt } = parcel
  const carrier = useMemo(() => carrierOf(trackingNumber), [trackingNumber])
  const when = receivedAt ? timeOfDay(receivedAt) : ''
  return (
    <div className="flex items-start gap-1">
      <div className="min-w-0 grow">
        <Code
          value={trackingNumber}
          className={trackingNumber.length > 18 ? 'text-l tracking-tight' : 'text-code'}
        />
        <p className="text-s text-ink-2">
          {[carrier, seller ?? t('parcel.unclaimed'), t(`parcelState.${state}`), when]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {condition && condition !== 'intact' && <Chip look="look">{t(`condition.${condition}`)}</Chip>}
      </div>
      <button
        type="button"
        aria-label={t('button.more')}
        onClick={onMore}
        className="-mt-2 -mr-2 grid size-14 shrink-0 place-items-center text-ink-2"
      >
        <Ellipsis aria-hidden size={24} />
      </button>
    </div>
  )
}
