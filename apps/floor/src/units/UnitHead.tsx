import type { Unit } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCommandCodes } from '../scanner/bus.ts'
import { go, unitPath } from '../shell/go.ts'
import { Answered } from './Answered.tsx'

/** Which unit it is: its plate, what it is, a word or two of the step, and what its last hold was released with. */
export function UnitHead({ unit, facts }: { unit: Unit; facts?: ReactNode }) {
  const { t, tn } = useTexts()
  const more = () => go(unitPath(unit.lpn, 'story'))
  useCommandCodes(['MORE'], more, true)
  const { product, quantity } = unit
  return (
    <>
      <div className="flex items-start gap-1">
        <div className="min-w-0 grow">
          <Code value={unit.lpn} className="text-code" />
          <p className="truncate text-s text-ink-2">{product?.title ?? t('unit.unknownProduct')}</p>
          <p className="line-clamp-2 text-s text-ink-2">
            {product?.sku ?? unit.parcel.trackingNumber}
            {quantity > 1 && ` · ${tn('unit.pieces', quantity)}`}
            {facts && <> · {facts}</>}
          </p>
        </div>
        <button
          type="button"
          aria-label={t('button.more')}
          onClick={more}
          className="-mt-2 -mr-2 grid size-14 shrink-0 place-items-center text-ink-2"
        >
          <Ellipsis aria-hidden size={24} />
        </button>
      </div>
      {unit.answer && <Answered said={unit.answer} />}
    </>
  )
}
