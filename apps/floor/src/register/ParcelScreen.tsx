import { ApiProblem } from '@restow/client'
import type { ParcelView } from '@restow/contracts'
import { parcelMay } from '@restow/domain'
import { tell, useTexts } from '@restow/ui/floor'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useCopy } from '../copy/copy.store.ts'
import { loadParcel } from '../copy/load.ts'
import { useCommandCodes, useScans } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { goHome } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { whyNot } from '../shell/sentences.ts'
import { takeBackParcel } from '../units/take-back.ts'
import { CloseSheet } from './CloseSheet.tsx'
import { Contents, Lines } from './Lines.tsx'
import { linesOf } from './lines.ts'
import { ParcelHead } from './ParcelHead.tsx'
import { ParcelMenu } from './ParcelMenu.tsx'
import { PendingPanel, WhichProduct } from './PendingPanel.tsx'
import { PrintedSheet } from './PrintedSheet.tsx'
import { leaveParcel, openParcel, usePending, wait } from './pending.store.ts'
import { registerWith } from './register.ts'
import { WithoutOwner } from './WithoutOwner.tsx'

type Over = 'close' | 'menu' | 'printed' | null

/** Closes the parcel, at once where nothing is missing. */
async function close(parcel: ParcelView): Promise<void> {
  const tracking = parcel.trackingNumber
  const done = await ask(
    { type: 'CloseParcel', parcel: tracking },
    { title: tell('parcel.closed'), code: tracking },
  )
  if (!done) return
  leaveParcel()
  goHome()
}

function Open({ parcel }: { parcel: ParcelView }) {
  const { t } = useTexts()
  const [over, setOver] = useState<Over>(null)
  const { pending, products } = usePending()
  const tracking = parcel.trackingNumber
  const lines = linesOf(parcel)
  const may = parcelMay('RegisterUnit', parcel).allowed
  const mine = pending?.tracking === tracking ? pending : null
  const isUnclaimed = parcel.seller === null && products.length === 0
  useScans(({ reading }) => {
    if (!mine || !reading.lpn) return false
    void registerWith(reading.lpn.lpn, mine)
    return true
  })
  useCommandCodes(['UNDO'], () => void takeBackParcel(parcel), true)
  const closing = () => {
    if (lines.some((line) => line.registered < line.announced)) setOver('close')
    else void close(parcel)
  }
  const sheet =
    over === 'close' ? (
      <CloseSheet lines={lines} onClose={() => setOver(null)} onConfirm={() => void close(parcel)} />
    ) : over === 'menu' ? (
      <ParcelMenu parcel={parcel} onClose={() => setOver(null)} />
    ) : over === 'printed' ? (
      <PrintedSheet parcel={parcel} onClose={() => setOver(null)} />
    ) : null
  const foot =
    mine || !may ? null : (
      <>
        <Press codes={['UNKNOWN']} onPress={() => wait(tracking, null, parcel.seller, 0)}>
          {t('parcel.unknownProduct')}
        </Press>
        <Press look="primary" codes={['CLOSE']} onPress={closing}>
          {t('parcel.close')}
        </Press>
      </>
    )
  return (
    <Screen title={may ? t('register.title') : t('parcel.title')} foot={foot} over={sheet}>
      <ParcelHead parcel={parcel} onMore={() => setOver('menu')} />
      {isUnclaimed && !mine && <WithoutOwner parcel={parcel} onNote={() => setOver('printed')} />}
      {products.length > 0 && <WhichProduct parcel={parcel} products={products} lines={lines} />}
      {mine ? <PendingPanel pending={mine} /> : <Lines parcel={parcel} lines={lines} mayRegister={may} />}
      {!mine && <Contents parcel={parcel} />}
    </Screen>
  )
}

/** The open parcel: what was announced, what is registered, and the next piece that is taken out of it. */
export function ParcelScreen() {
  const { t } = useTexts()
  const { tracking = '' } = useParams()
  const parcel = useCopy((s) => s.parcels[tracking])
  const [failed, setFailed] = useState('')
  useEffect(() => {
    openParcel(tracking)
    loadParcel(tracking).catch((error: unknown) =>
      setFailed(
        error instanceof ApiProblem && error.status === 404
          ? whyNot('parcel_unknown', { tracking })
          : tell('verdict.noConnection'),
      ),
    )
  }, [tracking])
  if (parcel && parcel.state !== 'void') return <Open key={parcel.id} parcel={parcel} />
  return (
    <Screen title={t('parcel.title')}>
      <p className="m-auto text-center text-l text-ink-2">
        {parcel ? t('parcelState.void') : failed || t('app.loading')}
      </p>
    </Screen>
  )
}
