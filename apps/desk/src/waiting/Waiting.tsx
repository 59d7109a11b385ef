import type { WaitingBoard } from '@restow/contracts'
import { WAITING_KINDS, type WaitingKind } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Filter, Tag } from '@restow/ui/desk-parts'
import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { ProblemNote } from '../asking/Problem.tsx'
import { useSellerOptions } from '../asking/sellers.ts'
import { useFilters } from '../asking/use-filters.ts'
import { LiveNote } from '../boards/LiveNote.tsx'
import { useBoard } from '../boards/use-board.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { Desk } from './Desk.tsx'
import { Kinds } from './Kinds.tsx'
import { useKeys } from './keys.ts'
import { Shortcuts } from './Shortcuts.tsx'

const kindOf = (text: string | undefined): WaitingKind | null =>
  WAITING_KINDS.find((kind) => kind === text) ?? null

interface WholeProps {
  board: WaitingBoard
  kind: WaitingKind | null
  seller: string
  onKind: (kind: WaitingKind | null) => void
}

function Whole({ board, kind, seller, onKind }: WholeProps) {
  const { t } = useTexts()
  const { role } = useUser()
  return (
    <>
      {role === 'seller' && <p className="-mt-2 text-s text-ink-2">{t('waiting.howOwn')}</p>}
      <Kinds board={board} kind={kind} onKind={onKind} />
      <Desk key={`${kind} ${seller}`} kind={kind} seller={seller} mark={board.mark} />
    </>
  )
}

/** What cannot go on until whoever is signed in has said something. */
export function Waiting() {
  const { t } = useTexts()
  const { warehouse } = useUser()
  const { filters, set } = useFilters()
  const options = useSellerOptions()
  const [help, setHelp] = useState(false)
  const seller = filters.seller ?? ''
  const live = useBoard('waiting', seller)
  const { board, problem } = live
  useKeys({ '?': () => setHelp(true) })
  return (
    <Page
      full
      title={t('waiting.title')}
      tools={
        <>
          {warehouse && <Tag>{warehouse}</Tag>}
          {options && (
            <Filter
              label={t('list.seller')}
              value={seller}
              onValue={(code) => set('seller', code)}
              options={options}
            />
          )}
        </>
      }
      aside={
        <>
          <LiveNote live={live} />
          <Action
            className="pointer-coarse:hidden"
            aria-keyshortcuts="?"
            icon={<Keyboard aria-hidden size={15} />}
            onClick={() => setHelp(true)}
          >
            {t('shortcut.title')}
          </Action>
        </>
      }
    >
      {board && (
        <Whole
          board={board}
          kind={kindOf(filters.kind)}
          seller={seller}
          onKind={(kind) => set('kind', kind ?? '')}
        />
      )}
      {!board && problem !== null && <ProblemNote problem={problem} again={() => location.reload()} />}
      {!board && problem === null && <p className="m-auto text-s text-ink-2">{t('app.loading')}</p>}
      {help && <Shortcuts onClose={() => setHelp(false)} />}
    </Page>
  )
}
