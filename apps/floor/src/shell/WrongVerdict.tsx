import type { Bin } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { useCopy } from '../copy/copy.store.ts'
import { HoldInstead } from '../hold/HoldInstead.tsx'
import { BinCard } from '../putaway/BinCard.tsx'
import { Layer } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'
import { acknowledge, useVerdict, type Verdict } from './verdict.store.ts'

/** Over every other layer: its buttons are the only ones that command codes press while it stands. */
const ABOVE_ALL = 9
const ABOUT_A_BIN = new Set(['wrong_zone', 'bin_full', 'bin_unknown'])

function Refusal({ verdict, bin }: { verdict: Verdict; bin: Bin | null }) {
  const { t } = useTexts()
  return (
    <div role="alert" className="rounded-[14px] bg-refusal p-3.5 text-white">
      <p className="text-s">{verdict.title}</p>
      {verdict.code && <Code value={verdict.code} className="block text-code" />}
      {verdict.sentence && <p className="mt-2 text-l leading-snug font-semibold">{verdict.sentence}</p>}
      {bin && <p className="mt-1.5 text-m">{t('verdict.nearest')}</p>}
    </div>
  )
}

/** What is wrong covers the screen until it is acknowledged, or something right is scanned. */
export function WrongVerdict() {
  const { t } = useTexts()
  const verdict = useVerdict((s) => s.verdict)
  const units = useCopy((s) => s.units)
  if (verdict?.tone !== 'wrong') return null
  const unit = verdict.lpn ? units[verdict.lpn] : undefined
  const wantsBin = verdict.why !== undefined && ABOUT_A_BIN.has(verdict.why)
  const bin = wantsBin ? (unit?.suggestedBin ?? null) : null
  return (
    <Layer value={ABOVE_ALL}>
      <section
        aria-label={verdict.title}
        className="absolute inset-0 z-30 flex flex-col gap-3 overflow-y-auto bg-ground p-3 pb-[max(12px,env(safe-area-inset-bottom))]"
      >
        <Refusal verdict={verdict} bin={bin} />
        {bin && <BinCard bin={bin} />}
        <Press
          className="mt-auto shrink-0"
          look="primary"
          codes={['OK', 'NEXT', 'CONFIRM']}
          onPress={acknowledge}
        >
          {t('button.understood')}
        </Press>
        {wantsBin && unit && <HoldInstead unit={unit} question={verdict.sentence ?? ''} />}
      </section>
    </Layer>
  )
}
