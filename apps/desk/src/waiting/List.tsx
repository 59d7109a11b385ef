import type { WaitingItem } from '@restow/contracts'
import type { WaitingKind } from '@restow/domain'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Empty } from '@restow/ui/desk-parts'
import { Inbox } from 'lucide-react'
import { Pager } from '../asking/Pager.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import { useUser } from '../shell/session.store.ts'
import { BulkBar, PickUpTo } from './Bulk.tsx'
import { type Deed, deedsOf } from './decisions.ts'
import { Row } from './Row.tsx'
import type { Chosen } from './use-chosen.ts'
import type { Errands } from './use-errands.ts'
import type { WaitingPages } from './use-waiting-list.ts'

interface Props {
  kind: WaitingKind | null
  list: WaitingPages
  chosen: Chosen
  errands: Errands
  picked: ReadonlySet<string>
  onOpen: (item: WaitingItem) => void
  onPick: (ids: ReadonlySet<string>) => void
  onBulk: (deed: Deed) => void
}

function Nothing({ kind }: { kind: WaitingKind | null }) {
  const { t } = useTexts()
  const { role } = useUser()
  return (
    <Empty icon={<Inbox size={22} />} title={t(kind === null ? 'waiting.none' : 'waiting.noneOfKind')}>
      {t(role === 'seller' ? 'waiting.noneHintOwn' : 'waiting.noneHint')}
    </Empty>
  )
}

/** All or none of those on this page that anything can be said to. */
function PickAll({
  items,
  picked,
  onPick,
}: { items: readonly WaitingItem[] } & Pick<Props, 'picked' | 'onPick'>) {
  const { t } = useTexts()
  const { role } = useUser()
  const all = items.filter(({ kind }) => deedsOf(kind, role).length > 0)
  if (all.length < 2) return null
  const on = all.every(({ id }) => picked.has(id))
  return (
    <label className="flex min-h-10 items-center gap-2.5 border-b border-line px-3 text-xs text-ink-2">
      <input
        type="checkbox"
        checked={on}
        onChange={() => onPick(on ? new Set() : new Set(all.map(({ id }) => id)))}
        className="size-4 accent-accent"
      />
      {t('waiting.pickAll')}
    </label>
  )
}

/** What waits, the longest first; what is picked of it can be decided together. */
export function List({ kind, list, chosen, errands, picked, onOpen, onPick, onBulk }: Props) {
  const { t } = useTexts()
  const { role } = useUser()
  const { items, pages } = list
  const { data, problem, loading, again } = pages
  const mayPick = ({ kind: one }: WaitingItem) => deedsOf(one, role).length > 0
  const boxes = items.some(mayPick)
  const toggle = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    onPick(next)
  }
  const body = () => {
    if (problem && !loading && !data) return <ProblemNote problem={problem} again={again} />
    if (data === undefined)
      return <p className="grid h-40 place-items-center text-s text-ink-2">{t('app.loading')}</p>
    if (items.length === 0) return <Nothing kind={kind} />
    return (
      <>
        {(kind === 'approval' || kind === 'veto') && (
          <PickUpTo items={items} onPick={(some) => onPick(new Set(some.map(({ id }) => id)))} />
        )}
        <PickAll {...{ items, picked, onPick }} />
        <ul aria-label={t('waiting.list')} className="min-h-0 grow overflow-auto">
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              current={item.id === chosen.shown?.id}
              boxes={boxes}
              picked={mayPick(item) ? picked.has(item.id) : null}
              refusal={errands.refusals.get(item.id)}
              onOpen={() => onOpen(item)}
              onPick={() => toggle(item.id)}
            />
          ))}
        </ul>
      </>
    )
  }
  const some = items.filter(({ id }) => picked.has(id))
  return (
    <Card
      className={classes(
        'min-h-0 flex-col overflow-hidden lg:max-h-full',
        chosen.shown === null ? 'flex' : 'hidden xl:flex',
      )}
    >
      {body()}
      {some.length > 0 && (
        <BulkBar picked={some} busy={errands.busy} onDeed={onBulk} onClear={() => onPick(new Set())} />
      )}
      <Pager pages={pages} />
    </Card>
  )
}
