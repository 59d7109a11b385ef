import { makeTracking } from '@restow/barcodes'
import type { Printed } from '@restow/domain'
import type { DemoParcel } from './generate-returns.ts'
import type { Present } from './plan-walk.ts'
import { DEMO_PRODUCTS } from './products.ts'
import { randomFrom } from './random.ts'
import type { PlannedCommand, WalkMeans } from './walk-commands.ts'
import { addDays, warehouseDate, warehouseTime } from './warehouse-time.ts'

/**
 * Boxes of the demo that nobody announced: one that says on it whose it is, one whose label was misread, and one that
 * nobody has claimed within the warehouse's time limit.
 */

/** One that came in: when, by whom, what is on it and what was taken out. */
interface Box {
  readonly by: string
  /** Days before today. */
  readonly day: number
  readonly at: readonly [received: string, noted: string, filled: string, closed: string]
  readonly tracking: string
  readonly printed: Printed
  readonly isPhotographed: boolean
  readonly sku: string | null
}

/** A number of which one digit was typed wrong, because the barcode was torn. */
function misread(tracking: string): string {
  const at = tracking.length - 2
  return `${tracking.slice(0, at)}${tracking[at] === '3' ? '8' : '3'}${tracking.slice(at + 1)}`
}

/** Those that came one piece at a time and were announced first: they should have been here long ago. */
function overdue(waiting: readonly DemoParcel[], seller: string): DemoParcel | undefined {
  return waiting
    .filter((parcel) => parcel.seller === seller && parcel.lines.length === 1)
    .filter(({ lines }) => lines[0]?.quantity === 1)
    .sort((a, b) => (a.announcedOn < b.announcedOn ? -1 : 1))[0]
}

function boxes(waiting: readonly DemoParcel[]): Box[] {
  const random = randomFrom('restow demo unclaimed')
  const [named, torn] = [overdue(waiting, 'LOTUS'), overdue(waiting, 'NORTHSTAR')]
  const numbers = [makeTracking('ups', random), makeTracking('fedex', random)]
  const [ofNamed = '', ofOld = ''] = numbers
  const at = ['15:10:20', '15:12:05', '15:14:40', '15:15:10'] as const
  return [
    ...(named
      ? [
          {
            ...{ by: 'OP1002', day: 1, at, tracking: ofNamed, isPhotographed: true },
            printed: { order: named.order, name: 'M. Alvarez' },
            sku: named.lines[0]?.sku ?? null,
          },
        ]
      : []),
    ...(torn
      ? [
          {
            ...{ by: 'OP1001', day: 1, at, tracking: misread(torn.tracking), isPhotographed: false },
            printed: { note: 'Barcode torn, number typed off the label.' },
            sku: torn.lines[0]?.sku ?? null,
          },
        ]
      : []),
    {
      ...{ by: 'OP1001', day: 38, at, tracking: ofOld, isPhotographed: true, sku: null },
      printed: { name: 'Return Dept.', sender: 'Harbor & Pine Outlet, 418 Mill St, Reno, NV 89502' },
    },
  ]
}

function commandsOf(box: Box, { now, timeZone }: Present, means: WalkMeans): PlannedCommand[] {
  const { by, tracking: parcel, printed, sku } = box
  const day = addDays(warehouseDate(now, timeZone), -box.day)
  const [received, noted, filled, closed] = box.at.map((time) => warehouseTime(day, time, timeZone))
  const give = (at = now, command: PlannedCommand['command']): PlannedCommand => ({ at, by, command })
  const product = DEMO_PRODUCTS.find((one) => one.sku === sku)
  return [
    give(received, { type: 'ReceiveParcel', tracking: parcel, condition: 'intact' }),
    give(noted, { type: 'DescribeParcel', parcel, printed }),
    ...(box.isPhotographed
      ? [
          give(noted, {
            ...{ type: 'AttachPhoto', subject: { parcel }, angle: 'label' },
            ...{ sha256: means.photoOf(null, 'label'), takenAt: noted ?? now },
          }),
        ]
      : []),
    ...(product
      ? [
          give(filled, {
            ...{ type: 'RegisterUnit', parcel, lpn: means.nextLpn(), quantity: 1 },
            product: { gtin: product.gtin },
          }),
        ]
      : []),
    give(closed, { type: 'CloseParcel', parcel }),
  ]
}

/**
 * What was done with them so far.
 * @param waiting announced parcels that have not come: two of these boxes are theirs
 */
export function unclaimedBoxes(
  waiting: readonly DemoParcel[],
  present: Present,
  means: WalkMeans,
): PlannedCommand[] {
  return boxes(waiting).flatMap((box) => commandsOf(box, present, means))
}
