import { Code, classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Check, Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { Press } from '../scanner/Press.tsx'
import { go, unitPath } from './go.ts'
import { timeOfDay } from './sentences.ts'
import { useVerdict, type Verdict } from './verdict.store.ts'

const EDGES = { right: 'border-l-pass', look: 'border-l-look', wrong: 'border-l-wrong' } as const

/** Where verdicts that are not wrong are read out. It stands empty before, or nothing would be heard. */
export function Spoken({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-live="polite" className="empty:hidden">
      {children}
    </div>
  )
}

/** A verdict in full: what happened, to which code, and what is known of it. */
export function VerdictCard({ verdict }: { verdict: Verdict }) {
  const { t } = useTexts()
  const fresh = Date.now() - verdict.at < 60_000 && verdict.title === t('parcel.received')
  return (
    <div
      className={classes(
        'rounded-[14px] border border-l-8 border-line bg-surface p-3.5',
        EDGES[verdict.tone],
      )}
    >
      <span className="text-s text-ink-2">
        {fresh ? t('ready.receivedNow') : `${verdict.title} · ${timeOfDay(verdict.at)}`}
      </span>
      {verdict.code && <Code value={verdict.code} className="block text-code" />}
      {verdict.facts && <p className="mt-1 text-m text-ink-2">{verdict.facts}</p>}
      {verdict.sentence && <p className="mt-1 text-l font-semibold">{verdict.sentence}</p>}
    </div>
  )
}

/** A unit just registered may be inspected at once. */
function Onward({ lpn }: { lpn: string }) {
  const { t } = useTexts()
  return (
    <Press
      look="primary"
      onward
      className="-my-1 -mr-2 ml-auto shrink-0"
      codes={['INSPECT']}
      onPress={() => go(unitPath(lpn))}
    >
      {t('register.inspect')}
    </Press>
  )
}

/** The same in a line or two, above the content of a screen where work goes on. */
export function VerdictStrip() {
  const verdict = useVerdict((s) => s.verdict)
  if (!verdict || verdict.tone === 'wrong') return <Spoken>{null}</Spoken>
  const isRight = verdict.tone === 'right'
  return (
    <Spoken>
      <div
        className={classes(
          'flex items-center gap-2 rounded-m px-3 py-2 text-m font-semibold',
          isRight ? 'bg-resell-soft text-resell' : 'bg-refurbish-soft text-refurbish',
        )}
      >
        {isRight ? (
          <Check aria-hidden size={18} className="shrink-0" />
        ) : (
          <Eye aria-hidden size={18} className="shrink-0" />
        )}
        <span className="min-w-0">
          {isRight && <span className="mr-1 inline-block">{verdict.title}</span>}
          {verdict.code && <Code value={verdict.code} className="inline-block text-s" />}
          {verdict.sentence && ` ${verdict.sentence}`}
        </span>
        {isRight && verdict.lpn !== undefined && <Onward lpn={verdict.lpn} />}
      </div>
    </Spoken>
  )
}
