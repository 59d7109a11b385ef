import type { ReportRow, WireMoney } from '@restow/contracts'
import { decimalOf, evolveUnit, type Recorded, type Unit, type UnitEvent } from '@restow/domain'
import type { DecisionKey, StoryEvent } from './report.queries.ts'

/**
 * Rows of a report, told again from the unit's own story up to the end of the day: what is known later cannot get
 * into a day that is closed.
 */

interface Told {
  /** The unit right after each of its events, by version. */
  readonly after: ReadonlyMap<number, Unit>
  readonly atTheEnd: Unit
  readonly events: readonly StoryEvent[]
}

const money = (minor: number | null | undefined, currency: string | null | undefined): WireMoney | null =>
  minor === null || minor === undefined || !currency
    ? null
    : { minor, currency, decimal: decimalOf(minor, currency) }

/** The story of one unit. @returns null of no events */
function tell(events: readonly StoryEvent[]): Told | null {
  const after = new Map<number, Unit>()
  let unit: Unit | null = null
  for (const event of events) {
    unit = evolveUnit(unit, event as unknown as Recorded<UnitEvent>, event.unit)
    after.set(event.version, unit)
  }
  return unit && { after, atTheEnd: unit, events }
}

const commandOf = (eventId: string): string => eventId.split(':')[0] ?? ''

/** All events of a command are one step, so whichever of them is named, the step is taken back. */
function isTakenBack(told: Told, version: number, eventId: string): boolean {
  return told.events.some(
    (e) =>
      e.type === 'StepTakenBack' &&
      e.version > version &&
      commandOf((e.data as { eventId: string }).eventId) === commandOf(eventId),
  )
}

function rowOf(key: DecisionKey, told: Told, day: string): ReportRow | null {
  const unit = told.after.get(key.version)
  const event = told.events.find((e) => e.version === key.version)
  const decision = unit?.decision
  if (!unit || !event || !decision || event.type !== 'UnitClassified') return null
  const { line, product } = unit
  const { supersedes } = event.data as { supersedes: string | null }
  const { suggested, overrideReason } = decision
  const earlier = told.events.find((e) => e.meta.eventId === supersedes)
  const took = key.receivedAt === null ? null : Date.parse(key.at) - Date.parse(key.receivedAt)
  return {
    eventId: decision.eventId,
    lpn: told.atTheEnd.lpn,
    orderNumber: line?.orderNumber ?? null,
    rmaNumber: line?.rmaNumber ?? null,
    trackingNumber: unit.parcel.trackingNumber,
    sku: product?.sku ?? line?.sku ?? null,
    asin: product?.asin ?? null,
    fnsku: product?.fnsku ?? null,
    title: product?.title ?? null,
    quantity: unit.quantity,
    reason: line?.reason.mapped ?? null,
    reasonRaw: line?.reason.raw ?? null,
    grade: unit.grade,
    findings: [...unit.findings],
    disposition: decision.disposition,
    route: decision.route,
    overrideReason: overrideReason?.code ?? null,
    bin: told.atTheEnd.bin,
    value: money(line?.valueMinor, line?.currency),
    recovered: overrideReason ? null : money(suggested?.recoveredMinor, suggested?.currency),
    receivedAt: key.receivedAt,
    classifiedAt: key.at,
    dockToDecision: took === null ? null : Math.max(0, Math.floor(took / 1000)),
    supersedes,
    supersedesAt: earlier?.meta.recordedAt ?? null,
    takenBack: isTakenBack(told, key.version, decision.eventId),
    photos: told.atTheEnd.photos.map((photo) => `/api/photos/${photo.sha256}?size=view`),
    day,
  }
}

/** A row, and whose unit it was at the day's end. */
export interface OwnedRow {
  readonly seller: string | null
  readonly row: ReportRow
}

/**
 * The rows of these decisions, in their order.
 * @param stories all events of their units up to the day's end, each unit's in order
 * @param dayOf the business day of an instant
 */
export function rowsOf(
  decisions: readonly DecisionKey[],
  stories: readonly StoryEvent[],
  dayOf: (instant: string) => string,
): OwnedRow[] {
  const byUnit = new Map<string, StoryEvent[]>()
  for (const event of stories) {
    const known = byUnit.get(event.unit)
    if (known) known.push(event)
    else byUnit.set(event.unit, [event])
  }
  const told = new Map([...byUnit].map(([unit, events]) => [unit, tell(events)]))
  return decisions.flatMap((key) => {
    const story = told.get(key.unit)
    const row = story && rowOf(key, story, dayOf(key.at))
    return row ? [{ seller: story.atTheEnd.seller, row }] : []
  })
}
