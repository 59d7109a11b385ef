import type { DispositionReport } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Filter, Tag } from '@restow/ui/desk-parts'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NoSeller } from '../asking/NoSeller.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAnySellers } from '../asking/sellers.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useFilters } from '../asking/use-filters.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { dayAfter, longDate, timeOfDay, today } from '../shell/words.ts'
import { DownloadNote } from './DownloadNote.tsx'
import { Downloads } from './Downloads.tsx'
import { ReportFigures } from './ReportFigures.tsx'
import { ReportRows } from './ReportRows.tsx'
import { Shares } from './Shares.tsx'

/** How soon it is looked whether a day has been closed. */
const CLOSING_MS = 3000

const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

function DayPicker({ date, onDate }: { date: string; onDate: (date: string) => void }) {
  const { t } = useTexts()
  const last = today()
  return (
    <div className="flex w-full gap-2 sm:w-auto">
      <Action
        aria-label={t('report.before')}
        onClick={() => onDate(dayAfter(date, -1))}
        icon={<ChevronLeft aria-hidden size={16} />}
      />
      <input
        type="date"
        aria-label={t('report.date')}
        value={date}
        max={last}
        onChange={(event) => isDate(event.currentTarget.value) && onDate(event.currentTarget.value)}
        className="h-8 min-w-0 grow rounded-[8px] border border-line bg-surface px-2 text-s pointer-coarse:h-11"
      />
      <Action
        aria-label={t('report.after')}
        disabled={date >= last}
        onClick={() => onDate(dayAfter(date, 1))}
        icon={<ChevronRight aria-hidden size={16} />}
      />
    </div>
  )
}

const isOver = (report: DispositionReport | undefined): boolean =>
  report?.open === true && report.until <= report.asOf

/** Asks again for as long as a day that is over is about to be closed. */
function useUntilClosed(report: DispositionReport | undefined, again: () => void): void {
  useEffect(() => {
    if (!isOver(report)) return
    const timer = setTimeout(again, CLOSING_MS)
    return () => clearTimeout(timer)
  }, [report, again])
}

/** Whether more may come; a day that is over is closed a moment after its midnight. */
function Closed({ report }: { report: DispositionReport }) {
  const { t } = useTexts()
  const zone = report.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? report.timeZone
  if (!report.open)
    return <Tag look="right">{t('report.closed', { time: timeOfDay(report.until), zone })}</Tag>
  return <Tag look="look">{isOver(report) ? t('files.closing') : t('files.openUntil', { zone })}</Tag>
}

function Whole({ report }: { report: DispositionReport }) {
  return (
    <>
      <ReportFigures report={report} />
      <Shares report={report} />
      <ReportRows report={report} />
    </>
  )
}

/** The day's report of one seller: totals with their picture, each decision, and the downloads. */
export function Report() {
  const { t } = useTexts()
  const user = useUser()
  const { date: asked } = useParams()
  const navigate = useNavigate()
  const { filters, set } = useFilters()
  const { sellers, none } = useAnySellers()
  const seller = user.seller ?? filters.seller ?? sellers[0]?.value ?? ''
  const date = isDate(asked) ? asked : today()
  const answer = useAsk(seller ? `${seller} ${date}` : null, (signal) => api.report({ seller, date }, signal))
  const report = answer.data?.date === date && answer.data.seller === seller ? answer.data : undefined
  useUntilClosed(report, answer.again)
  const toDay = (day: string) =>
    void navigate({ pathname: `/reports/${day}`, search: filters.seller ? `?seller=${filters.seller}` : '' })
  return (
    <Page
      title={`${t('report.title')} ${date}`}
      heading={<span className="whitespace-normal">{longDate(date)}</span>}
      tools={
        <>
          <DayPicker date={date} onDate={toDay} />
          {user.role !== 'seller' && !none && (
            <Filter
              label={t('list.seller')}
              value={seller}
              onValue={(code) => set('seller', code)}
              options={sellers}
            />
          )}
          {report && <Closed report={report} />}
        </>
      }
      aside={seller && <Downloads seller={seller} date={date} />}
    >
      <DownloadNote />
      {none && <NoSeller title={t('report.noSeller')} hint={t('report.noSellerHint')} />}
      {answer.problem !== null && !answer.loading && (
        <Card>
          <ProblemNote problem={answer.problem} again={answer.again} />
        </Card>
      )}
      {report && answer.problem === null ? (
        <Whole report={report} />
      ) : (
        answer.loading && <p className="text-s text-ink-2">{t('app.loading')}</p>
      )}
    </Page>
  )
}
