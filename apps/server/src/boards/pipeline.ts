import { CLOCKS, type PipelineBoard } from '@restow/contracts'
import { type Disposition, PARCEL_STATES, type Targets, UNIT_STATES } from '@restow/domain'
import { ageAt, clockItemAt, clocksAt } from './clocks.ts'
import { flowOf } from './flow.ts'
import type { PipelineRow, Waiting } from './pipeline.queries.ts'

type Body = Omit<PipelineBoard, 'cursor' | 'asOf' | 'warehouse' | 'timeZone' | 'day'>

const earliest = (times: readonly (string | null)[]): string | null =>
  times.reduce((first, time) => (first === null || (time !== null && time < first) ? time : first), null)

/** A parcel that is done no longer grows older. */
const DONE = new Set(['closed', 'refused', 'misdelivered'])

const waits = (now: string, { units, pieces, since }: Waiting) => ({
  units,
  pieces,
  oldestSeconds: ageAt(now, since),
})

function steps(now: string, rows: NonNullable<PipelineRow['units']>): Body['units'] {
  return UNIT_STATES.filter((state) => state !== 'void').map((step) => {
    const of = rows.filter((row) => row.state === step)
    const sum = (count: (row: (typeof of)[number]) => number) => of.reduce((all, row) => all + count(row), 0)
    const by = (disposition: Disposition) => sum((row) => (row.disposition === disposition ? row.units : 0))
    return {
      step,
      units: sum((row) => row.units),
      pieces: sum((row) => row.pieces),
      held: sum((row) => row.held),
      oldestSeconds: ageAt(now, earliest(of.map((row) => row.since))),
      byDisposition: { resell: by('resell'), refurbish: by('refurbish'), scrap: by('scrap') },
    }
  })
}

function parcels(now: string, rows: NonNullable<PipelineRow['parcels']>): Body['parcels'] {
  return PARCEL_STATES.filter((state) => state !== 'void').map((state) => {
    const row = rows.find((r) => r.state === state)
    return {
      state,
      parcels: row?.parcels ?? 0,
      oldestSeconds: DONE.has(state) ? null : ageAt(now, row?.since ?? null),
    }
  })
}

/** When the hours of the day begin, and when the last of them ends. */
interface Hours {
  readonly hours: readonly string[]
  readonly until: string
}

/** The board as people see it, from what the database counted. */
export function pipelineAt(now: string, row: PipelineRow, targets: Targets, { hours, until }: Hours): Body {
  const atSteps = parcels(now, row.parcels ?? [])
  const atDock = atSteps.find((p) => p.state === 'received')
  return {
    parcels: atSteps,
    units: steps(now, row.units ?? []),
    today: row.today,
    flow: flowOf(hours, until, row.flow ?? []),
    waiting: {
      atDock: { parcels: atDock?.parcels ?? 0, oldestSeconds: atDock?.oldestSeconds ?? null },
      unclaimed: { parcels: row.unclaimed.parcels, oldestSeconds: ageAt(now, row.unclaimed.since) },
      unclaimedPast: {
        parcels: row.unclaimedPast.parcels,
        oldestSeconds: ageAt(now, row.unclaimedPast.since),
      },
      forSeller: waits(now, row.heldForSeller),
      forSupervisor: waits(now, row.heldForSupervisor),
      forApproval: waits(now, row.approval),
      missing: waits(now, row.missing),
      exceptions: row.exceptions,
    },
    clocks: {
      ...clocksAt(now, row.clocks),
      byClock: CLOCKS.map((clock) => {
        const { running = 0, broken = 0, breaking = 0 } = row.clocks.find((c) => c.clock === clock) ?? {}
        return { clock, targetSeconds: targets[clock], running, broken, breaking }
      }),
      next: (row.next ?? []).map((item) => clockItemAt(now, item)),
    },
  }
}
