import type { WaitingItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Tag } from '@restow/ui/desk-parts'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { parcelSentence } from '../parcels/parcel-sentences.ts'
import { api } from '../shell/api.ts'
import { whole, wordOf } from '../shell/words.ts'
import { Story } from '../units/Story.tsx'
import { useKeys } from './keys.ts'
import { Photos } from './Photos.tsx'
import { Gone } from './UnitEvidence.tsx'
import { Why } from './Why.tsx'

interface Props {
  item: WaitingItem
  gone: boolean
  round: number
  children: ReactNode
}

/** A parcel on which something is on record. */
export function ParcelEvidence({ item, gone, round, children }: Props) {
  const { t } = useTexts()
  const tracking = item.trackingNumber ?? ''
  const asked = useAsk(`${tracking} ${round} ${gone}`, () => api.parcel(tracking))
  const [large, setLarge] = useState<number | null>(null)
  const parcel = asked.data
  useKeys({ p: parcel && parcel.photos.length > 0 ? () => setLarge(0) : undefined })
  if (asked.problem !== null && !asked.loading && !parcel)
    return (
      <Card>
        <ProblemNote problem={asked.problem} again={asked.again} />
      </Card>
    )
  return (
    <>
      <Card>
        <div className="flex flex-col gap-2.5 px-3.5 py-3 text-s">
          <div className="flex flex-col gap-1">
            <h2 className="min-w-0 text-l font-semibold break-words">{t('parcel.title')}</h2>
            <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
              <Link
                to={`/parcels/${encodeURIComponent(tracking)}`}
                className="text-accent underline underline-offset-2"
              >
                <Code value={tracking} />
              </Link>
              <span>{item.seller ?? t('unit.unclaimed')}</span>
            </p>
            {parcel && (
              <span className="flex flex-wrap gap-1.5">
                <Tag>{wordOf('parcelState', parcel.state)}</Tag>
                <Tag>
                  {t('col.units')}: {whole(parcel.contents.length)}
                </Tag>
              </span>
            )}
          </div>
          {gone && parcel ? (
            <Gone story={parcel.story} sentence={parcelSentence} />
          ) : (
            <Why item={item} unit={undefined} />
          )}
          {!gone && children}
        </div>
      </Card>
      {parcel && (
        <>
          <Photos about={tracking} photos={parcel.photos} large={large} onLarge={setLarge} />
          <Card title={t('unit.story')}>
            <Story story={parcel.story} sentence={parcelSentence} label={t('unit.story')} />
          </Card>
        </>
      )}
    </>
  )
}
