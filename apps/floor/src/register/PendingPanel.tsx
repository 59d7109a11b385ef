import type { ParcelView } from '@restow/contracts'
import type { Product } from '@restow/domain'
import { Code, Field } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Printer, ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import { Count } from '../scanner/Count.tsx'
import { Pick } from '../scanner/Pick.tsx'
import { Press } from '../scanner/Press.tsx'
import { type Line, leftOf } from './lines.ts'
import { change, dropPending, type Pending, wait } from './pending.store.ts'
import { printPlates, registerWith } from './register.ts'

function Quantity({ pending }: { pending: Pending }) {
  const { t } = useTexts()
  const { quantity, left } = pending
  return (
    <>
      <Count
        label={t('register.quantity')}
        value={quantity}
        onValue={(value) => change({ quantity: value })}
        fewer={t('register.fewer')}
        more={t('register.more')}
      />
      {left > 1 && quantity !== left && (
        <Press codes={['ALL']} onPress={() => change({ quantity: left })}>
          {t('register.whole', { n: left })}
        </Press>
      )}
    </>
  )
}

/** What the barcode is not sure of is offered, and never filled in by itself. */
function SerialNumber({ pending: { serial, doubts } }: { pending: Pending }) {
  const { t } = useTexts()
  return (
    <>
      <Field
        label={t('register.serial')}
        value={serial}
        onValue={(told) => change({ serial: told })}
        scans="keep"
      />
      {doubts.length > 0 && serial === '' && (
        <>
          <p className="text-m">{t('serial.doubt')}</p>
          {doubts.map((doubt, i) => (
            <Press key={doubt} codes={[`ANSWER.${i + 1}`]} onPress={() => change({ serial: doubt })}>
              <Code value={doubt} className="break-all" />
            </Press>
          ))}
        </>
      )}
    </>
  )
}

/** What was taken out of the parcel waits for its plate: off the roll, or printed. */
export function PendingPanel({ pending }: { pending: Pending }) {
  const { t } = useTexts()
  const [busy, setBusy] = useState(false)
  const { product } = pending
  const print = async () => {
    setBusy(true)
    const [lpn] = await printPlates(1, 'now')
    setBusy(false)
    if (lpn !== undefined) await registerWith(lpn, pending)
  }
  return (
    <section className="flex flex-col gap-3">
      <div className="rounded-m border-2 border-accent bg-accent-soft p-3">
        <p className="line-clamp-3 text-l leading-tight font-semibold">
          {product?.title ?? t('register.unknown')}
        </p>
        {product && <Code value={product.sku} className="text-s text-ink-2" />}
      </div>
      <div className="flex flex-col items-center gap-1 rounded-m border-2 border-dashed border-line bg-surface p-4 text-center">
        <ScanBarcode aria-hidden size={32} className="text-accent" />
        <p className="text-xl leading-tight font-[650]">{t('register.scanPlate')}</p>
      </div>
      <Quantity pending={pending} />
      {product?.flags.includes('serialRequired') && <SerialNumber pending={pending} />}
      <div className="grid grid-cols-2 gap-2">
        <Press codes={['BACK']} onPress={dropPending}>
          {t('button.cancel')}
        </Press>
        <Press
          look="primary"
          icon={<Printer aria-hidden size={20} />}
          codes={['PRINT']}
          disabled={busy}
          onPress={() => void print()}
        >
          {t('register.print')}
        </Press>
      </div>
    </section>
  )
}

/** One code, several products: a tap says which. */
export function WhichProduct({
  parcel,
  products,
  lines,
}: {
  parcel: ParcelView
  products: readonly Product[]
  lines: readonly Line[]
}) {
  const { t } = useTexts()
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xl font-[650]">{t('register.which')}</h2>
      {products.map((product, i) => (
        <Pick
          key={`${product.seller}/${product.sku}`}
          mark={i + 1}
          codes={[`ANSWER.${i + 1}`]}
          on={false}
          onPick={() => wait(parcel.trackingNumber, product, parcel.seller, leftOf(lines, product.sku))}
        >
          {product.title}
          <span className="block text-s text-ink-2">
            {product.seller} · {product.sku}
          </span>
        </Pick>
      ))}
    </section>
  )
}
