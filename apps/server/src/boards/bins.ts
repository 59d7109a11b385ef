import type { BinsBoard } from '@restow/contracts'
import { ZONES, type Zone } from '@restow/domain'
import type { DecidedToday } from './bins.queries.ts'
import { type ClockRow, type ClockTargets, clocksAt, SOON_SECONDS, share } from './clocks.ts'
import type { Hall } from './hall.ts'
import type { Tally } from './tally.ts'

type Body = Omit<BinsBoard, 'cursor' | 'asOf' | 'warehouse' | 'timeZone' | 'day'>
type Attention = Body['attention'][number]

const A_DAY = 86_400
const SHOWN = 12
const WORST_FIRST: readonly Attention['why'][] = ['past_target', 'waits', 'overfull', 'wrong_zone', 'full']

const secondsAt = (now: number, since: number): number | null =>
  Number.isFinite(since) ? Math.max(0, Math.floor((now - since) / 1000)) : null
const isoOf = (time: number): string | null => (Number.isFinite(time) ? new Date(time).toISOString() : null)

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
  if (held > 0 && waits > A_DAY) return about('waits', held, waits)
  if (plates > bin.capacity) return about('overfull', plates - bin.capacity, null)
  if (misplaced > 0) return about('wrong_zone', misplaced, null)
  return plates === bin.capacity ? about('full', plates, null) : []
}

function worstFirst(a: Attention, b: Attention): number {
  const rank = WORST_FIRST.indexOf(a.why) - WORST_FIRST.indexOf(b.why)
  return rank || (b.seconds ?? 0) - (a.seconds ?? 0) || (a.bin < b.bin ? -1 : 1)
}

/** How one clock stands. */
class Clock {
  readonly #clock: ClockRow['clock']
  readonly #now: number
  readonly #targets: ClockTargets
  #counts = { running: 0, broken: 0, breaking: 0 }
  #oldestBroken = Number.POSITIVE_INFINITY
  #nextSeconds = Number.POSITIVE_INFINITY

  constructor(clock: ClockRow['clock'], now: number, targets: ClockTargets) {
    this.#clock = clock
    this.#now = now
    this.#targets = targets
  }

  run(started: number, seller: string | null): void {
    this.#counts.running += 1
    const left = started / 1000 + this.#targets.of(this.#clock, seller) - this.#now / 1000
    if (left <= 0) {
      this.#counts.broken += 1
      this.#oldestBroken = Math.min(this.#oldestBroken, started)
    } else if (left <= SOON_SECONDS) {
      this.#counts.breaking += 1
      this.#nextSeconds = Math.min(this.#nextSeconds, left)
    }
  }

  get row(): ClockRow {
    const nextSeconds = Number.isFinite(this.#nextSeconds) ? this.#nextSeconds : null
    return { clock: this.#clock, ...this.#counts, oldestBroken: isoOf(this.#oldestBroken), nextSeconds }
  }
}

/** What runs against the clock, waits at the dock and was shelved today. */
function countUp(hall: Hall, { seller, targets }: BinsLook, now: number, from: number) {
  const clocks = {
    register: new Clock('register', now, targets),
    decide: new Clock('decide', now, targets),
    shelve: new Clock('shelve', now, targets),
  }
  const isOurs = (one: { seller: string | null }) => seller === null || one.seller === seller
  for (const unit of hall.running)
    if (unit.clock && isOurs(unit)) clocks[unit.clock].run(unit.started, unit.seller)
  const shelved = hall.shelvedSince(from).filter(isOurs)
  const soon = shelved.filter((unit) => unit.shelved - unit.classified <= A_DAY * 1000)
  const waiting = [...hall.waiting.values()].filter(isOurs)
  for (const one of waiting) clocks.register.run(one.received, one.seller)
  return {
    clocks: Object.values(clocks),
    shelved: { units: shelved.length, nextDay: soon.length },
    atDock: { parcels: waiting.length, since: Math.min(...waiting.map(({ received }) => received)) },
  }
}

/** What is looked at, when, and when the day there began. */
export interface BinsLook {
  /** Who looks at one seller sees the bins that hold its goods and no others. */
  readonly seller: string | null
  readonly now: string
  readonly from: string
  readonly targets: ClockTargets
}

/** The board as people see it. Zones without bins are left out. */
export function binsAt(hall: Hall, decided: DecidedToday, look: BinsLook): Body {
  const [now, from] = [Date.parse(look.now), Date.parse(look.from)]
  const { clocks, shelved, atDock } = countUp(hall, look, now, from)
  const all = hall.tallies(look.seller, now, look.targets)
  const tallies = look.seller !== null ? all.filter(({ plates }) => plates > 0) : all
  const { broken, breaking } = clocksAt(
    look.now,
    clocks.map(({ row }) => row),
  )
  return {
    zones: ZONES.flatMap((name) => {
      const inIt = tallies.filter(({ bin }) => bin.zone === name)
      return inIt.length > 0 ? [zone(now, name, inIt)] : []
    }),
    totals: {
      onTheFloor: { ...hall.sums(look.seller), bins: tallies.filter(({ plates }) => plates > 0).length },
      atDock: { parcels: atDock.parcels, oldestSeconds: secondsAt(now, atDock.since) },
      decidedToday: { units: decided.units, sameDayShare: share(decided.sameDay, decided.firsts) },
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
