/** Plates: a lot is split when some of it turns out worse, and a lost or torn plate is replaced. */
import type { CommandOf } from './commands.ts'
import { onParcel, onUnit, type Rule } from './decision.ts'
import { shareOfValue } from './lines.ts'
import { refuseUnit, withUnit } from './refuse.ts'
import { refusePlate } from './register.ts'

/** `SplitUnit` ▶ `UnitSplit` on the lot, `UnitSplitOff` on the new unit; the value is shared by pieces. */
export const splitUnit: Rule<CommandOf<'SplitUnit'>> = (situation, command, act) =>
  withUnit(situation, 'SplitUnit', command.lpn, act, (unit) => {
    const { quantity, newLpn } = command
    const badPlate = refusePlate(newLpn, situation.plateHolder)
    if (badPlate) return badPlate
    if (quantity >= unit.quantity) return refuseUnit('quantity_too_large', unit)
    const value = unit.line?.valueMinor ?? null
    const share = value === null ? null : shareOfValue(value, unit.quantity, 0, quantity)
    const rest = value === null || share === null ? null : value - share
    const newUnit = situation.plateHolder?.id ?? act.commandId
    const line = unit.line && { ...unit.line, valueMinor: share }
    const state = {
      ...unit,
      id: newUnit,
      lpn: newLpn,
      formerLpns: [],
      lastDecision: null,
      quantity,
      line,
      steps: [],
      exceptions: [],
    }
    const splitOff = { lpn: newLpn, fromLpn: unit.lpn, fromUnit: unit.id, quantity, state }
    return {
      events: [
        onUnit(unit.id, 'UnitSplit', { newLpn, newUnit, quantity, valueMinor: rest }),
        onUnit(newUnit, 'UnitSplitOff', splitOff),
        // The pieces were counted when the lot was registered; only the plate is new to the parcel.
        onParcel(unit.parcel.id, 'UnitAdded', { lpn: newLpn, unit: newUnit, line: null, quantity }),
      ],
    }
  })

/** `ReplacePlate` ▶ `PlateReplaced`; the old plate still finds the unit. */
export const replacePlate: Rule<CommandOf<'ReplacePlate'>> = (situation, command, act) =>
  withUnit(situation, 'ReplacePlate', command.lpn, act, (unit) => {
    const { newLpn } = command
    const badPlate = refusePlate(newLpn, situation.plateHolder)
    if (badPlate) return badPlate
    // A plate whose registration was taken back goes on with its own history, and only as a new unit.
    if (situation.plateHolder) return refuseUnit('plate_taken', situation.plateHolder, { lpn: newLpn })
    return { events: [onUnit(unit.id, 'PlateReplaced', { lpn: newLpn, formerLpn: unit.lpn })] }
  })
