import type { ParcelView } from '@restow/contracts'
import { PRINTED_FIELDS, type PrintedField } from '@restow/domain'
import { Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { TakePhoto } from '../inspect/TakePhoto.tsx'
import { type Scan, useScans } from '../scanner/bus.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'

const LONGEST: Readonly<Record<PrintedField, number>> = {
  order: 100,
  rma: 100,
  name: 200,
  sender: 500,
  note: 1000,
}

/** Whoever scans a plate, a product, a bin or the next parcel has gone on, and is not kept here. */
const leadsOn = ({ reading }: Scan): boolean =>
  reading.lpn !== undefined ||
  reading.bin !== undefined ||
  reading.badge !== undefined ||
  reading.gtin !== undefined ||
  reading.routingOnly !== undefined ||
  reading.carriers.some((one) => one.check === 'right')

/** Keeps one answer at once: what was said to be kept survives a battery that is pulled. */
function keep({ trackingNumber: parcel }: ParcelView, field: PrintedField, text: string): Promise<boolean> {
  const said = { title: tell('unclaimed.done'), code: parcel, facts: text, quiet: true }
  return ask({ type: 'DescribeParcel', parcel, printed: { [field]: text } }, said)
}

/** What is printed on a box that nobody announced: a question a screen, each skipped by one scan or one tap. */
export function PrintedSheet({ parcel, onClose }: { parcel: ParcelView; onClose: () => void }) {
  const { t } = useTexts()
  const [at, setAt] = useState(0)
  const field = PRINTED_FIELDS[at] ?? 'order'
  const [text, setText] = useState(parcel.printed?.[field] ?? '')
  const next = () => {
    const following = PRINTED_FIELDS[at + 1]
    if (following === undefined) return onClose()
    setAt(at + 1)
    setText(parcel.printed?.[following] ?? '')
  }
  const answer = (given: string) => {
    const told = given.trim().slice(0, LONGEST[field])
    if (told !== '' && told !== parcel.printed?.[field]) void keep(parcel, field, told)
    next()
  }
  useScans((scan) => {
    if (scan.reading.command) return false
    if (leadsOn(scan)) {
      onClose()
      return false
    }
    answer(scan.reading.text)
    return true
  })
  return (
    <Over
      title={t('unclaimed.title')}
      close={t('button.close')}
      onClose={onClose}
      foot={
        <>
          <Press codes={['SKIP', 'BACK']} onPress={next}>
            {t('unclaimed.skip')}
          </Press>
          <Press
            look="primary"
            codes={['NEXT', 'CONFIRM']}
            disabled={text.trim() === ''}
            onPress={() => answer(text)}
          >
            {t('unclaimed.keep')}
          </Press>
        </>
      }
    >
      <h3 className="text-xl leading-tight font-[650]">{t(`unclaimed.ask.${field}`)}</h3>
      <p className="text-m text-ink-2">
        {t('unclaimed.step', { n: at + 1, all: PRINTED_FIELDS.length })} · {t('unclaimed.how')}
      </p>
      <Field
        key={field}
        label={t(`printed.${field}`)}
        value={text}
        onValue={setText}
        scans="keep"
        maxLength={LONGEST[field]}
      />
      <TakePhoto subject={{ parcel: parcel.trackingNumber }} angle="label" codes={['PHOTO.label', 'PHOTO']}>
        {t('unclaimed.photo')}
      </TakePhoto>
    </Over>
  )
}
