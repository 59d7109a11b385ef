import type { ParcelView, ScanAnswer, UnitView } from '@restow/contracts'
import { api } from '../outbox/api.ts'
import { isUnsentAbout } from '../outbox/outbox.store.ts'
import { keepBin, keepParcel, keepUnit, parcelCopy, unitCopy } from './copy.store.ts'

/** Asks the server for a parcel. What is unsent about it is newer than any answer, so then the copy stays. */
export async function loadParcel(tracking: string): Promise<ParcelView> {
  const own = parcelCopy(tracking)
  if (own && isUnsentAbout(tracking)) return own
  const view = await api.parcel(tracking)
  if (isUnsentAbout(tracking)) return parcelCopy(tracking) ?? view
  keepParcel(view)
  return view
}

/** Asks the server for a unit, by its plate or a former one. */
export async function loadUnit(lpn: string): Promise<UnitView> {
  const own = unitCopy(lpn)
  if (own && isUnsentAbout(lpn)) return own
  const view = await api.unit(lpn)
  if (isUnsentAbout(lpn)) return unitCopy(lpn) ?? view
  keepUnit(view, lpn)
  return view
}

/** Asks the server what a code is, and keeps what it tells. */
export async function askScan(code: string): Promise<ScanAnswer> {
  const answer = await api.scan(code)
  if (answer.parcel && !isUnsentAbout(answer.parcel.trackingNumber)) keepParcel(answer.parcel)
  if (answer.unit && !isUnsentAbout(answer.unit.lpn)) keepUnit(answer.unit)
  if (answer.bin) keepBin(answer.bin)
  return answer
}
