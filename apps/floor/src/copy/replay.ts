import type { ParcelView, UnitView, WireKnown } from '@restow/contracts'
import {
  type Act,
  evolveParcel,
  evolveUnit,
  lastEventId,
  type NewEvent,
  type Parcel,
  type ParcelEvent,
  type Recorded,
  type Situation,
  type Unit,
  type UnitEvent,
} from '@restow/domain'
import { keepParcel, keepUnit, parcelCopy, unitCopy, useCopy } from './copy.store.ts'

const byId = (id: string): UnitView | undefined =>
  Object.values(useCopy.getState().units).find((unit) => unit.id === id)

function knownOf({ known }: Situation): WireKnown {
  const { announced, sellers, checklists } = known
  return { announced: [...announced], sellers, checklists }
}

function unitView(unit: Unit, before: UnitView | undefined, situation: Situation): UnitView {
  const parcel = parcelCopy(unit.parcel.trackingNumber)
  const known = before?.known ?? parcel?.known ?? knownOf(situation)
  const parcelState: Parcel | null = before?.parcelState ?? situation.parcel
  const bare = { version: 0, next: [], story: [], parcelState, known, suggestedBin: null }
  // A new decision wants another bin: which one, only the server can tell.
  const moved = before && (before.disposition !== unit.disposition || before.held !== unit.held)
  const bin = before && !moved ? before.suggestedBin : null
  return {
    ...bare,
    ...before,
    ...unit,
    suggestedBin: bin,
    lastEventId: lastEventId(unit),
  }
}

function parcelView(parcel: Parcel, situation: Situation): ParcelView {
  const bare = { version: 0, next: [], story: [], known: knownOf(situation), expected: [], contents: [] }
  return { ...bare, ...parcelCopy(parcel.trackingNumber), ...parcel, lastEventId: lastEventId(parcel) }
}

function withContents(view: ParcelView, units: readonly Unit[]): ParcelView {
  const news = units.filter((unit) => unit.parcel.id === view.id)
  const kept = view.contents.filter(
    (c) => !news.some((unit) => unit.lpn === c.lpn || unit.formerLpns.includes(c.lpn)),
  )
  const told = news
    .filter((unit) => unit.state !== 'void')
    .map(({ lpn, state, product, quantity, held }) => ({
      ...{ lpn, state, quantity, held: held !== null },
      ...{ title: product?.title ?? null, sku: product?.sku ?? null },
    }))
  return { ...view, contents: [...kept, ...told] }
}

/**
 * Puts on top of the copy what the rules have just answered, until the server says it itself. Event ids are
 * the ones that the server will give: `<commandId>:<n>`.
 */
export function replay(events: readonly NewEvent[], act: Act, situation: Situation): void {
  const touched = new Map<string, Unit>()
  events.forEach((event, n) => {
    const meta = { ...act, eventId: `${act.commandId}:${n + 1}` }
    const { id } = event.stream
    if (event.stream.kind === 'unit') {
      const before = touched.get(id) ?? byId(id) ?? null
      touched.set(id, evolveUnit(before, { ...event, meta } as Recorded<UnitEvent>, id))
    } else {
      const before = Object.values(useCopy.getState().parcels).find((p) => p.id === id) ?? situation.parcel
      const parcel = evolveParcel(before, { ...event, meta } as Recorded<ParcelEvent>, id)
      keepParcel(parcelView(parcel, situation))
    }
  })
  for (const unit of touched.values())
    keepUnit(unitView(unit, byId(unit.id) ?? unitCopy(unit.lpn), situation))
  for (const view of Object.values(useCopy.getState().parcels))
    if ([...touched.values()].some((unit) => unit.parcel.id === view.id))
      keepParcel(withContents(view, [...touched.values()]))
}
