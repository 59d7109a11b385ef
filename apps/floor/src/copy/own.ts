import type { Outcome, ParcelView, UnitView } from '@restow/contracts'
import type { Parcel, Unit } from '@restow/domain'
import { keepUnit, parcelCopy, unitCopy } from './copy.store.ts'
import type { At } from './database.ts'
import { keepOwn, suggestedBin } from './local.ts'

/** What this device has done itself: it goes on from there, also after a restart without the network. */

function unitOf(view: UnitView): At<Unit> {
  const { next, story, parcelState, known, askedBy, suggestedBin: _, lastEventId, ...unit } = view
  return unit
}

function parcelOf(view: ParcelView): At<Parcel> {
  const { next, story, known, expected, contents, lastEventId, ...parcel } = view
  return parcel
}

/** Keeps what the server has accepted at the version that it gave it, until the next pull brings it anyway. */
export async function keepAccepted({ events = [] }: Outcome, about: readonly string[]): Promise<void> {
  const versionOf = (id: string): number =>
    Math.max(0, ...events.filter((event) => event.stream.id === id).map((event) => event.version))
  const kept = about.map((key) => {
    const [unit, parcel] = [unitCopy(key), parcelCopy(key)]
    if (unit && versionOf(unit.id) > 0)
      return keepOwn({ unit: { ...unitOf(unit), version: versionOf(unit.id) } })
    if (parcel && versionOf(parcel.id) > 0)
      return keepOwn({ parcel: { ...parcelOf(parcel), version: versionOf(parcel.id) } })
    return undefined
  })
  await Promise.all(kept)
}

/** Names a bin for a unit that has just been decided; the server may know a better one, and says so later. */
export async function suggestHere(lpn: string): Promise<void> {
  const unit = unitCopy(lpn)
  if (!unit || unit.suggestedBin || unit.state === 'void') return
  const bin = await suggestedBin(unit)
  const now = unitCopy(lpn)
  if (bin && now && !now.suggestedBin && now.state === unit.state) keepUnit({ ...now, suggestedBin: bin })
}
