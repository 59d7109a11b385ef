import type { PrintJob } from '@restow/contracts'
import { isPrintOver, type PrintState } from '@restow/domain'
import { Code } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/desk'
import { Action, type Column, Tag, type TagLook } from '@restow/ui/desk-parts'
import { dayAndTime, wordOf } from '../shell/words.ts'
import { whatOf } from './printer-words.ts'

const LOOKS: Readonly<Record<PrintState, TagLook>> = {
  queued: 'plain',
  sending: 'plain',
  sent: 'right',
  printed: 'right',
  maybe_printed: 'look',
  failed: 'wrong',
  cancelled: 'plain',
}

/** What became of a print, and what more there is to say of it. */
export function PrintStateTag({ job }: { job: PrintJob }) {
  const { state, trouble, words, cancelledBy, answer, confirmed, total } = job
  const isUnderWay = !isPrintOver(state)
  const more = [
    isUnderWay && total > 1 && confirmed > 0 && `${confirmed} / ${total}`,
    state !== 'cancelled' && trouble !== null && answer === null && wordOf('trouble', trouble),
    words,
    cancelledBy !== null && tell('printers.cancelledBy', { by: cancelledBy }),
    answer !== null && tell(answer.printed ? 'printers.saidYes' : 'printers.saidNo', { by: answer.by }),
  ].filter(Boolean)
  const look = isUnderWay && trouble !== null ? 'look' : LOOKS[state]
  return (
    <span className="flex min-w-0 items-center gap-2" title={more.join(' · ') || undefined}>
      <Tag look={look}>{wordOf('printState', state)}</Tag>
      {more.length > 0 && <span className="hidden truncate text-ink-2 sm:inline">{more.join(' · ')}</span>}
    </span>
  )
}

/** Where there is little room, the code alone: people look for that. */
function What({ job }: { job: PrintJob }) {
  const { labels, total } = job
  return (
    <>
      <span className="hidden sm:inline">{whatOf(job)}</span>
      <span className="sm:hidden">
        {labels[0]?.key}
        {total > 1 && ` +${total - 1}`}
      </span>
    </>
  )
}

/** Which copy it is, and why there is more than one. */
export function copyOf({ copy, reason, note }: PrintJob): string {
  if (copy === 1 && reason === null) return '–'
  return [tell('printers.copyOf', { n: copy }), reason && wordOf('reprint', reason), note]
    .filter(Boolean)
    .join(' · ')
}

export interface PrintDeeds {
  cancel: (job: PrintJob) => void
  reprint: (job: PrintJob) => void
  confirm: (job: PrintJob, printed: 'yes' | 'no') => void
}

function Deed({ job, cancel, reprint, confirm }: { job: PrintJob } & PrintDeeds) {
  const { t } = useTexts()
  const look = 'h-7'
  const what = whatOf(job)
  if (job.state === 'maybe_printed')
    return (
      <span className="inline-flex gap-1.5">
        <Action
          className={look}
          aria-label={`${t('print.itCameOut')}: ${what}`}
          onClick={() => confirm(job, 'yes')}
        >
          {t('print.itCameOut')}
        </Action>
        <Action
          className={look}
          aria-label={`${t('print.again')}: ${what}`}
          onClick={() => confirm(job, 'no')}
        >
          {t('print.again')}
        </Action>
      </span>
    )
  if (!isPrintOver(job.state))
    return (
      <Action className={look} aria-label={`${t('printers.cancel')}: ${what}`} onClick={() => cancel(job)}>
        {t('printers.cancel')}
      </Action>
    )
  return (
    <Action className={look} aria-label={`${t('print.again')}: ${what}`} onClick={() => reprint(job)}>
      {t('print.again')}
    </Action>
  )
}

/** A print in a printer's list. */
export function usePrintColumns(deeds: PrintDeeds): Column<PrintJob>[] {
  const { t } = useTexts()
  return [
    { key: 'label', head: t('printers.label'), cell: (job) => <What job={job} />, max: 260, title: whatOf },
    { key: 'state', head: t('printers.state'), cell: (job) => <PrintStateTag job={job} />, max: 280 },
    { key: 'when', head: t('printers.when'), cell: ({ askedAt }) => dayAndTime(askedAt), from: 'md' },
    { key: 'by', head: t('printers.by'), cell: ({ askedBy }) => <Code value={askedBy} />, from: 'sm' },
    { key: 'copy', head: t('printers.copy'), cell: copyOf, from: 'lg', max: 200, title: copyOf },
    { key: 'deed', head: '', cell: (job) => <Deed job={job} {...deeds} />, align: 'right' },
  ]
}
