import { CONDITIONS, PARCEL_OUTCOMES } from '@restow/domain'
import { Type } from 'typebox'
import { oneOf, RawScan, text } from './words.ts'

/** Facts of the commands at the dock. */
export const ReceiveParcel = { tracking: RawScan, condition: oneOf(CONDITIONS) }
export const ReportParcel = {
  parcel: RawScan,
  outcome: oneOf(PARCEL_OUTCOMES),
  note: Type.Optional(text(2000)),
}
