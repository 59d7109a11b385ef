import type { DemoCode, DemoSheet } from '@restow/client'
import { useTexts } from '@restow/ui/desk'
import { Action, ActionLink, Card, Empty } from '@restow/ui/desk-parts'
import { Printer, ScanBarcode, Smartphone } from 'lucide-react'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { Barcode } from './Barcode.tsx'

const GROUPS = [
  'badges',
  'parcels',
  'products',
  'plates',
  'bins',
  'wrong',
] as const satisfies readonly (keyof DemoSheet)[]
const STEPS = [1, 2, 3, 4, 5, 6, 7] as const

function Codes({ title, codes }: { title: string; codes: readonly DemoCode[] }) {
  if (codes.length === 0) return null
  return (
    <Card title={title} className="break-inside-avoid">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(240px,1fr))] gap-3 px-3.5 pb-3.5">
        {codes.map(({ code, label }) => (
          <li key={`${code} ${label}`} className="break-inside-avoid">
            <Barcode code={code} label={label} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Walk() {
  const { t } = useTexts()
  return (
    <Card title={t('demo.walk')}>
      <ol className="list-decimal space-y-1.5 pr-3.5 pb-3.5 pl-9 text-s marker:font-semibold marker:text-accent">
        {STEPS.map((step) => (
          <li key={step}>{t(`demo.step${step}`)}</li>
        ))}
      </ol>
    </Card>
  )
}

/** Barcodes to scan off the screen or off paper; only where there is demo data. */
export function Demo() {
  const { t } = useTexts()
  const asked = useAsk('demo', () => api.demo())
  const sheet = asked.data
  return (
    <Page
      title={t('demo.title')}
      aside={
        <span className="no-print flex gap-2">
          <ActionLink
            href="/floor/"
            target="_blank"
            rel="noopener"
            icon={<Smartphone aria-hidden size={15} />}
          >
            {t('demo.floor')}
          </ActionLink>
          <Action onClick={() => print()} icon={<Printer aria-hidden size={15} />}>
            {t('demo.print')}
          </Action>
        </span>
      }
    >
      {asked.problem !== null && (
        <Card>
          <Empty icon={<ScanBarcode size={22} />} title={t('demo.none')}>
            {t('demo.noneHint')}
          </Empty>
        </Card>
      )}
      {sheet && (
        <>
          <p className="-mt-2 text-s text-ink-2">{t('demo.about')}</p>
          <Walk />
          {GROUPS.map((group) => (
            <Codes key={group} title={t(`demo.${group}`)} codes={sheet[group]} />
          ))}
        </>
      )}
    </Page>
  )
}
