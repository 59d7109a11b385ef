import type { ChangeItem, ChangeKind } from '@restow/contracts'
import { leads } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { Pager } from '../asking/Pager.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { dayAndTime, wholeMoment } from '../shell/words.ts'
import { changedFields } from './changes.ts'

/** More of one change than this is no longer read; how many there are is said. */
const SHOWN = 8

function Fields({ change }: { change: ChangeItem }) {
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

function Entry({ change, subject }: { change: ChangeItem; subject: boolean }) {
  const { t } = useTexts()
  const { kind, key, by, name, at } = change
  return (
    <li className="flex flex-col gap-1 border-t border-line-2 px-3.5 py-2 text-s first:border-0 sm:flex-row sm:gap-4">
      <div className="min-w-0 grow">
        {subject && (
          <p className="font-semibold">
            {t(`history.kind.${kind as ChangeKind}`)} <span className="font-mono">{key}</span>
          </p>
        )}
        <Fields change={change} />
      </div>
      <p className="shrink-0 text-xs text-ink-2 sm:text-right">
        <time dateTime={at} title={wholeMoment(at)}>
          {dayAndTime(at)}
        </time>
        <span className="ml-2 text-ink-3 sm:ml-0 sm:block">{[name, by].filter(Boolean).join(' · ')}</span>
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
  const { t } = useTexts()
  const { role } = useUser()
  return leads(role) ? <Changes kind={kind} of={of} round={round} title={t('history.title')} /> : null
}

function Changes({
  kind,
  of,
  round,
  title,
}: {
  kind: ChangeKind | undefined
  of: string | undefined
  round: number
  title: string
}) {
  const { t } = useTexts()
  const query = { ...(kind ? { kind } : {}), ...(of ? { key: of } : {}) }
  const pages = usePages<ChangeItem>(`changes ${round} ${JSON.stringify(query)}`, (place, signal) =>
    api.changes({ ...query, ...place }, signal),
  )
  return (
    <Card title={title}>
      {pages.items.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-s text-ink-2">
          {t(pages.loading && !pages.data ? 'app.loading' : 'history.none')}
        </p>
      ) : (
        <ul>
          {pages.items.map((change) => (
            <Entry key={change.id} change={change} subject={of === undefined} />
          ))}
        </ul>
      )}
      <Pager pages={pages} />
    </Card>
  )
}
