import type { PrinterItem, PrintJob } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Empty, Tag } from '@restow/ui/desk-parts'
import { ChevronRight, Printer } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { ListCard } from '../asking/ListCard.tsx'
import { ProblemNote, sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd, useAsk } from '../asking/use-ask.ts'
import { usePages } from '../asking/use-pages.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { QrCode } from '../devices/QrCode.tsx'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { FactList } from '../units/FactList.tsx'
import { PrinterForm } from './PrinterForm.tsx'
import { usePrintColumns } from './print-columns.tsx'
import { PrinterState } from './printer-columns.tsx'
import { loadedOf } from './printer-words.ts'
import { ReprintDialog } from './ReprintDialog.tsx'
import { useRefresh } from './use-refresh.ts'

/** One printer: how it is, its code to scan, and what is printed on it. */
export function PrinterPage() {
  const { t } = useTexts()
  const { code = '' } = useParams()
  const asked = useAsk(code, (signal) => api.printer(code, signal))
  const printer = asked.data?.code === code ? asked.data : undefined
  useRefresh(asked.again)
  return (
    <Page
      title={`${t('printers.title')} ${code}`}
      heading={
        <span className="flex items-center gap-1.5">
          <Link to="/printers" className="text-ink-2 hover:text-ink">
            {t('printers.title')}
          </Link>
          <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
          <span className="truncate">{printer?.name ?? code}</span>
        </span>
      }
      tools={printer && <PrinterState printer={printer} />}
      aside={printer && <Deeds printer={printer} again={asked.again} />}
    >
      {asked.problem !== null && !printer && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {printer && (
        <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
          <Prints printer={printer} />
          <About printer={printer} />
        </div>
      )}
    </Page>
  )
}

function Deeds({ printer, again }: { printer: PrinterItem; again: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null)
  const [said, setSaid] = useState('')
  const test = async () => {
    setSaid('')
    try {
      await api.testPrint(printer.code)
      setSaid(t('printers.tested'))
    } catch (error) {
      noticeEnd(error)
      setSaid(sentenceOf(error))
    }
    again()
  }
  const close = () => setDialog(null)
  return (
    <>
      <span role="status" className="text-s text-ink-2">
        {said}
      </span>
      <Action onClick={() => setDialog('remove')}>{t('printers.remove')}</Action>
      <Action onClick={() => setDialog('edit')}>{t('printers.edit', { what: printer.code })}</Action>
      <Action look="primary" onClick={() => void test()} icon={<Printer aria-hidden size={15} />}>
        {t('printers.test')}
      </Action>
      {dialog === 'edit' && (
        <PrinterForm
          printer={printer}
          onDone={() => {
            close()
            again()
          }}
          onClose={close}
        />
      )}
      {dialog === 'remove' && (
        <FormDialog
          title={t('printers.removeTitle', { what: printer.name })}
          about={t('printers.removeAbout')}
          save={() => api.removePrinter(printer.code)}
          ready
          onDone={() => void navigate('/printers')}
          onClose={close}
          act={{ text: t('printers.remove'), look: 'danger' }}
        />
      )}
    </>
  )
}

function About({ printer }: { printer: PrinterItem }) {
  const { t } = useTexts()
  const { code, scan, name, place, host, port, agentName, language, dpi } = printer
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={t('printers.codeOf', { what: name })}>
        <div className="flex flex-col gap-2 px-3.5 pb-3.5 text-center">
          <QrCode text={scan} label={t('printers.codeOf', { what: name })} />
          <p className="font-mono text-m font-semibold">{scan}</p>
          <p className="text-s text-ink-2">{t('printers.scanMe')}</p>
        </div>
      </Card>
      <Card title={t('printers.name')}>
        <FactList
          facts={[
            { name: t('printers.field.code'), value: <span className="font-mono">{code}</span> },
            { name: t('printers.field.place'), value: place },
            { name: t('printers.loaded'), value: loadedOf(printer) },
            { name: t('printers.field.language'), value: language === 'zpl' ? `ZPL, ${dpi} dpi` : 'PDF' },
            {
              name: t('printers.field.way'),
              value:
                agentName === null
                  ? t('printers.field.wayServer')
                  : t('printers.field.wayAgent', { name: agentName }),
            },
            { name: t('printers.address'), value: <span className="font-mono">{`${host}:${port}`}</span> },
          ]}
        />
      </Card>
    </div>
  )
}

function Prints({ printer }: { printer: PrinterItem }) {
  const { t } = useTexts()
  const { code } = printer
  const [again, setAgain] = useState<PrintJob | null>(null)
  const pages = usePages<PrintJob>(code, (place, signal) =>
    api.printJobs({ printer: code, ...place }, signal),
  )
  const refresh = pages.again
  useRefresh(refresh)
  const act = useCallback(
    (deed: Promise<unknown>) =>
      void deed.catch(noticeEnd).finally(() => {
        refresh()
      }),
    [refresh],
  )
  const columns = usePrintColumns({
    cancel: ({ id }) => act(api.cancelPrint(id)),
    confirm: ({ id }, printed) => act(api.confirmPrint(id, printed)),
    reprint: setAgain,
  })
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h2 className="flex items-center gap-2 text-m font-semibold">
        {t('printers.queue')}
        {printer.unsure > 0 && <Tag look="look">{t('printers.cameOut')}</Tag>}
      </h2>
      <ListCard
        label={t('printers.queue')}
        pages={{ ...pages, loading: pages.loading && pages.data === undefined }}
        columns={columns}
        rowKey={(job) => job.id}
        empty={
          <Empty icon={<Printer size={22} />} title={t('printers.queueNone')}>
            {t('printers.queueNoneHint')}
          </Empty>
        }
      />
      {again && (
        <ReprintDialog
          job={again}
          onDone={() => {
            setAgain(null)
            refresh()
          }}
          onClose={() => setAgain(null)}
        />
      )}
    </div>
  )
}
