/** Where things are: a unit is missed and found, and a count of a bin turns differences into both. */
import type { CommandOf } from './commands.ts'
import { note, onUnit, type Rule, reject, type Situation } from './decision.ts'
import type { ExceptionNote, NewEvent } from './events.ts'
import type { Act, Bin } from './facts.ts'
import { hasRoom, zonesFor } from './putaway.ts'
import { withUnit } from './refuse.ts'
import { refuseUnlessLead } from './roles.ts'
import { unitMay } from './transitions.ts'
import type { Unit } from './unit.ts'

/** `LoseUnit` ▶ `UnitLost`: it is not where it should be. */
export const loseUnit: Rule<CommandOf<'LoseUnit'>> = (situation, command, act) =>
  withUnit(situation, 'LoseUnit', command.lpn, act, (unit) => ({
    events: [onUnit(unit.id, 'UnitLost', { bin: command.bin ?? unit.bin, exceptions: [] })],
  }))

/** A found unit is where it is; what is wrong with the place goes on record. */
function wrongWith(unit: Unit, bin: Bin): ExceptionNote[] {
  const { code, zone, plates, capacity } = bin
  const zones = zonesFor(unit)
  const misplaced = note('wrong_zone', { bin: code, zone, lpn: unit.lpn, wanted: zones[0] ?? '' })
  const overfull = note('bin_full', { bin: code, plates, capacity })
  return [...(zones.includes(zone) ? [] : [misplaced]), ...(hasRoom(bin) ? [] : [overfull])]
}

/** `FindUnit` ▶ `UnitFound`, in a bin where one is named. Rejects: not_missing, bin_unknown. */
export const findUnit: Rule<CommandOf<'FindUnit'>> = (situation, command, act) =>
  withUnit(situation, 'FindUnit', command.lpn, act, (unit) => {
    const { bin } = situation.known
    if (command.bin !== undefined && !bin) return reject('bin_unknown', { bin: command.bin })
    const named = command.bin === undefined ? null : bin
    const place = { bin: named?.code ?? null, zone: named?.zone ?? null }
    return {
      events: [onUnit(unit.id, 'UnitFound', { ...place, exceptions: named ? wrongWith(unit, named) : [] })],
    }
  })

/**
 * `WriteOffUnit` ▶ `UnitWrittenOff`, by a supervisor: nobody looks for it any more. It stays missing, so that it can
 * still be found. Rejects: forbidden, not_missing, written_off.
 */
export const writeOffUnit: Rule<CommandOf<'WriteOffUnit'>> = (situation, command, act) =>
  withUnit(
    situation,
    'WriteOffUnit',
    command.lpn,
    act,
    (unit) =>
      refuseUnlessLead(act) ?? {
        events: [onUnit(unit.id, 'UnitWrittenOff', { note: command.note ?? null })],
      },
  )

function counted(unit: Unit, bin: Bin): NewEvent[] {
  const { code, zone } = bin
  if (unit.missing && unitMay('FindUnit', unit).allowed)
    return [onUnit(unit.id, 'UnitFound', { bin: code, zone, exceptions: wrongWith(unit, bin) })]
  if (unit.bin === code || !unitMay('LoseUnit', unit).allowed) return []
  const facts = { lpn: unit.lpn, bin: code, recordedIn: unit.bin ?? 'no bin' }
  const exceptions = [note('found_elsewhere', facts)]
  return [onUnit(unit.id, 'UnitMoved', { bin: code, zone, fromBin: unit.bin, exceptions })]
}

function notThere(unit: Unit, bin: Bin): NewEvent[] {
  const exceptions = [note('missing_in_count', { lpn: unit.lpn, bin: bin.code })]
  return [onUnit(unit.id, 'UnitLost', { bin: bin.code, exceptions })]
}

type Plated = Pick<Unit, 'lpn' | 'formerLpns'>
/** Does the unit go by one of these plates, be it one that it had before? */
const goesByOneOf = ({ lpn, formerLpns }: Plated, lpns: ReadonlySet<string>): boolean =>
  lpns.has(lpn) || formerLpns.some((former) => lpns.has(former))

/** Plates that are on none of these units. */
export function onNothing(lpns: readonly string[], units: readonly Plated[]): string[] {
  const known = new Set(units.flatMap(({ lpn, formerLpns }) => [lpn, ...formerLpns]))
  return [...new Set(lpns)].filter((lpn) => !known.has(lpn))
}

/** The units that a count is about: those on record in the bin and those counted there. */
export const countedAmong = ({ others }: Pick<Situation, 'others'>, { warehouse }: Pick<Act, 'warehouse'>) =>
  others.filter((unit) => unit.warehouse === warehouse && unit.state !== 'void')

/**
 * `CountBin` ▶ `UnitLost` for what is not there, `UnitFound` or `UnitMoved` for what should be elsewhere. Where the count
 * says what it looked for in vain, nothing else is missing: what came in while it was on its way was not looked for.
 * A plate that is on nothing refuses a count that is made now; one that was made while offline stands without it.
 */
export const countBin: Rule<CommandOf<'CountBin'>> = (situation, command, act) => {
  const { bin } = situation.known
  if (!bin) return reject('bin_unknown', { bin: command.bin })
  const lpns = new Set(command.lpns)
  const sought = command.missing && new Set(command.missing)
  const here = countedAmong(situation, act)
  const [unknown] = onNothing(command.lpns, here)
  if (unknown !== undefined && act.performed === 'now') return reject('unit_unknown', { lpn: unknown })
  const isMissing = (unit: Unit) => unit.bin === bin.code && (!sought || goesByOneOf(unit, sought))
  const events = here.flatMap((unit) =>
    goesByOneOf(unit, lpns) ? counted(unit, bin) : isMissing(unit) ? notThere(unit, bin) : [],
  )
  return { events }
}
