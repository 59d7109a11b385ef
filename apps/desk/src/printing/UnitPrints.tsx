import type { PrintJob } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { dayAndTime, wordOf } from '../shell/words.ts'
import { copyOf, PrintStateTag } from './print-columns.tsx'

/** A unit has a few labels in its life; one with more shows its latest. */
const MOST = '50'

/** Every label of a unit: what, who asked for it and when, where it came out, and why again. */
export function UnitPrints({ lpn }: { lpn: string }) {
  const { t } = useTexts()
  const asked = useAsk(`prints of ${lpn}`, (signal) => api.printJobs({ lpn, limit: MOST }, signal))
  if (!asked.data) return null
  const { items } = asked.data
  return (
    <Card title={t('printers.unit')}>
      {items.length === 0 && <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('printers.unitNone')}</p>}
      <ul>
        {items.map((job) => (
          <Print key={job.id} job={job} />
        ))}
      </ul>
    </Card>
  )
}

function Print({ job }: { job: PrintJob }) {
  const { t } = useTexts()
  const { labels, printer, askedBy, askedAt } = job
  const copy = copyOf(job)
  return (
    <li className="flex flex-col gap-1 border-t border-line-2 px-3.5 py-2 text-s">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">
          {[...new Set(labels.map(({ kind }) => wordOf('labelKind', kind)))].join(', ')}
        </span>
        <PrintStateTag job={job} />
      </span>
      <span className="text-ink-2">
        {[dayAndTime(askedAt), askedBy, printer?.name ?? t('printers.byBrowser')].join(' · ')}
      </span>
      {copy !== '–' && <span className="text-ink-2">{copy}</span>}
    </li>
  )
}
