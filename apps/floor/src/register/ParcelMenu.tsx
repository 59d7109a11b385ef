import type { ParcelView } from '@restow/contracts'
import {
  CONDITIONS,
  type Command,
  type Condition,
  PARCEL_OUTCOMES,
  type ParcelOutcome,
  parcelMay,
} from '@restow/domain'
import { Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { TakePhoto } from '../inspect/TakePhoto.tsx'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask, askServer } from '../shell/ask.ts'
import { goHome } from '../shell/go.ts'
import { wordOf } from '../shell/sentences.ts'
import { lastStep, takeBackParcel } from '../units/take-back.ts'

interface Props {
  parcel: ParcelView
  onClose: () => void
}

/** A wrong condition is corrected by taking the receipt back and receiving anew; history keeps both. */
async function correct(parcel: ParcelView, condition: Condition): Promise<void> {
  if (!(await takeBackParcel(parcel, true))) return
  const { trackingNumber, raw } = parcel
  const command = { type: 'ReceiveParcel', tracking: raw, condition } as const
  await ask(
    command,
    { title: tell('parcel.received'), code: trackingNumber, facts: wordOf('condition', condition) },
    { trackingNumber },
  )
}

function Claim({ parcel, onClose }: Props) {
  const { t } = useTexts()
  const [seller, setSeller] = useState('')
  const [order, setOrder] = useState('')
  const claim = async () => {
    const evidence = order.trim() === '' ? {} : { evidence: { order: order.trim() } }
    const command: Command = {
      type: 'ClaimParcel',
      parcel: parcel.trackingNumber,
      seller: seller.trim().toUpperCase(),
      ...evidence,
    }
    onClose()
    await askServer(command, { title: t('parcel.claimed'), code: parcel.trackingNumber })
  }
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-l font-semibold">{t('parcel.claim')}</h3>
      <Field label={t('parcel.seller')} value={seller} onValue={setSeller} autoCapitalize="characters" />
      <Field label={t('parcel.order')} value={order} onValue={setOrder} scans="keep" />
      <Press codes={['CLAIM']} disabled={seller.trim() === ''} onPress={() => void claim()}>
        {t('parcel.claim')}
      </Press>
    </section>
  )
}

/** Damage seen only later: the receipt is corrected. */
function Arrived({ parcel, onClose }: Props) {
  const { t } = useTexts()
  if (lastStep(parcel)?.type !== 'ParcelReceived') return null
  const choose = (condition: Condition) => () => {
    onClose()
    void correct(parcel, condition)
  }
  return (
    <section>
      <h3 className="mb-2 text-l font-semibold">{t('parcel.arrived')}</h3>
      <div className="grid grid-cols-2 gap-2">
        {CONDITIONS.filter((one) => one !== parcel.condition).map((one) => (
          <Press key={one} codes={[`CONDITION.${one}`]} onPress={choose(one)}>
            {t(`condition.${one}`)}
          </Press>
        ))}
      </div>
    </section>
  )
}

/** Refused at the door, not ours, or empty: the seller sees it. */
function Report({ parcel, onClose }: Props) {
  const { t } = useTexts()
  const tracking = parcel.trackingNumber
  if (!parcelMay('ReportParcel', parcel).allowed) return null
  const report = async (outcome: ParcelOutcome) => {
    onClose()
    const said = { title: t('parcel.reported'), code: tracking, facts: t(`outcome.${outcome}`) }
    if (await ask({ type: 'ReportParcel', parcel: tracking, outcome }, said)) goHome()
  }
  return (
    <section>
      <h3 className="mb-2 text-l font-semibold">{t('parcel.report')}</h3>
      <div className="grid grid-cols-2 gap-2">
        {PARCEL_OUTCOMES.map((outcome) => (
          <Press key={outcome} codes={[`OUTCOME.${outcome}`]} onPress={() => void report(outcome)}>
            {t(`outcome.${outcome}`)}
          </Press>
        ))}
      </div>
    </section>
  )
}

/** What is seldom done with a parcel: correct, report, reopen, take back, claim, photograph. */
export function ParcelMenu({ parcel, onClose }: Props) {
  const { t } = useTexts()
  const tracking = parcel.trackingNumber
  const step = lastStep(parcel)
  const then = (act: () => Promise<unknown>) => () => {
    onClose()
    void act()
  }
  const reopen = () =>
    ask({ type: 'ReopenParcel', parcel: tracking }, { title: t('parcel.reopened'), code: tracking })
  return (
    <Over title={t('parcel.title')} close={t('button.close')} onClose={onClose}>
      {parcelMay('ReopenParcel', parcel).allowed && (
        <Press look="primary" codes={['REOPEN']} onPress={then(reopen)}>
          {t('parcel.reopen')}
        </Press>
      )}
      {step?.undoable && (
        <Press
          icon={<Undo2 aria-hidden size={20} />}
          codes={['UNDO']}
          onPress={then(() => takeBackParcel(parcel))}
        >
          {t('unit.takeBack', { step: wordOf('event', step.type) })}
        </Press>
      )}
      <TakePhoto subject={{ parcel: tracking }} angle="box" codes={['PHOTO']}>
        {t('parcel.photo')}
      </TakePhoto>
      <Arrived parcel={parcel} onClose={onClose} />
      <Report parcel={parcel} onClose={onClose} />
      {parcel.seller === null && <Claim parcel={parcel} onClose={onClose} />}
    </Over>
  )
}
