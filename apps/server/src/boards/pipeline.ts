import { CLOCKS, type PipelineBoard } from '@restow/contracts'
import { type Disposition, PARCEL_STATES, UNIT_STATES } from '@restow/domain'
import { ageAt, type ClockTargets, clockItemAt, clocksAt } from './clocks.ts'
import { flowOf } from './flow.ts'
import type { Hall } from './hall.ts'
import type { NamedRow, Waits, WaitsRow } from './pipeline.queries.ts'
import { Clocks, type Due, isoOf } from './running.ts'
import { countSteps, type Steps } from './steps.ts'

type Body = Omit<PipelineBoard, 'cursor' | 'asOf' | 'warehouse' | 'timeZone' | 'day'>

const waits = (now: string, { units, pieces, since }: Waits) => ({
  units,
  pieces,
  oldestSeconds: ageAt(now, since),
})

const secondsSince = (now: string, since: number): number | null => ageAt(now, isoOf(since))

function units(now: string, steps: Steps): Body['units'] {
  return UNIT_STATES.filter((state) => state !== 'void').map((step) => {
    const { units, pieces, held, since, by } = steps.units(step)
    const of = (disposition: Disposition) => by.get(disposition) ?? 0
    return {
      ...{ step, units, pieces, held, oldestSeconds: secondsSince(now, since) },
      byDisposition: { resell: of('resell'), refurbish: of('refurbish'), scrap: of('scrap') },
    }
  })
}

function parcels(now: string, steps: Steps): Body['parcels'] {
  return PARCEL_STATES.filter((state) => state !== 'void').map((state) => {
    const { parcels, since } = steps.parcels(state)
    return { state, parcels, oldestSeconds: secondsSince(now, since) }
  })
}

/** So many of either kind, broken or still to break, are named. */
const NAMED = 20

/** What is looked at, and when; the hours of the day, and when the last of them ends. */
export interface PipelineLook {
  readonly seller: string | null
  readonly now: string
  readonly hours: readonly string[]
  readonly until: string
  readonly targets: ClockTargets
  /** What came in by then and is nobody's is past its time; null where there is no rule. */
  readonly unclaimedBy: string | null
}
/** What the database tells of few: what waits for a person, and what the items that break next are called. */
export interface Beside {
  readonly waits: WaitsRow
  named(next: readonly Due[]): Promise<readonly NamedRow[]>
}

function itemAt(now: string, { kind, id, clock, started, bin, target }: Due, named: readonly NamedRow[]) {
  const own = named.find((row) => row.id === id)
  if (!own) return []
  const { key, seller, title, held } = own
  const startedAt = isoOf(started) ?? now
  return [
    clockItemAt(now, { kind, key, clock, seller, title, bin, held, startedAt, targetSeconds: target / 1000 }),
  ]
}

/** The board as people see it. */
export async function pipelineAt(
  hall: Hall,
  look: PipelineLook,
  { waits: row, named }: Beside,
): Promise<Body> {
  const { now, seller, hours, until, targets, unclaimedBy } = look
  const steps = countSteps(hall, seller, Date.parse(hours[0] ?? now), Date.parse(unclaimedBy ?? ''))
  const clocks = new Clocks(hall.stocks(seller), Date.parse(now), targets, NAMED)
  const next = clocks.next
  const names = await named(next)
  const flow = hall.flow.rows(seller)
  const decided = hall.flow.came('decided', seller)
  const rows = clocks.rows
  const boxes = ({ parcels, since }: { parcels: number; since: number }) => ({
    parcels,
    oldestSeconds: secondsSince(now, since),
  })
  return {
    parcels: parcels(now, steps),
    units: units(now, steps),
    today: { ...steps.today, decided },
    flow: flowOf(hours, until, flow),
    waiting: {
      atDock: boxes(steps.parcels('received')),
      unclaimed: boxes(steps.unclaimed),
      unclaimedPast: boxes(steps.unclaimedPast),
      forSeller: waits(now, row.heldForSeller),
      forSupervisor: waits(now, row.heldForSupervisor),
      forApproval: waits(now, row.approval),
      missing: waits(now, row.missing),
      exceptions: row.exceptions,
    },
    clocks: {
      ...clocksAt(now, rows),
      byClock: CLOCKS.map((clock) => {
        const { running = 0, broken = 0, breaking = 0 } = rows.find((c) => c.clock === clock) ?? {}
        return { clock, targetSeconds: targets.house[clock], running, broken, breaking }
      }),
      next: next.flatMap((due) => itemAt(now, due, names)),
    },
  }
}
