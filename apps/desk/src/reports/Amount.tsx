import type { WireMoney } from '@restow/contracts'
import { amount } from '../shell/words.ts'

/** An amount in a column: figures that line up, its currency small beside them. */
export function Amount({ of }: { of: WireMoney | null }) {
  if (!of) return '–'
  return (
    <span className="font-mono font-semibold">
      {amount(of.minor, of.currency)}{' '}
      <span className="text-[11px] font-normal text-ink-3">{of.currency}</span>
    </span>
  )
}
