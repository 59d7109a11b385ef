import type { PrintJob } from '@restow/contracts'
import { classes } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { Check, CircleHelp, Printer, TriangleAlert, WifiOff } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { unitCopy } from '../copy/copy.store.ts'
import { api } from '../outbox/api.ts'
import { useOutbox } from '../outbox/outbox.store.ts'
import { usePrints } from '../outbox/prints.ts'
import { Press } from '../scanner/Press.tsx'
import { wordOf } from '../shell/sentences.ts'
import { sayNoConnection } from '../shell/verdict.store.ts'
import { seeTo, usePrinting } from './printer.store.ts'
import { labelsToCome, type PrintWord, printWord } from './standing.ts'
import { lookForPrints } from './watch.ts'

/** A print that came out is no news for longer. */
const NEWS_MS = 4000

function printsOf(lpn: string) {
  const unit = unitCopy(lpn)
  return unit?.known.sellers[unit.seller ?? '']?.policy.prints
}

function usePrintWord(): PrintWord | null {
  const { printer, unasked, own, jobs, seen } = usePrinting()
  const { commands, offline } = useOutbox()
  const asked = usePrints((s) => s.waiting)
  const unsent = printer === null ? 0 : labelsToCome(commands, unasked, own, printsOf)
  const forPrinters = asked.filter((one) => one.printer !== null).length
  return printWord({ jobs, seen, offline, waitingHere: unsent + forPrinters })
}

const LOOKS = {
  plain: 'bg-line-2 text-ink-2',
  right: 'bg-resell-soft text-resell',
  look: 'bg-refurbish-soft text-refurbish',
} as const

function Line({ look, icon, children }: { look: keyof typeof LOOKS; icon: ReactNode; children: ReactNode }) {
  return (
    <div className={classes('flex shrink-0 items-center gap-2 px-3 py-2 text-m font-semibold', LOOKS[look])}>
      {icon}
      <span className="min-w-0 grow">{children}</span>
    </div>
  )
}

/** A label in words: its kind and its code. */
export function labelOf({ labels, total }: PrintJob): string {
  const [first] = labels
  if (!first) return ''
  const one = `${wordOf('labelKind', first.kind)} ${first.key}`
  return total === 1 ? one : tell('print.andMore', { what: one, n: total - 1 })
}

/** What becomes of this device's labels, in a line under the bar; nothing where there is nothing to say. */
export function PrintLine() {
  const word = usePrintWord()
  return (
    <div role="status" aria-live="polite" className="empty:hidden">
      {word && <Said word={word} />}
    </div>
  )
}

function Said({ word }: { word: PrintWord }) {
  const { t, tn } = useTexts()
  if (word.say === 'waits for the line')
    return (
      <Line look="look" icon={<WifiOff aria-hidden size={18} className="shrink-0" />}>
        {tn('print.waitsForLine', word.count)}
      </Line>
    )
  const { job } = word
  const printer = job.printer?.name ?? ''
  if (word.say === 'did it come out') return <CameOut job={job} />
  if (word.say === 'not printed') return <NotPrinted job={job} />
  if (word.say === 'in the way')
    return (
      <Line look="look" icon={<TriangleAlert aria-hidden size={18} className="shrink-0" />}>
        {t('print.inTheWay', { printer, what: wordOf('trouble', job.trouble ?? '') })}{' '}
        <span className="font-normal">{tn('print.goesOn', word.count)}</span>
      </Line>
    )
  if (word.say === 'printing')
    return (
      <Line look="plain" icon={<Printer aria-hidden size={18} className="shrink-0" />}>
        {t('print.printing', { printer, what: labelOf(job) })}
      </Line>
    )
  return <Printed job={job} />
}

function Printed({ job }: { job: PrintJob }) {
  const { t } = useTexts()
  const { id, state, printer } = job
  useEffect(() => {
    const timer = setTimeout(() => seeTo(id), NEWS_MS)
    return () => clearTimeout(timer)
  }, [id])
  return (
    <Line look="right" icon={<Check aria-hidden size={18} className="shrink-0" />}>
      {t(state === 'printed' ? 'print.printed' : 'print.sent', {
        printer: printer?.name ?? '',
        what: labelOf(job),
      })}
    </Line>
  )
}

/** Only a person can see whether it came out. */
function CameOut({ job }: { job: PrintJob }) {
  const { t } = useTexts()
  const answer = async (printed: 'yes' | 'no') => {
    try {
      await api.confirmPrint(job.id, printed)
      seeTo(job.id)
    } catch {
      sayNoConnection('')
    }
    lookForPrints()
  }
  return (
    <div className="flex flex-col gap-2 bg-refurbish-soft px-3 py-2 text-refurbish">
      <p className="flex items-center gap-2 text-l font-semibold">
        <CircleHelp aria-hidden size={20} className="shrink-0" />
        {t('print.didItComeOut', { printer: job.printer?.name ?? '', what: labelOf(job) })}
      </p>
      <div className="grid grid-cols-2 gap-2">
        <Press codes={['CAME_OUT']} onPress={() => void answer('yes')}>
          {t('print.itCameOut')}
        </Press>
        <Press codes={['PRINT_AGAIN']} onPress={() => void answer('no')}>
          {t('print.again')}
        </Press>
      </div>
    </div>
  )
}

function NotPrinted({ job }: { job: PrintJob }) {
  const { t } = useTexts()
  return (
    <div className="flex items-center gap-2 bg-refurbish-soft px-3 py-2 text-refurbish">
      <TriangleAlert aria-hidden size={20} className="shrink-0" />
      <p className="min-w-0 grow text-m font-semibold">
        {t('print.notPrinted', { what: labelOf(job), why: wordOf('trouble', job.trouble ?? '') })}
      </p>
      <Press codes={['OK']} onPress={() => seeTo(job.id)}>
        {t('button.understood')}
      </Press>
    </div>
  )
}
