import { type Command, decide } from '@restow/domain'
import { announced, plate, type World, world } from '../../../../packages/testkit/src/builders.ts'
import { type Doing, MemoryLedger } from '../../../../packages/testkit/src/given.ts'
import {
  crampedWorld,
  Dice,
  morning,
  nextDeedWithDesk,
  withVeto,
} from '../../../../packages/testkit/src/random-walk.ts'
import type { Warehouse } from '../../../../packages/testkit/src/server.ts'
import { openLedger } from '../open-ledger.ts'

/**
 * A random day of a whole warehouse: many small ones of the random walks side by side, each with plates, parcels and returns of
 * its own. A ledger in memory only says what makes sense next; what comes of it the real one decides.
 */

export interface Day {
  readonly seed: number
  readonly floors: number
  /** Of each floor. */
  readonly commands: number
  /** ISO 8601; the commands are spread evenly between the two. */
  readonly begins: string
  readonly ends: string
}

const uuid = (kind: number, n: number) =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`
const PLATES = [1, 2, 3, 4, 5, 6]
/** So many commands of one floor come together, so that whoever was quick can take a step back. */
const BURST = 10

function bytes(seed: number, length: number): Uint8Array {
  let at = seed
  return Uint8Array.from({ length }, () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    return at >>> 24
  })
}

const binsOf = (of: World, capacity?: number) =>
  of.bins.map((b) => ({ ...b, code: `LAX1-${b.code}`, ...(capacity ? { capacity } : {}) }))

/** The warehouse of all floors: what each of them expects under names of its own, and bins with room for all. */
export function houseOf({ floors }: Pick<Day, 'floors'>): World {
  const of = withVeto(crampedWorld())
  const everywhere = Array.from({ length: floors }, (_, floor) =>
    of.announced.map(({ seller, rmaNumber, tracking, lines }) =>
      announced(
        seller,
        `${rmaNumber}F${floor}`,
        tracking.map((t) => `${t}F${floor}`),
        lines,
      ),
    ),
  )
  return world({ ...of, announced: everywhere.flat(), bins: binsOf(of, 60) })
}

/** A command of one floor as it is known in the whole warehouse. No new name is an old one of another thing. */
function ofFloor(command: Command, floor: number): object {
  const named = PLATES.reduce(
    (text, n) => text.replaceAll(plate(n), plate((floor + 1) * 10 + n)),
    JSON.stringify(command),
  )
  return JSON.parse(
    named
      .replaceAll(/"(tracking|parcel)":"\?"/g, '"$1":" "')
      .replaceAll(/"c(\d+)(:\d+)?"/g, (_, n, event = '') => `"${uuid(floor + 1, Number(n))}${event}"`)
      .replaceAll(/\b(T\d{4}|L7001|RMA-\d+)\b/g, `$1F${floor}`),
  )
}

class Floor {
  readonly #memory: MemoryLedger
  readonly #dice: Dice
  readonly #begin: Doing[]
  readonly #floor: number

  constructor(floor: number, dice: Dice) {
    const of = withVeto(crampedWorld())
    this.#floor = floor
    this.#dice = dice
    this.#memory = new MemoryLedger({ ...of, bins: binsOf(of) })
    this.#begin = morning(dice).map((command) => ({ command, manner: {} }))
  }

  /** What is done next, as it goes over the wire at this time. */
  next(at: number) {
    const { command, manner } = this.#begin.shift() ?? nextDeedWithDesk(this.#dice, this.#memory)
    const act = this.#memory.act(manner)
    const decision = decide(this.#memory.situation(command), command, act)
    if ('events' in decision)
      for (const [i, event] of decision.events.entries()) this.#memory.record(event, act, i + 1)
    const { actor, warehouse, deviceId, deviceSeq, performed } = act
    const scannedAt = new Date(at + (manner.clockOff ?? 0)).toISOString()
    const commandId = uuid(this.#floor + 1, deviceSeq)
    return {
      wire: { ...ofFloor(command, this.#floor), commandId, deviceId, deviceSeq, scannedAt, performed },
      sender: { ...actor, warehouse, timeZone: 'America/Los_Angeles' },
      type: command.type,
      commandId,
    }
  }
}

/**
 * Works through the day.
 * @param meanwhile what else happens now and then, told the time
 * @returns how often each type of command was accepted, and how many were refused as `refused`
 */
export async function workThrough(
  warehouse: Warehouse,
  day: Day,
  meanwhile: (at: number) => Promise<void> = async () => {},
): Promise<Map<string, number>> {
  const { seed, floors, commands, begins, ends } = day
  const times = new Map<string, Date>()
  const door = openLedger(warehouse.node.db, { clock: (id) => times.get(id) ?? new Date(0) })
  const dice = new Dice(bytes(seed, floors * commands * 40))
  const all = Array.from({ length: floors }, (_, floor) => new Floor(floor, dice))
  const [from, until] = [Date.parse(begins), Date.parse(ends)]
  const met = new Map<string, number>()
  let given = 0
  for (let done = 0; done < commands; done += BURST) {
    await meanwhile(from + ((until - from) * done) / commands)
    for (const floor of all) {
      const answers = Array.from({ length: Math.min(BURST, commands - done) }, () => {
        const at = from + Math.floor(((until - from) * given++) / (floors * commands))
        const { wire, sender, type, commandId } = floor.next(at)
        times.set(commandId, new Date(at))
        return { type, outcomes: door.submit([wire], sender) }
      })
      for (const { type, outcomes } of answers) {
        const what = (await outcomes)[0]?.outcome === 'accepted' ? type : 'refused'
        met.set(what, (met.get(what) ?? 0) + 1)
      }
    }
  }
  return met
}
