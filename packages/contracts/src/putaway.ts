import { DISPATCH_REASONS, EXCEPTIONS, MOST_COUNTED, WAITS_FOR } from '@restow/domain'
import { Type } from 'typebox'
import { BinCode, Lpn, oneOf, Quantity, text } from './words.ts'

/** Facts of the commands about places, plates and whereabouts. */
export const PutAwayUnit = { lpn: Lpn, bin: BinCode }
export const MoveUnit = { lpn: Lpn, bin: BinCode }
export const HoldUnit = { lpn: Lpn, waitsFor: oneOf(WAITS_FOR), question: text(2000) }
export const ReleaseUnit = { lpn: Lpn, answer: Type.Optional(text(2000)) }
export const SplitUnit = { lpn: Lpn, quantity: Quantity, newLpn: Lpn }
export const ReplacePlate = { lpn: Lpn, newLpn: Lpn }
export const DispatchUnit = { lpn: Lpn, reason: oneOf(DISPATCH_REASONS), reference: text(200) }
export const LoseUnit = { lpn: Lpn, bin: Type.Optional(BinCode) }
export const FindUnit = { lpn: Lpn, bin: Type.Optional(BinCode) }
export const WriteOffUnit = { lpn: Lpn, note: Type.Optional(text(1000)) }
const Counted = Type.Array(Lpn, { maxItems: MOST_COUNTED })
export const CountBin = { bin: BinCode, lpns: Counted, missing: Type.Optional(Counted) }
/** Which event left it on record, and of what kind it is. */
export const SettleException = {
  eventId: text(80),
  code: oneOf(EXCEPTIONS),
  note: Type.Optional(text(1000)),
}
