import type { ChangeItem, ChangeKind, SellerChangeItem } from '@restow/contracts'
import { leads } from '@restow/domain'
import { tell, useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { Pager } from '../asking/Pager.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { dayAndTime, wholeMoment } from '../shell/words.ts'
import { changedFields } from './changes.ts'

/** More of one change than this is no longer read; how many there are is said. */
const SHOWN = 8

type Changed = ChangeItem | SellerChangeItem

function Fields({ change }: { change: Changed }) {
  const { t } = useTexts()
  const fields = changedFields(change)
  if (!change.before) return <p>{t('history.made')}</p>
  return (
    <ul className="flex flex-col gap-0.5">
      {fields.slice(0, SHOWN).map(({ name, from, to }) => (
        <li key={name} className="break-words">
          <span className="text-ink-2">{name}: </span>
          <s className="text-ink-3">{from}</s>
          <span aria-hidden className="text-ink-3">
            {' → '}
          </span>
          <span className="unseen">, </span>
          <span className="font-[550]">{to}</span>
        </li>
      ))}
      {fields.length > SHOWN && (
        <li className="text-ink-3">{t('history.more', { n: fields.length - SHOWN })}</li>
      )}
    </ul>
  )
}

/** Who it was; a seller is told of the warehouse's people only that it was they. */
function whoOf(change: Changed): string {
  if (!('kind' in change)) return change.by ?? tell('history.byHouse')
  return [change.name, change.by].filter(Boolean).join(' · ')
}

function Entry({ change, subject }: { change: Changed; subject: boolean }) {
  const { t } = useTexts()
  const { at } = change
  return (
    <li className="flex flex-col gap-1 border-t border-line-2 px-3.5 py-2 text-s first:border-0 sm:flex-row sm:gap-4">
      <div className="min-w-0 grow">
        {subject && 'kind' in change && (
          <p className="font-semibold">
            {t(`history.kind.${change.kind as ChangeKind}`)} <span className="font-mono">{change.key}</span>
          </p>
        )}
        <Fields change={change} />
      </div>
      <p className="shrink-0 text-xs text-ink-2 sm:text-right">
        <time dateTime={at} title={wholeMoment(at)}>
          {dayAndTime(at)}
        </time>
        <span className="ml-2 text-ink-3 sm:ml-0 sm:block">{whoOf(change)}</span>
      </p>
    </li>
  )
}

interface Props {
  /** Of everything where it is left out. */
  kind?: ChangeKind
  of?: string
  /** Another number asks again: something was changed on this page. */
  round?: number
}

/** Who changed what and when, the latest first; nothing of it can be changed. */
export function History({ kind, of, round = 0 }: Props) {
  const { role } = useUser()
  const query = { ...(kind ? { kind } : {}), ...(of ? { key: of } : {}) }
  if (!leads(role)) return null
  return (
    <Changes
      asked={`changes ${round} ${JSON.stringify(query)}`}
      ask={(place, signal) => api.changes({ ...query, ...place }, signal)}
      subject={of === undefined}
    />
  )
}

/** The same of its own policy and questions, as a seller is told it. */
export function OwnHistory({ seller, round }: { seller: string; round: number }) {
  return (
    <Changes
      asked={`policy changes ${round} ${seller}`}
      ask={(place, signal) => api.policyChanges(seller, place, signal)}
      subject={false}
    />
  )
}

interface ChangesProps<T extends Changed> {
  asked: string
  ask: Parameters<typeof usePages<T>>[1]
  /** Whether it says of what a change is. */
  subject: boolean
}

function Changes<T extends Changed>({ asked, ask, subject }: ChangesProps<T>) {
  const { t } = useTexts()
  const pages = usePages<T>(asked, ask)
  return (
    <Card title={t('history.title')}>
      {pages.items.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-s text-ink-2">
          {t(pages.loading && !pages.data ? 'app.loading' : 'history.none')}
        </p>
      ) : (
        <ul>
          {pages.items.map((change) => (
            <Entry key={change.id} change={change} subject={subject} />
          ))}
        </ul>
      )}
      <Pager pages={pages} />
    </Card>
  )
}
