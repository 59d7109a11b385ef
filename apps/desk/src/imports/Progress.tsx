import type { ImportReport } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { ActionLink, Card, type Column, DataTable, Tag } from '@restow/ui/desk-parts'
import { Download } from 'lucide-react'
import { whole } from '../shell/words.ts'
import type { ImportState } from './use-import.ts'

type Rejected = ImportReport['rejected'][number]
const SHOWN = 200

export const rejectedAddress = (id: string): string => `/api/imports/${id}/rejected.csv`

interface Told {
  /** Why a line was not taken, where the page has words of its own for it. */
  whyNot?: (code: string, message: string) => string
}

function RejectedLines({ report, whyNot = (_, message) => message }: { report: ImportReport } & Told) {
  const { t, tn } = useTexts()
  const { rejected } = report
  const columns: Column<Rejected>[] = [
    { key: 'line', head: t('imports.line'), cell: (row) => whole(row.line), align: 'right' },
    {
      key: 'why',
      head: t('imports.why'),
      cell: (row) => <span className="block py-1.5 whitespace-normal">{whyNot(row.code, row.message)}</span>,
      title: (row) => row.message,
      grows: true,
    },
  ]
  return (
    <div className="border-t border-line">
      <div className="flex flex-wrap items-center gap-3 px-3.5 py-2.5">
        <p className="grow text-s font-semibold text-wrong">{tn('imports.rejected', rejected.length)}</p>
        <ActionLink href={rejectedAddress(report.id)} download icon={<Download aria-hidden size={15} />}>
          {t('imports.download')}
        </ActionLink>
      </div>
      <DataTable
        label={t('imports.why')}
        columns={columns}
        rows={rejected.slice(0, SHOWN)}
        rowKey={(row) => `${row.line} ${row.code}`}
        className="max-h-[320px] border-t border-line"
      />
      {rejected.length > SHOWN && (
        <p className="border-t border-line px-3.5 py-2 text-xs text-ink-2">
          {t('imports.shown', { shown: whole(SHOWN), all: whole(rejected.length) })}
        </p>
      )}
    </div>
  )
}

function Bar({ report }: { report: ImportReport | undefined }) {
  const { t } = useTexts()
  const { done = 0, total = 0, state } = report ?? {}
  const known = total > 0 && total >= done
  const words = () => {
    if (!report) return ''
    return known
      ? t('imports.progress', { done: whole(done), total: whole(total) })
      : t('imports.progressOpen', { done: whole(done) })
  }
  const share = state === 'done' ? 1 : known ? done / total : 0.08
  return (
    <div className="px-3.5 pb-3">
      <div
        role="progressbar"
        aria-label={t('imports.title')}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, done, 1)}
        aria-valuenow={done}
        aria-valuetext={words()}
        className="h-2 overflow-hidden rounded-full bg-line-2"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      </div>
      <p className="mt-1.5 flex flex-wrap gap-x-4 text-xs text-ink-2">
        <span>{words()}</span>
        {report && (
          <span>
            {t('imports.result', {
              created: whole(report.created),
              updated: whole(report.updated),
              unchanged: whole(report.unchanged),
            })}
          </span>
        )}
        {state === 'running' && <span>{t('imports.canLeave')}</span>}
      </p>
    </div>
  )
}

/** How the import that was just started stands. */
export function Progress({ file, report, wrong, ...told }: ImportState & Told) {
  const { t } = useTexts()
  const state = report?.state
  return (
    <Card
      title={state && state !== 'running' ? file : t('imports.sending', { file })}
      aside={
        state && (
          <Tag look={state === 'done' ? 'right' : state === 'failed' ? 'wrong' : 'look'}>
            {t(`importState.${state}`)}
          </Tag>
        )
      }
    >
      <div role="status">
        {wrong === null ? (
          <Bar report={report} />
        ) : (
          <p className="px-3.5 pb-3.5 text-s font-semibold text-wrong">{wrong}</p>
        )}
        {state === 'done' && report?.rejected.length === 0 && (
          <p className="px-3.5 pb-3.5 text-s font-semibold text-(--right)">{t('imports.allTaken')}</p>
        )}
      </div>
      {report && report.rejected.length > 0 && <RejectedLines report={report} {...told} />}
    </Card>
  )
}
