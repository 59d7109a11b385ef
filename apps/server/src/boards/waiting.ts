import { FOR_SELLERS, FOR_SUPERVISORS, type WaitingBoard, type WaitingItem } from '@restow/contracts'
import {
  decimalOf,
  lastInTime,
  type Parcel,
  type Unit,
  WAITING_KINDS,
  type WaitingKind,
} from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { ageAt, beganBefore } from './clocks.ts'
import { findSettled } from './targets.queries.ts'
import type { Asking, CountRow, WaitingRow } from './waiting.queries.ts'

/** Work that nobody can see for longer than this has to be looked after. */
const OLD_ON_DEVICE_S = 15 * 60

/** What whoever looks may see: staff everything, a seller what waits for it. */
export const kindsFor = (byStaff: boolean): readonly WaitingKind[] => (byStaff ? WAITING_KINDS : FOR_SELLERS)
/** What whoever looks is waited for. */
export const waitsFor = (byStaff: boolean): readonly WaitingKind[] =>
  byStaff ? FOR_SUPERVISORS : FOR_SELLERS

/** What the statements over what waits take. */
export async function askingAt(
  on: Queryable,
  { warehouse, seller, now }: { warehouse: string; seller: string | null; now: string },
): Promise<Asking> {
  const { unclaimed: rule } = await findSettled(on, warehouse)
  return {
    warehouse,
    seller,
    unclaimedBy: rule && lastInTime(now, rule),
    unsentSince: beganBefore(now, OLD_ON_DEVICE_S),
    now,
  }
}

/** The board of what waits, as people see it. */
export function waitingAt(
  now: string,
  byStaff: boolean,
  row: CountRow,
): Pick<WaitingBoard, 'count' | 'kinds' | 'mark'> {
  const counted = kindsFor(byStaff).map((kind) => {
    const found = (row.kinds ?? []).find((one) => one.kind === kind)
    return { kind, count: found?.count ?? 0, oldestSeconds: ageAt(now, found?.since ?? null) }
  })
  const own = waitsFor(byStaff)
  const count = counted.reduce((all, one) => (own.includes(one.kind) ? all + one.count : all), 0)
  return { count, kinds: counted, mark: row.mark }
}

const NOTHING = {
  ...{ seller: null, lpn: null, trackingNumber: null, title: null, quantity: null, bin: null, value: null },
  ...{
    photo: null,
    photos: 0,
    by: null,
    question: null,
    until: null,
    exception: null,
    dropped: null,
    device: null,
  },
} satisfies Omit<WaitingItem, 'kind' | 'id' | 'since'>

function valueOfUnit({ line }: Unit): WaitingItem['value'] {
  if (!line || line.valueMinor === null) return null
  const { valueMinor: minor, currency } = line
  return { minor, currency, decimal: decimalOf(minor, currency) }
}

const ofUnit = (unit: Unit) => ({
  seller: unit.seller,
  lpn: unit.lpn,
  trackingNumber: unit.parcel.trackingNumber,
  title: unit.product?.title ?? null,
  quantity: unit.quantity,
  bin: unit.bin ?? unit.missing?.lastBin ?? null,
  value: valueOfUnit(unit),
  photo: unit.photos[0]?.sha256 ?? null,
  photos: unit.photos.length,
})

const ofParcel = ({ seller, trackingNumber, photos }: Parcel, contents: string | null) => ({
  ...{ seller, trackingNumber, title: contents },
  photo: photos[0]?.sha256 ?? null,
  photos: photos.length,
})

/** What was left on record, of the event and kind that the key names. */
function exceptionOf({ key, unit, parcel }: WaitingRow): WaitingItem['exception'] {
  const [, eventId = '', code] = key.split(' ')
  const open = (unit ?? parcel)?.exceptions.filter((e) => e.eventId === eventId && e.code === code) ?? []
  const [first] = open
  return first ? { eventId, code: first.code, notes: open.map(({ facts }) => ({ ...facts })) } : null
}

const whoOf = ({ kind, unit, parcel, dropped }: WaitingRow): string | null => {
  if (kind === 'approval' || kind === 'veto') return unit?.decision?.by ?? null
  if (kind === 'hold' || kind === 'hold_seller') return unit?.held?.by ?? null
  if (kind === 'unclaimed') return parcel?.receivedBy ?? null
  return dropped?.droppedBy ?? null
}

/** One that waits, as the list shows it. @param byStaff a seller is not told who of the staff asked */
export function waitingItem(row: WaitingRow, byStaff: boolean): WaitingItem {
  const { kind, since, key, unit, parcel, contents, dropped, device } = row
  return {
    ...NOTHING,
    ...(parcel ? ofParcel(parcel, contents) : {}),
    ...(unit ? ofUnit(unit) : {}),
    ...{ kind, since, dropped, device },
    id: `${kind} ${key}`,
    by: byStaff ? whoOf(row) : null,
    question: unit?.held?.question ?? null,
    ...(unit?.held?.because ? { because: unit.held.because } : {}),
    until: kind === 'veto' ? (unit?.decision?.veto?.until ?? null) : null,
    exception: kind === 'exception' ? exceptionOf(row) : null,
  }
}
