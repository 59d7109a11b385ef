/**
 * Put away: the unit is laid into a bin, and from then on the board counts it there. The bin's zone must fit
 * and have room. A unit on hold may be laid into a hold or quarantine bin and nowhere else.
 */
import type { CommandOf } from './commands.ts'
import { type Decision, onUnit, type Rule, reject, type Situation, SoftRules } from './decision.ts'
import type { ExceptionNote } from './events.ts'
import type { Act, Bin } from './facts.ts'
import { refuseUnit, withUnit } from './refuse.ts'
import type { Unit } from './unit.ts'
import type { Zone } from './words.ts'

/** What decides where a unit may lie. */
export type Placeable = Pick<Unit, 'state' | 'disposition'> & {
  readonly held: { readonly quarantine: boolean } | null
}

/** The zones that a unit may lie in, the one that it is meant for first. */
export function zonesFor(unit: Placeable): readonly Zone[] {
  if (unit.held) return unit.held.quarantine ? ['quarantine'] : ['hold', 'quarantine']
  switch (unit.disposition) {
    case 'resell':
      return unit.state === 'shelved' ? ['resell', 'outbound'] : ['resell']
    case 'refurbish':
      return ['refurbish']
    case 'scrap':
      return ['scrap']
    case null:
      return ['inspection', 'dock']
  }
}

/** Is there room for one more plate, as far as is known? */
export const hasRoom = (bin: Bin): boolean => bin.plates < bin.capacity

function lay(
  situation: Situation,
  unit: Unit,
  code: string,
  act: Act,
  shelves: boolean,
  done: (bin: Bin, exceptions: ExceptionNote[]) => Decision,
): Decision {
  const { bin } = situation.known
  if (!bin) return reject('bin_unknown', { bin: code })
  const lies = unit.bin === bin.code
  if (lies && !shelves) return refuseUnit('already_there', unit, { bin: bin.code })
  const soft = new SoftRules(act)
  const zones = zonesFor(unit)
  if (!zones.includes(bin.zone)) {
    const facts = { bin: bin.code, zone: bin.zone, lpn: unit.lpn, wanted: zones[0] ?? '' }
    soft.broken('wrong_zone', facts)
  }
  if (!lies && !hasRoom(bin))
    soft.broken('bin_full', { bin: bin.code, plates: bin.plates, capacity: bin.capacity })
  return soft.refusal ?? done(bin, soft.exceptions)
}

/** A unit that came into a resell bin by a count or a move is still to be shelved there. */
const isToBeShelved = (unit: Unit): boolean =>
  unit.disposition === 'resell' && unit.state === 'classified' && unit.held === null

/** `PutAwayUnit` ▶ `UnitPutAway`. Rejects: not_classified, bin_unknown, wrong_zone, bin_full. */
export const putAwayUnit: Rule<CommandOf<'PutAwayUnit'>> = (situation, command, act) =>
  withUnit(situation, 'PutAwayUnit', command.lpn, act, (unit) =>
    lay(situation, unit, command.bin, act, isToBeShelved(unit), ({ code, zone }, exceptions) => ({
      events: [onUnit(unit.id, 'UnitPutAway', { bin: code, zone, exceptions })],
    })),
  )

/** `MoveUnit` ▶ `UnitMoved`: to another bin that fits, whatever step the unit is at. */
export const moveUnit: Rule<CommandOf<'MoveUnit'>> = (situation, command, act) =>
  withUnit(situation, 'MoveUnit', command.lpn, act, (unit) =>
    lay(situation, unit, command.bin, act, false, ({ code, zone }, exceptions) => ({
      events: [onUnit(unit.id, 'UnitMoved', { bin: code, zone, fromBin: unit.bin, exceptions })],
    })),
  )
