import type { FoundUnclaimed } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, SelectInput, Tag, TextInput } from '@restow/ui/desk-parts'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import { taken } from '../asking/why-not.ts'
import { api } from '../shell/api.ts'
import { deadline } from '../shell/deadline.ts'
import { dayAndTime } from '../shell/words.ts'
import { carrierName } from './PoolList.tsx'

interface Props {
  item: FoundUnclaimed
  /** What was searched for: an order or RMA number is the evidence at once. */
  number: string
  onMine: () => void
}

function Claim({ item, number, onMine }: Props) {
  const { t } = useTexts()
  const [order, setOrder] = useState(item.foundBy === 'tracking' ? '' : number)
  const [sku, setSku] = useState(item.own[0]?.sku ?? '')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const claim = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong('')
    try {
      const evidence = { order: order.trim(), ...(sku === '' ? {} : { sku }) }
      taken(await api.claimAsSeller({ parcel: item.trackingNumber, evidence }))
      onMine()
    } catch (error) {
      noticeEnd(error)
      setWrong(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <form onSubmit={claim} className="flex flex-col gap-3 border-t border-line px-3.5 py-3">
      <TextInput label={t('unclaimed.evidence')} value={order} onValue={setOrder} maxLength={100} />
      {item.own.length > 1 && (
        <SelectInput
          label={t('unclaimed.product')}
          value={sku}
          onValue={setSku}
          options={item.own.map((one) => ({ value: one.sku, text: `${one.title} (${one.sku})` }))}
        />
      )}
      <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
        {wrong}
      </p>
      <Action type="submit" look="primary" className="self-start" disabled={busy || order.trim() === ''}>
        {t('unclaimed.claimMine')}
      </Action>
    </form>
  )
}

/** A parcel that a seller found: no more of it than what may be its own. */
export function FoundParcel(props: Props) {
  const { t, tn } = useTexts()
  const { trackingNumber, carrier, receivedAt, claimableUntil, foundBy, own, others } = props.item
  return (
    <Card>
      <div className="flex flex-col gap-1.5 px-3.5 py-3 text-s">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="min-w-0 text-l font-semibold break-all">
            <Code value={trackingNumber} />
          </h2>
          <Tag>{t(`unclaimed.foundBy.${foundBy}`)}</Tag>
        </div>
        <p className="text-ink-2">
          {[
            carrierName(carrier),
            dayAndTime(receivedAt),
            t('unclaimed.until', { at: deadline(claimableUntil) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {own.length > 0 ? (
          <>
            <p className="pt-1 text-xs font-semibold text-ink-2">{t('unclaimed.yours')}</p>
            <ul>
              {own.map(({ sku, title, quantity }) => (
                <li key={sku} className="break-words">
                  {quantity > 1 && `${quantity} × `}
                  {title} <span className="text-ink-2">{sku}</span>
                </li>
              ))}
            </ul>
            {others > 0 && <p className="text-ink-2">{tn('unclaimed.others', others)}</p>}
          </>
        ) : (
          <p className="pt-1">{t('unclaimed.nothingYours')}</p>
        )}
      </div>
      {own.length > 0 && <Claim {...props} />}
    </Card>
  )
}
