import type { BinsBoard } from '@restow/contracts'
import { ZONES, type Zone } from '@restow/domain'
import type { BinRow, BinsRow } from './bins.queries.ts'
import { ageAt, clocksAt, share } from './clocks.ts'

type Body = Omit<BinsBoard, 'cursor' | 'asOf' | 'warehouse' | 'timeZone' | 'day'>
type Attention = Body['attention'][number]

const A_DAY = 86_400
const SHOWN = 12
const WORST_FIRST: readonly Attention['why'][] = ['past_target', 'waits', 'overfull', 'full']

function zone(now: string, name: Zone, bins: readonly BinRow[]): Body['zones'][number] {
  const sum = (of: (bin: BinRow) => number) => bins.reduce((all, bin) => all + of(bin), 0)
  const units = sum((b) => b.plates)
  const ages = bins.map((b) => ageAt(now, b.oldest)).filter((age) => age !== null)
  const capacity = sum((b) => b.capacity)
  return {
    zone: name,
    units,
    pieces: sum((b) => b.pieces),
    capacity,
    fill: share(units, capacity),
    oldestSeconds: ages.length === 0 ? null : Math.max(...ages),
    overADay: sum((b) => b.overADay),
    bins: bins.map(({ code, plates, capacity, oldest, exceptions }) => ({
      code,
      plates,
      capacity,
      oldestSeconds: ageAt(now, oldest),
      exceptions,
    })),
  }
}

/** Why a bin needs a hand: goods past their target or waiting for over a day, too full, or full. */
function attention(now: string, bin: BinRow): Attention[] {
  const { code, zone, plates, capacity, broken, brokenSince, held, heldSince } = bin
  const waits = ageAt(now, heldSince) ?? 0
  const about = (why: Attention['why'], units: number, seconds: number | null) => [
    { bin: code, zone, why, units, seconds },
  ]
  if (broken > 0) return about('past_target', broken, ageAt(now, brokenSince))
  if (held > 0 && waits > A_DAY) return about('waits', held, waits)
  if (plates > capacity) return about('overfull', plates - capacity, null)
  return plates === capacity ? about('full', plates, null) : []
}

function worstFirst(a: Attention, b: Attention): number {
  const rank = WORST_FIRST.indexOf(a.why) - WORST_FIRST.indexOf(b.why)
  return rank || (b.seconds ?? 0) - (a.seconds ?? 0) || (a.bin < b.bin ? -1 : 1)
}

/** The board as people see it, from what the database counted. Zones without bins are left out. */
export function binsAt(now: string, row: BinsRow): Body {
  const bins = row.bins ?? []
  const { broken, breaking } = clocksAt(now, row.clocks)
  return {
    zones: ZONES.map((name) =>
      zone(
        now,
        name,
        bins.filter((b) => b.zone === name),
      ),
    ).filter((z) => z.bins.length > 0),
    totals: {
      onTheFloor: { ...row.floor, bins: bins.filter((b) => b.plates > 0).length },
      atDock: { parcels: row.atDock.parcels, oldestSeconds: ageAt(now, row.atDock.since) },
      decidedToday: {
        units: row.decided.units,
        sameDayShare: share(row.decided.sameDay, row.decided.firsts),
      },
      shelvedToday: { units: row.shelved.units, nextDayShare: share(row.shelved.nextDay, row.shelved.units) },
      breaking,
      broken,
    },
    attention: bins
      .flatMap((bin) => attention(now, bin))
      .sort(worstFirst)
      .slice(0, SHOWN),
  }
}
