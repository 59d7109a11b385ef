import type { WaitingItem } from '@restow/contracts'
import type { WaitingKind } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card, Empty } from '@restow/ui/desk-parts'
import { MousePointerClick } from 'lucide-react'
import { useRef, useState } from 'react'
import { useUser } from '../shell/session.store.ts'
import { BulkDialog } from './Bulk.tsx'
import { Decide } from './Decide.tsx'
import { DEEDS, type Deed, deedsOf, isAskedFirst, KEY_OF, type Said } from './decisions.ts'
import { useKeys } from './keys.ts'
import { List } from './List.tsx'
import { Panel } from './Panel.tsx'
import { Told } from './Told.tsx'
import { focusRow, useChosen } from './use-chosen.ts'
import { useErrands } from './use-errands.ts'
import { useWaitingList } from './use-waiting-list.ts'

interface Props {
  kind: WaitingKind | null
  seller: string
  mark: string
}

const button = (root: string, key: string) =>
  document.querySelector<HTMLButtonElement>(`${root} [aria-keyshortcuts="${key}"]`)
const inPanel = () => document.activeElement?.closest('[data-deeds]') !== null
/** What is said along with these is mostly why they are pressed: its field comes first. */
const SAID_FIRST: ReadonlySet<string> = new Set([KEY_OF.release, KEY_OF.find, KEY_OF.object])

function NothingChosen() {
  const { t } = useTexts()
  return (
    <Card className="hidden xl:block">
      <Empty icon={<MousePointerClick size={22} />} title={t('waiting.choose')}>
        {t('waiting.chooseHint')}
      </Empty>
    </Card>
  )
}

/** The list of what waits and, beside it, the one that is looked at. */
export function Desk({ kind, seller, mark }: Props) {
  const { role } = useUser()
  const list = useWaitingList(kind, seller, mark)
  const { items, pages } = list
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [bulk, setBulk] = useState<{ items: readonly WaitingItem[]; deed: Deed } | null>(null)
  const [round, setRound] = useState(0)
  const chosen = useChosen(items, pages.data !== undefined && !pages.loading)
  const { shown } = chosen

  // What was done may come to pass while another list is drawn: it is told to the latest one.
  const onDone = useRef<(taken: readonly WaitingItem[]) => void>(() => {})
  onDone.current = (taken) => {
    chosen.leave(taken)
    list.decided(taken)
    setRound((n) => n + 1)
    setPicked((before) => new Set([...before].filter((id) => !taken.some((item) => item.id === id))))
  }
  const [tellDone] = useState(() => (taken: readonly WaitingItem[]) => onDone.current(taken))
  const errands = useErrands(tellDone)

  const say = (deed: Deed, said: Said) => {
    if (!shown) return
    if (isAskedFirst(deed)) setBulk({ items: [shown], deed })
    else errands.act([shown], deed, said)
  }
  const togglePick = () => {
    if (!shown || deedsOf(shown.kind, role).length === 0) return
    const next = new Set(picked)
    if (!next.delete(shown.id)) next.add(shown.id)
    setPicked(next)
  }
  const some = items.filter(({ id }) => picked.has(id))
  const press = (key: string) => {
    const found = button(some.length > 0 ? '[data-bulk]' : '[data-deeds]', key)
    if (!found || found.disabled) return false
    const input = found.closest('form')?.querySelector<HTMLElement>('input, textarea')
    if (some.length === 0 && SAID_FIRST.has(key) && input) input.focus()
    else found.click()
    return true
  }
  const move = (by: number) => chosen.move(by)
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => (inPanel() ? false : move(1)),
    arrowup: () => (inPanel() ? false : move(-1)),
    x: togglePick,
    u: () => errands.undo(),
    escape: () => {
      if (some.length > 0) return setPicked(new Set())
      if (inPanel() && shown) return focusRow(shown.id)
      chosen.choose(null)
    },
    ...Object.fromEntries(DEEDS.map((deed) => [KEY_OF[deed], () => press(KEY_OF[deed])])),
  })

  return (
    <>
      <Told errands={errands} gone={list.gone} onForgetGone={list.forgetGone} />
      <div className="grid min-h-0 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(420px,540px)] xl:overflow-hidden">
        <List
          {...{ kind, list, chosen, errands, picked }}
          onOpen={(item) => {
            if (item.id === shown?.id) document.querySelector<HTMLElement>('[data-deeds]')?.focus()
            chosen.choose(item)
          }}
          onPick={setPicked}
          onBulk={(deed) => setBulk({ items: some, deed })}
        />
        {shown === null && items.length > 0 && <NothingChosen />}
        {shown && (
          <Panel
            key={shown.id}
            item={shown}
            gone={chosen.gone}
            round={round}
            onBack={() => chosen.choose(null)}
            onChanged={pages.again}
          >
            <Decide item={shown} busy={errands.busy} onDeed={say} />
          </Panel>
        )}
      </div>
      {bulk && (
        <BulkDialog
          {...bulk}
          onGo={(those, said) => {
            setBulk(null)
            errands.act(those, bulk.deed, said)
          }}
          onClose={() => setBulk(null)}
        />
      )}
    </>
  )
}
