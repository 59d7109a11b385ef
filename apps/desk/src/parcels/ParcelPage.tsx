import type { ParcelView } from '@restow/contracts'
import { PRINTED_FIELDS } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Tag } from '@restow/ui/desk-parts'
import { ChevronRight } from 'lucide-react'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { usePrints } from '../printing/use-prints.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { dayAndTime, reasonSaid, wordOf } from '../shell/words.ts'
import { FactList } from '../units/FactList.tsx'
import { Photos } from '../units/Photos.tsx'
import { Story } from '../units/Story.tsx'
import { OwnerUndo } from './OwnerUndo.tsx'
import { parcelSentence } from './parcel-sentences.ts'

function Announced({ parcel }: { parcel: ParcelView }) {
  const { t } = useTexts()
  const { expected, registered } = parcel
  if (expected.length === 0)
    return <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('parcel.nothingAnnounced')}</p>
  return expected.map((one) => (
    <div key={one.rmaNumber} className="border-t border-line px-3.5 py-2.5">
      <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
        <Code value={one.rmaNumber} />
        <span>{one.seller}</span>
        {one.orderNumber && <span>{one.orderNumber}</span>}
      </p>
      <ul>
        {one.lines.map((line) => {
          const done = registered[`${one.rmaNumber}/${line.sku}/${line.occurrence}`] ?? 0
          return (
            <li key={`${line.sku} ${line.occurrence}`} className="flex gap-3 py-1 text-s">
              <span className="min-w-0 grow truncate" title={line.title}>
                {line.title}
              </span>
              <span className="text-ink-2">{reasonSaid(line.reason)}</span>
              <span className="w-16 text-right font-semibold">
                {t('parcel.of', { done, all: line.quantity })}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  ))
}

function Contents({ parcel }: { parcel: ParcelView }) {
  const { t } = useTexts()
  if (parcel.contents.length === 0)
    return <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('parcel.nothingOut')}</p>
  return (
    <ul>
      {parcel.contents.map((unit) => (
        <li key={unit.lpn} className="border-t border-line">
          <Link
            to={`/units/${unit.lpn}`}
            className="flex items-center gap-3 px-3.5 py-2 text-s hover:bg-line-2/60"
          >
            <Code value={unit.lpn} className="shrink-0 text-xs" />
            <span className="min-w-0 grow truncate" title={unit.title ?? undefined}>
              {unit.title ?? t('unit.unknownProduct')}
            </span>
            {unit.held && <Tag look="hold">{t('unit.onHold')}</Tag>}
            <Tag>{wordOf('unitState', unit.state)}</Tag>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Whole({ parcel }: { parcel: ParcelView }) {
  const { t } = useTexts()
  const prints = usePrints(parcel.trackingNumber)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t('parcel.contents')}>
          <Contents parcel={parcel} />
        </Card>
        <Card title={t('parcel.announced')}>
          <Announced parcel={parcel} />
        </Card>
        <Card title={t('unit.story')}>
          <Story story={parcel.story} sentence={parcelSentence} label={t('unit.story')} prints={prints} />
        </Card>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t('unit.facts')}>
          <FactList
            facts={[
              { name: t('col.seller'), value: parcel.seller ?? t('unit.unclaimed') },
              { name: t('col.condition'), value: wordOf('condition', parcel.condition) },
              {
                name: t('col.received'),
                value:
                  parcel.receivedAt &&
                  [dayAndTime(parcel.receivedAt), parcel.receivedBy].filter(Boolean).join(', '),
              },
              {
                name: t('col.closed'),
                value:
                  parcel.closedAt &&
                  [dayAndTime(parcel.closedAt), parcel.closedBy].filter(Boolean).join(', '),
              },
              ...PRINTED_FIELDS.map((field) => ({
                name: t(`printed.${field}`),
                value: parcel.printed?.[field],
              })),
              { name: t('unit.note'), value: parcel.report?.note ?? parcel.forfeited?.note },
              {
                name: t('unit.exceptions'),
                value: parcel.exceptions.map(({ code }) => wordOf('exception', code)).join(', '),
              },
            ]}
          />
        </Card>
        <Photos lpn={parcel.trackingNumber} photos={parcel.photos} />
      </div>
    </div>
  )
}

/** One parcel: what was announced for it, what came out of it, its story. */
export function ParcelPage() {
  const { t } = useTexts()
  const { tracking = '' } = useParams()
  const asked = useAsk(tracking, () => api.parcel(tracking))
  const parcel = asked.loading ? undefined : asked.data
  return (
    <Page
      title={`${t('parcel.title')} ${tracking}`}
      heading={
        <span className="flex items-center gap-1.5">
          <Link to="/parcels" className="text-ink-2 hover:text-ink">
            {t('parcels.title')}
          </Link>
          <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
          <Code value={tracking} />
        </span>
      }
      tools={
        parcel && (
          <>
            <Tag>{wordOf('parcelState', parcel.state)}</Tag>
            {parcel.seller === null && <Tag look="look">{t('unit.unclaimed')}</Tag>}
            <OwnerUndo parcel={parcel} onDone={asked.again} />
            {parcel.report && (
              <Tag look="wrong">
                {t('parcel.reported', { outcome: wordOf('outcome', parcel.report.outcome) })}
              </Tag>
            )}
          </>
        )
      }
    >
      {asked.problem !== null && !asked.loading && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {asked.loading && <p className="text-s text-ink-2">{t('app.loading')}</p>}
      {parcel && asked.problem === null && <Whole parcel={parcel} />}
    </Page>
  )
}
