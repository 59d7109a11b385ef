import type { ExpectedView, ParcelView, UnitView, WireKnown } from '@restow/contracts'
import {
  type Bin,
  type Checklist,
  type ChecklistUsed,
  houseListFor,
  lastEventId,
  type OwnChecks,
  type OwnChecksUsed,
  type Parcel,
  type Seller,
  type Unit,
  withOwnChecks,
  zonesFor,
} from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { type Announcement, type Knowledge, seenFrom } from '../ledger/knowledge.ts'
import {
  type ExpectedRow,
  findExpectedUnder,
  findParcelById,
  findStory,
  findUnitsOfParcel,
  type Row,
} from './lookup.queries.ts'
import { type Moment, nextForParcel, nextForUnit } from './next.ts'

/** Questions that the views put to other rooms; `app.ts` hands them in. */
export interface Sources {
  readonly knowledge: Knowledge
  checklistUsed(on: Queryable, used: ChecklistUsed): Promise<Checklist | null>
  ownChecksUsed(on: Queryable, used: OwnChecksUsed): Promise<OwnChecks | null>
  suggestBin(
    on: Queryable,
    warehouse: string,
    zones: readonly string[],
    seller: string | null,
  ): Promise<Bin | null>
}

async function sellerOf(on: Queryable, sources: Sources, code: string | null): Promise<Seller | null> {
  if (code === null) return null
  const [seller] = await sources.knowledge.sellers(on, [code])
  return seller ?? null
}

const known = (
  announced: readonly Announcement[],
  parcelId: string | null,
  seller: Seller | null,
): WireKnown => ({
  announced: announced.map((a) => seenFrom(parcelId, a)),
  sellers: seller ? { [seller.code]: seller } : {},
  checklists: {},
})

/** What a unit was asked at its inspection, as it was then; null before it, and of the time before versions. */
async function askedOf(on: Queryable, sources: Sources, unit: Unit): Promise<Checklist | null> {
  const used = unit.inspection?.checklist
  if (!used) return null
  const [list, own] = await Promise.all([
    sources.checklistUsed(on, used),
    used.own ? sources.ownChecksUsed(on, used.own) : null,
  ])
  return list && own ? withOwnChecks(list, unit, own) : list
}

/** A unit with its story, what can be done next, and what a handheld needs to judge that by itself. */
export async function unitView(
  on: Queryable,
  sources: Sources,
  row: Row<Unit>,
  moment: Moment,
): Promise<UnitView> {
  const unit = row.body
  const { parcel } = unit
  const [story, seller, checklists, parcelRow, announced, suggestedBin, askedBy] = await Promise.all([
    findStory(on, unit.id),
    sellerOf(on, sources, unit.seller),
    sources.knowledge.checklists(on, []),
    findParcelById(on, parcel.id),
    sources.knowledge.announcedUnder(on, [parcel.trackingNumber]),
    sources.suggestBin(on, unit.warehouse, zonesFor(unit), unit.seller),
    askedOf(on, sources, unit),
  ])
  const byCategory = Object.fromEntries(checklists.map((c) => [c.category, c]))
  const house = houseListFor(unit, byCategory)
  const knows = { ...known(announced, parcel.id, seller), checklists: { [house.category]: house } }
  const next = nextForUnit(unit, { checklists: byCategory, seller, suggestedBin }, moment)
  return {
    ...unit,
    version: row.version,
    next,
    story,
    parcelState: parcelRow?.body ?? null,
    known: knows,
    ...(askedBy ? { askedBy } : {}),
    suggestedBin,
    lastEventId: lastEventId(unit),
  }
}

/** An announced return as people read it. */
export const expectedView = (row: ExpectedRow, tracking: string | null): ExpectedView => ({
  rmaNumber: row.rmaNumber,
  trackingNumber:
    tracking && row.trackingNumbers.includes(tracking) ? tracking : (row.trackingNumbers[0] ?? ''),
  orderNumber: row.orderNumber,
  seller: row.seller,
  state: row.state,
  lines: row.lines.map(({ registered, ...line }) => ({
    ...line,
    rmaNumber: row.rmaNumber,
    registeredElsewhere: registered,
  })),
})

const content = (unit: Unit) => ({
  lpn: unit.lpn,
  state: unit.state,
  title: unit.product?.title ?? null,
  sku: unit.product?.sku ?? null,
  quantity: unit.quantity,
  held: unit.held !== null,
})

/** A parcel with what was announced for it, what came out of it, its story, and what can be done next. */
export async function parcelView(
  on: Queryable,
  sources: Sources,
  row: Row<Parcel>,
  moment: Moment,
): Promise<ParcelView> {
  const parcel = row.body
  const tracking = parcel.trackingNumber
  const [story, seller, announced, expected, units] = await Promise.all([
    findStory(on, parcel.id),
    sellerOf(on, sources, parcel.seller),
    sources.knowledge.announcedUnder(on, [tracking]),
    findExpectedUnder(on, [tracking, ...parcel.aliases]),
    findUnitsOfParcel(on, parcel.id),
  ])
  return {
    ...parcel,
    version: row.version,
    next: nextForParcel(parcel, moment),
    story,
    known: known(announced, parcel.id, seller),
    expected: expected.map((e) => expectedView(e, tracking)),
    contents: units.map(content),
    lastEventId: lastEventId(parcel),
  }
}
