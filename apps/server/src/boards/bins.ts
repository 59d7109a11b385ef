import type { BinsBoard } from '@restow/contracts'
import { ZONES, type Zone } from '@restow/domain'
import { grouped } from '../grouped.ts'
import { A_DAY_MS, type ClockTargets, clocksAt, share } from './clocks.ts'
import type { Hall } from './hall.ts'
import { Clocks } from './running.ts'
import type { Tally } from './tally.ts'

type Body = Omit<BinsBoard, 'cursor' | 'asOf' | 'warehouse' | 'timeZone' | 'day'>
type Attention = Body['attention'][number]

const SHOWN = 12
const WORST_FIRST: readonly Attention['why'][] = ['past_target', 'waits', 'overfull', 'wrong_zone', 'full']

const secondsAt = (now: number, since: number): number | null =>
  Number.isFinite(since) ? Math.max(0, Math.floor((now - since) / 1000)) : null

function zone(now: number, name: Zone, tallies: readonly Tally[]): Body['zones'][number] {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
  const units = sum((t) => t.plates)
  const capacity = sum((t) => t.bin.capacity)
  const oldest = tallies.reduce((first, { oldest }) => Math.min(first, oldest), Number.POSITIVE_INFINITY)
  return {
    zone: name,
    units,
    pieces: sum((t) => t.pieces),
    capacity,
    fill: share(units, capacity),
    oldestSeconds: secondsAt(now, oldest),
    overADay: sum((t) => t.overADay),
    bins: tallies.map((tally) => tally.boardBin(now)),
  }
}

/** Why a bin needs a hand: goods past their target or waiting for over a day, in the wrong zone, too full, or full. */
function attention(now: number, tally: Tally): Attention[] {
  const { bin, plates, held, late, misplaced } = tally
  const waits = secondsAt(now, tally.heldSince) ?? 0
  const about = (why: Attention['why'], units: number, seconds: number | null) => [
    { bin: bin.code, zone: bin.zone, why, units, seconds },
  ]
  if (late > 0) return about('past_target', late, secondsAt(now, tally.lateSince))
  if (held > 0 && waits * 1000 > A_DAY_MS) return about('waits', held, waits)
  if (plates > bin.capacity) return about('overfull', plates - bin.capacity, null)
  if (misplaced > 0) return about('wrong_zone', misplaced, null)
  return plates === bin.capacity ? about('full', plates, null) : []
}

function worstFirst(a: Attention, b: Attention): number {
  const rank = WORST_FIRST.indexOf(a.why) - WORST_FIRST.indexOf(b.why)
  return rank || (b.seconds ?? 0) - (a.seconds ?? 0) || (a.bin < b.bin ? -1 : 1)
}

/** What is in the house, runs against the clock, waits at the dock and was shelved today. */
function countUp(hall: Hall, { seller, targets }: BinsLook, now: number, from: number) {
  const stocks = hall.stocks(seller)
  const onTheFloor = { units: 0, pieces: 0, inBins: 0 }
  const shelved = { units: 0, nextDay: 0 }
  const atDock = { parcels: 0, since: Number.POSITIVE_INFINITY }
  for (const { sums, lately, running } of stocks) {
    onTheFloor.units += sums.units
    onTheFloor.pieces += sums.pieces
    onTheFloor.inBins += sums.inBins
    shelved.units += lately.shelved.since(from)
    shelved.nextDay += lately.nextDay.since(from)
    atDock.parcels += running.register.size
    atDock.since = Math.min(atDock.since, running.register.since)
  }
  return { clocks: new Clocks(stocks, now, targets).rows, onTheFloor, shelved, atDock }
}

/** What is looked at, when, and when the day there began. */
export interface BinsLook {
  /** Who looks at one seller sees the bins that hold its goods and no others. */
  readonly seller: string | null
  readonly now: string
  readonly from: string
  readonly targets: ClockTargets
}

/** The board as people see it. Zones without bins are left out. @param hall with what has moved today */
export function binsAt(hall: Hall, look: BinsLook): Body {
  const [now, from] = [Date.parse(look.now), Date.parse(look.from)]
  const { clocks, onTheFloor, shelved, atDock } = countUp(hall, look, now, from)
  const all = hall.tallies(look.seller, now, look.targets)
  const filled = all.filter(({ plates }) => plates > 0)
  const tallies = look.seller !== null ? filled : all
  const byZone = grouped(tallies, ({ bin }) => bin.zone)
  const decided = (which: '' | '_first' | '_same_day') => hall.flow.came(`decided${which}`, look.seller)
  const { broken, breaking } = clocksAt(look.now, clocks)
  return {
    zones: ZONES.flatMap((name) => {
      const inIt = byZone.get(name)
      return inIt ? [zone(now, name, inIt)] : []
    }),
    totals: {
      onTheFloor: { ...onTheFloor, bins: filled.length },
      atDock: { parcels: atDock.parcels, oldestSeconds: secondsAt(now, atDock.since) },
      decidedToday: { units: decided(''), sameDayShare: share(decided('_same_day'), decided('_first')) },
      shelvedToday: { units: shelved.units, nextDayShare: share(shelved.nextDay, shelved.units) },
      breaking,
      broken,
    },
    attention: tallies
      .flatMap((tally) => attention(now, tally))
      .sort(worstFirst)
      .slice(0, SHOWN),
  }
}
