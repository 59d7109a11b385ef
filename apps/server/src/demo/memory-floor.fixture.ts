import { normaliseTracking } from '@restow/barcodes'
import {
  type Act,
  type Bin,
  type Command,
  decide,
  type EventMeta,
  type ExpectedReturn,
  evolveParcel,
  evolveUnit,
  type Known,
  type Parcel,
  type ParcelEvent,
  type Recorded,
  type Situation,
  type StaffRole,
  type Unit,
  type UnitEvent,
} from '@restow/domain'
import { DEMO_BINS } from './bins.ts'
import { HOUSE_CHECKLISTS } from './checklists.ts'
import type { DemoParcel } from './generate-returns.ts'
import { DEMO_POLICY } from './policies.ts'
import { DEMO_PRODUCTS } from './products.ts'
import { DEMO_SELLERS, DEMO_STAFF, DEMO_WAREHOUSE } from './staff.ts'
import type { PlannedCommand } from './walk-commands.ts'

function announcementOf({ rma, order, seller, lines }: DemoParcel): ExpectedReturn {
  return {
    id: rma,
    seller,
    rmaNumber: rma,
    orderNumber: order,
    cancelled: false,
    lines: lines.map((line, i) => ({
      sku: line.sku,
      occurrence: lines.slice(0, i).filter((l) => l.sku === line.sku).length + 1,
      quantity: line.quantity,
      valueMinor: line.valueMinor,
      currency: line.currency,
      reason: { raw: line.reason, mapped: 'OTHER' },
      registeredElsewhere: 0,
    })),
  }
}

const SELLERS = Object.fromEntries(
  DEMO_SELLERS.map(({ code }) => [code, { code, active: true, policy: DEMO_POLICY }]),
)
const CHECKLISTS = Object.fromEntries(HOUSE_CHECKLISTS.map((c) => [c.category, c]))

/** What a command of the demo names. */
function subjectOf(command: Command): { readonly lpn?: string; readonly parcel?: string } {
  if (command.type === 'AttachPhoto') return command.subject
  return {
    ...('lpn' in command && typeof command.lpn === 'string' ? { lpn: command.lpn } : {}),
    ...('parcel' in command && typeof command.parcel === 'string' ? { parcel: command.parcel } : {}),
  }
}

/** The ledger in small: streams in memory, the domain's own rules, and every refusal on record. */
export class MemoryFloor {
  readonly parcels = new Map<string, Parcel>()
  readonly units = new Map<string, Unit>()
  readonly refused: string[] = []
  private count = 0

  /** Tests walk hundreds of parcels, so streams are found by id. */
  private readonly plates = new Map<string, string>()
  private readonly announced: ReadonlyMap<string, ExpectedReturn>

  constructor(returns: readonly DemoParcel[]) {
    this.announced = new Map(returns.map((parcel) => [parcel.tracking, announcementOf(parcel)]))
  }

  private unit(lpn: string): Unit | null {
    return this.units.get(this.plates.get(lpn) ?? '') ?? null
  }

  private known(command: Command, trackingNumber: string): Known {
    const key = command.type === 'RegisterUnit' ? command.product : null
    const expected = this.announced.get(trackingNumber)
    return {
      trackingNumber,
      announced: expected ? [expected] : [],
      evidence: [],
      sellers: SELLERS,
      products: DEMO_PRODUCTS.filter((p) => key && 'sku' in key && p.sku === key.sku),
      checklists: CHECKLISTS,
      bin: command.type === 'PutAwayUnit' ? this.bin(command.bin) : null,
    }
  }

  private situation(command: Command): Situation {
    const subject = subjectOf(command)
    const unit = subject.lpn === undefined ? null : this.unit(subject.lpn)
    const scan = command.type === 'ReceiveParcel' ? command.tracking : subject.parcel
    const trackingNumber = scan === undefined ? (unit?.parcel.trackingNumber ?? '') : normaliseTracking(scan)
    const registers = command.type === 'RegisterUnit'
    return {
      parcel: this.parcels.get(trackingNumber) ?? null,
      unit: registers ? null : unit,
      plateHolder: registers ? unit : null,
      others: [],
      known: this.known(command, trackingNumber),
    }
  }

  private bin(code: string): Bin | null {
    const bin = DEMO_BINS.find((b) => b.code === code)
    return bin ? { ...bin, plates: [...this.units.values()].filter((u) => u.bin === code).length } : null
  }

  give({ at, by, command }: PlannedCommand): void {
    const role: StaffRole = DEMO_STAFF.find((s) => s.badge === by)?.role ?? 'operator'
    const commandId = `c${++this.count}`
    const when = { scannedAt: at, recordedAt: at, performed: 'now' as const }
    const where = { warehouse: DEMO_WAREHOUSE.code, deviceId: 'test', deviceSeq: this.count }
    const act: Act = { commandId, actor: { user: by, role }, ...where, ...when }
    const decision = decide(this.situation(command), command, act)
    if ('rejected' in decision) {
      this.refused.push(`${command.type}: ${decision.rejected} ${JSON.stringify(decision.facts)}`)
      return
    }
    decision.events.forEach((event, n) => {
      const meta: EventMeta = { ...act, eventId: `${commandId}:${n}` }
      const { id, kind } = event.stream
      if (kind === 'parcel') {
        const { trackingNumber } = this.situation(command).known
        const before = this.parcels.get(trackingNumber) ?? null
        const after = evolveParcel(before, { ...event, meta } as Recorded<ParcelEvent>, id)
        this.parcels.set(trackingNumber, after)
      } else {
        const after = evolveUnit(this.units.get(id) ?? null, { ...event, meta } as Recorded<UnitEvent>, id)
        this.units.set(id, after)
        this.plates.set(after.lpn, id)
      }
    })
  }
}
