import { useTexts } from '@restow/ui/desk'
import { Action, Card, type Column, DataTable, Empty } from '@restow/ui/desk-parts'
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Pager } from './Pager.tsx'
import { ProblemNote } from './Problem.tsx'
import type { Pages } from './use-pages.ts'

interface Props<Row> {
  label: string
  pages: Pages<Row>
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  narrow?: (row: Row) => ReactNode
  /** What is shown where there is nothing at all. */
  empty: ReactNode
  /** Takes the filters away; left out where none is set. */
  clear?: (() => void) | undefined
}

function NothingFits({ clear }: { clear: () => void }) {
  const { t } = useTexts()
  return (
    <Empty
      icon={<SearchX size={22} />}
      title={t('list.nothingFits')}
      action={<Action onClick={clear}>{t('list.clear')}</Action>}
    >
      {t('list.nothingFitsHint')}
    </Empty>
  )
}

/** A list in its card: rows that scroll under their head, and the way to the next page. */
export function ListCard<Row>({ label, pages, columns, rowKey, narrow, empty, clear }: Props<Row>) {
  const { t } = useTexts()
  const { items, problem, loading, data } = pages
  const body = () => {
    if (problem && !loading) return <ProblemNote problem={problem} again={pages.again} />
    if (data === undefined)
      return <p className="grid h-40 place-items-center text-s text-ink-2">{t('app.loading')}</p>
    if (items.length === 0) return clear ? <NothingFits clear={clear} /> : empty
    return (
      <DataTable
        label={label}
        columns={columns}
        rows={items}
        rowKey={rowKey}
        {...(narrow ? { narrow } : {})}
        stale={loading}
        className="min-h-0 grow"
      />
    )
  }
  return (
    <Card className="flex min-h-0 flex-col overflow-hidden lg:max-h-full">
      {body()}
      <Pager pages={pages} />
    </Card>
  )
}
