import { useTexts } from '@restow/ui/desk'
import { Filter, Tag } from '@restow/ui/desk-parts'
import type { ReactNode } from 'react'
import { ProblemNote } from '../asking/Problem.tsx'
import { useSellerOptions } from '../asking/sellers.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { TvChooser } from '../tv/TvChooser.tsx'
import type { Live } from './follow-board.ts'
import { LiveNote } from './LiveNote.tsx'

interface Props<T> {
  title: string
  live: Live<T>
  seller: string
  onSeller: (seller: string) => void
  children: (board: T) => ReactNode
}

/** What all boards have: whose goods, how fresh, and the big screen. */
export function BoardPage<T>({ title, live, seller, onSeller, children }: Props<T>) {
  const { t } = useTexts()
  const options = useSellerOptions()
  const { warehouse } = useUser()
  const { board, problem } = live
  return (
    <Page
      title={title}
      tools={
        <>
          {warehouse && <Tag>{warehouse}</Tag>}
          {options && <Filter label={t('list.seller')} value={seller} onValue={onSeller} options={options} />}
        </>
      }
      aside={
        <>
          <LiveNote live={live} />
          <TvChooser seller={seller} />
        </>
      }
    >
      {board !== undefined && children(board)}
      {board === undefined && problem !== null && (
        <ProblemNote problem={problem} again={() => location.reload()} />
      )}
      {board === undefined && problem === null && (
        <p className="m-auto text-s text-ink-2">{t('app.loading')}</p>
      )}
    </Page>
  )
}
