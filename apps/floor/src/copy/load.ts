import type { ParcelView, ScanAnswer, UnitView } from '@restow/contracts'
import type { Bin } from '@restow/domain'
import { api } from '../outbox/api.ts'
import { isNewerHere, isUnsentAbout } from '../outbox/outbox.store.ts'
import { momentOfAsking } from '../outbox/touched.ts'
import { whenPainted } from '../shell/when-painted.ts'
import { binCopy, keepBin, keepParcel, keepUnit, parcelCopy, unitCopy } from './copy.store.ts'
import { binUnder, parcelUnder, parcelView, unitUnder, unitView } from './local.ts'

/** A question that the working copy may answer instead: how long the server is given, in milliseconds. */
const PATIENCE_MS = 4000

/** Asks the server for a parcel. What is unsent about it is newer than any answer, so then the copy stays. */
export async function fetchParcel(tracking: string): Promise<ParcelView> {
  const own = parcelCopy(tracking)
  if (own && isUnsentAbout(tracking)) return own
  const asked = momentOfAsking()
  const view = await api.parcel(tracking, PATIENCE_MS)
  if (isNewerHere(tracking, asked)) return parcelCopy(tracking) ?? view
  keepParcel(view)
  return view
}

/** Asks the server for a unit, by its plate or a former one. */
export async function fetchUnit(lpn: string): Promise<UnitView> {
  const own = unitCopy(lpn)
  if (own && isUnsentAbout(lpn)) return own
  const asked = momentOfAsking()
  const view = await api.unit(lpn, PATIENCE_MS)
  if (isNewerHere(lpn, asked)) return unitCopy(lpn) ?? view
  keepUnit(view, lpn)
  return view
}

/** The parcel as the working copy has it, put before the screens. */
export async function recallParcel(tracking: string): Promise<ParcelView | undefined> {
  const asked = momentOfAsking()
  const parcel = await parcelUnder([tracking])
  const view = parcel && (await parcelView(parcel))
  const own = parcelCopy(tracking)
  // The disk has the server's word only: what is unsent, or was done while it was read, is newer.
  if (own && isNewerHere(tracking, asked)) return own
  if (view) keepParcel(view)
  return view
}

export async function recallUnit(lpn: string): Promise<UnitView | undefined> {
  const asked = momentOfAsking()
  const unit = await unitUnder(lpn)
  const view = unit && (await unitView(unit))
  const own = unitCopy(lpn)
  if (own && isNewerHere(lpn, asked)) return own
  if (view) keepUnit(view, lpn)
  return view
}

const later = (refresh: () => Promise<unknown>): void => whenPainted(() => void refresh().catch(() => {}))

/** A parcel, at once where this device knows it; the server is asked beside that, and corrects it. */
export async function loadParcel(tracking: string): Promise<ParcelView> {
  const own = parcelCopy(tracking) ?? (await recallParcel(tracking))
  if (!own) return fetchParcel(tracking)
  later(() => fetchParcel(tracking))
  return own
}

/** A unit that was made here a moment ago has been told nothing yet: its checklist and its seller's policy are in the copy. */
async function learn(own: UnitView): Promise<void> {
  if (Object.keys(own.known.checklists).length > 0) return
  const { known, suggestedBin } = await unitView(own)
  const now = unitCopy(own.lpn) ?? own
  keepUnit({ ...now, known, suggestedBin: now.suggestedBin ?? suggestedBin })
}

export async function loadUnit(lpn: string): Promise<UnitView> {
  const own = unitCopy(lpn) ?? (await recallUnit(lpn))
  if (!own) return fetchUnit(lpn)
  await learn(own)
  later(() => fetchUnit(lpn))
  return own
}

export async function loadBin(code: string): Promise<Bin | undefined> {
  const own = binCopy(code) ?? (await binUnder(code))
  if (own) keepBin(own)
  return own ?? (await askScan(code)).bin
}

/** Asks the server what a code is, and keeps what it tells. */
export async function askScan(code: string): Promise<ScanAnswer> {
  const asked = momentOfAsking()
  const answer = await api.scan(code, PATIENCE_MS)
  keepAnswer(answer, asked)
  return answer
}

/**
 * Puts before the screens what an answer has told, where nothing newer is unsent or was done while it was under way.
 * @param asked the moment of asking, be it the server or the disk
 */
export function keepAnswer({ parcel, unit, bin }: ScanAnswer, asked: number): void {
  if (parcel && !isNewerHere(parcel.trackingNumber, asked)) keepParcel(parcel)
  if (unit && !isNewerHere(unit.lpn, asked)) keepUnit(unit)
  if (bin) keepBin(bin)
}
